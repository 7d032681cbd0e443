package org.goichung.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Who waits until the service is ready can log in as the first admin. */
@Readiness
@ApplicationScoped
public class FirstAdminReadiness implements HealthCheck {
    private final FirstAdmin admin;

    public FirstAdminReadiness(FirstAdmin admin) {
        this.admin = admin;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("first admin")
                .status(admin.isSettled())
                .build();
    }
}
