package org.goichung.eligibility.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once everybody's facts and what is on offer are in memory. */
@Readiness
@ApplicationScoped
public class IndexLoaded implements HealthCheck {
    private final FactsFollower facts;
    private final Offers offers;

    public IndexLoaded(FactsFollower facts, Offers offers) {
        this.facts = facts;
        this.offers = offers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("index loaded")
                .status(facts.loaded() && offers.loaded())
                .withData("people", facts.index().size())
                .withData("mostPeople", facts.index().most())
                .withData("leftOut", facts.index().leftOut())
                .withData("ageSeconds", facts.loaded() ? facts.ageSeconds() : -1)
                .build();
    }
}
