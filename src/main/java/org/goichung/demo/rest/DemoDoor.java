package org.goichung.demo.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.goichung.demo.DemoService;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.problem.rest.ProblemAnswers;

/** Outside demo mode nothing is found behind {@code /demo/}, whoever asks and with whatever credentials. */
@ApplicationScoped
public class DemoDoor {
    private static final String DEMO = "/demo/";

    private final DemoService demo;
    private final ProblemAnswers problems;

    public DemoDoor(DemoService demo, ProblemAnswers problems) {
        this.demo = demo;
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        if (demo.enabled()) return;
        filters.register(
                context -> {
                    if (context.normalizedPath().startsWith(DEMO)) problems.send(Refusal.notFound(), context);
                    else context.next();
                },
                400);
    }
}
