package org.goichung.negotiation.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.goichung.negotiation.NegotiationJobs;
import org.goichung.support.Shrinking;
import org.junit.jupiter.api.Test;

/**
 * Unions, carriers and the clock go at random through whole negotiations, on the running service and on a model of it: at each step both say
 * the same, what must hold holds, and a refused move has changed nothing. {@code -Dgoichung.walks=2000} is the full run;
 * {@code -Dgoichung.seed} runs it again from where it failed.
 */
@QuarkusTest
class WalkTest {
    private static final int WALKS = Integer.getInteger("goichung.walks", 12);

    private final Map<String, Integer> seen = new TreeMap<>();
    private int steps;
    private World world;
    private int notAgain;
    /** By the service, of the last step. */
    private String told = "";

    @Test
    void whoever_does_what_and_when_the_negotiation_goes_as_its_model_says() {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("WalkTest seed " + seed + ", " + WALKS + " walks");
        world = new World();
        Records.requireAllTables();
        NegotiationJobs.pause();
        try {
            for (long each = seed; each < seed + WALKS; each++) walk(each);
        } finally {
            NegotiationJobs.resume();
        }
        System.out.println("WalkTest took " + steps + " steps: " + seen);
        // walks that never get that far prove nothing of it
        assertThat(seen).containsKeys("Submit done", "Submit refused", "Award done", "Vote done");
    }

    private void walk(long seed) {
        List<Step> walk = Walks.of(seed, world.given);
        String difference = difference(walk);
        if (difference == null) return;
        if (difference(walk) == null && difference(walk) == null) {
            // something else wrote in between; told, and borne once
            System.out.println("WalkTest seed " + seed + " differed once and not again: " + difference);
            assertThat(++notAgain).as(difference).isLessThanOrEqualTo(1);
            return;
        }
        List<Step> least = Shrinking.without(walk, fewer -> difference(fewer) != null);
        throw new AssertionError("walk of -Dgoichung.seed=" + seed + ", cut down to\n"
                + least.stream().map(Step::toString).collect(Collectors.joining("\n")) + "\n" + difference(least));
    }

    /** Null where service and model say the same. */
    private String difference(List<Step> walk) {
        var model = new Model(world.given);
        try (var broker = new Broker(world)) {
            var sight = new Sight(broker, model);
            String before = broker.records.digest();
            for (int turn = 0; turn < walk.size(); turn++) {
                Step step = walk.get(turn);
                String wrong = difference(broker, model, step);
                String after = broker.records.digest();
                if (wrong == null && !told.equals("done") && !after.equals(before))
                    wrong = "a refused move has changed " + Records.changed(before, after);
                if (wrong != null) return step + "\n" + wrong;
                before = after;
                sight.check(turn);
                if (step instanceof Step.Propose propose && told.equals("done")) sight.checkProposal(propose.rfq());
                steps++;
            }
            model.all.rfqs.values().forEach(rfq -> count("rfq " + rfq.state));
            model.all.deals.values().forEach(deal -> count("agreement " + deal.state));
            model.all.awards.values().forEach(award -> count("award " + award.outcome));
            return Grants.difference(broker, model.all);
        } catch (AssertionError broken) {
            return broken.toString();
        }
    }

    private String difference(Broker broker, Model model, Step step) {
        Model.Told expected = model.run(step);
        told = broker.run(step, model.all.now);
        count(step.getClass().getSimpleName() + (told.equals("done") ? " done" : " refused"));
        if (!told.equals(expected.outcome())) return differ(expected.outcome(), told);
        return told.equals("done") ? difference(broker, model, expected) : null;
    }

    private static String difference(Broker broker, Model model, Model.Told expected) {
        List<String> news = broker.records.news();
        if (!news.equals(expected.events())) return differ(expected.events(), news);
        long audiences = expected.events().stream()
                .mapToLong(event -> Long.parseLong(event.substring(event.lastIndexOf(' ') + 1)))
                .sum();
        long audited = broker.records.audited();
        if (audited != audiences) return differ(audiences + " audit entries", audited);
        SortedSet<String> picture = broker.records.picture();
        SortedSet<String> modelled = model.picture();
        if (picture.equals(modelled)) return null;
        var missing = new TreeSet<>(modelled);
        missing.removeAll(picture);
        var strange = new TreeSet<>(picture);
        strange.removeAll(modelled);
        return differ(missing, strange);
    }

    private static String differ(Object model, Object service) {
        return "  model:   " + model + "\n  service: " + service;
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
