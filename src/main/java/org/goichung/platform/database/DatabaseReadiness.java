package org.goichung.platform.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready while the database answers both of its roles soon. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements AsyncHealthCheck {
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Pool app;
    private final Pool system;

    public DatabaseReadiness(Pool app, @ReactiveDataSource("system") Pool system) {
        this.app = app;
        this.system = system;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.join()
                .all(asked(app), asked(system))
                .andFailFast()
                .ifNoItem()
                .after(SOON)
                .fail()
                .map(answered -> true)
                .onFailure()
                .recoverWithItem(false)
                .map(up -> HealthCheckResponse.named("database").status(up).build());
    }

    private static Uni<Void> asked(Pool pool) {
        return pool.query("SELECT 1").execute().replaceWithVoid();
    }
}
