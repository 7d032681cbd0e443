package org.goichung.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** In demo mode the service is ready when the demo is loaded. */
@Readiness
@ApplicationScoped
public class DemoReadiness implements HealthCheck {
    private final DemoStart demo;

    public DemoReadiness(DemoStart demo) {
        this.demo = demo;
    }

    @Override
    public HealthCheckResponse call() {
        var state = demo.state();
        return HealthCheckResponse.named("demo")
                .status(state == DemoStart.State.DONE)
                .withData("load", state.name().toLowerCase(Locale.ROOT))
                .build();
    }
}
