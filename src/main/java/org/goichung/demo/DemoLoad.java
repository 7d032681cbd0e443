package org.goichung.demo;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.goichung.demo.store.LoadSteps;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.time.DatabaseClock;
import org.jboss.logging.Logger;

/**
 * Loads the demo into an empty database, step by step; a load cut short goes on with its first unfinished step. A database that was in
 * use before stays as it is. Blocking.
 */
@ApplicationScoped
class DemoLoad {
    private static final Logger LOG = Logger.getLogger(DemoLoad.class);
    private static final String BEGUN = "begun";

    private final DemoService demo;
    private final PeopleSteps people;
    private final LoadSteps finished;
    private final Accounts accounts;
    private final DatabaseClock clock;

    private interface Step {
        void run(LoadContext load) throws Exception;
    }

    DemoLoad(DemoService demo, PeopleSteps people, LoadSteps finished, Accounts accounts, DatabaseClock clock) {
        this.demo = demo;
        this.people = people;
        this.finished = finished;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** False where the database holds something else than the demo. */
    boolean run(URI base) throws Exception {
        if (!finished.any() && LoadSteps.run(accounts::any)) return false;
        var load = new LoadContext(base, demo.seed(), begin(), clock::instant);
        for (var step : steps().entrySet()) {
            var earlier = finished.made(step.getKey());
            if (earlier.isPresent()) {
                load.remember(earlier.get());
                continue;
            }
            long started = System.nanoTime();
            step.getValue().run(load);
            finished.finish(step.getKey(), load.made());
            LOG.debugf("demo step %s: %d ms", step.getKey(), (System.nanoTime() - started) / 1_000_000);
        }
        return true;
    }

    /** In their order. Who there is depends on the seed: with another one the log-ins are made anew. */
    private Map<String, Step> steps() {
        String seed = ":" + demo.seed().fingerprint();
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("admin" + seed, people::admin);
        steps.put("unions-and-enterprises", people::unionsAndEnterprises);
        steps.put("log-ins" + seed, people::logIns);
        steps.put("rosters", people::rosters);
        steps.put("workers" + seed, people::workers);
        steps.put("programme", DealSteps::programme);
        steps.put("first-rfq", DealSteps::openFirst);
        steps.put("first-deadline", DealSteps::closeFirst);
        steps.put("first-bargain", DealSteps::bargainFirst);
        steps.put("first-agreement", DealSteps::awardAndRatifyFirst);
        steps.put("pools-half-used", UseSteps::drawHalf);
        steps.put("enrolments", UseSteps::enrol);
        steps.put("activations", UseSteps::activate);
        steps.put("usage", UseSteps::tellUsage);
        steps.put("second-rfq", DealSteps::openSecond);
        return steps;
    }

    /** The instant that all the demo's dates are relative to. */
    private Instant begin() {
        var earlier = finished.made(BEGUN);
        if (earlier.isEmpty()) {
            Instant now = LoadSteps.run(clock::look);
            finished.finish(BEGUN, new JsonObject().put("at", now.toString()));
            return now;
        }
        return Instant.parse(earlier.get().getString("at"));
    }
}
