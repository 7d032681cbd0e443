package org.goichung.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.goichung.contract.Contract.Op;
import org.junit.jupiter.api.Test;

/** Every operation's yes is held against the contract, in a story where all goes as it should. */
@QuarkusTest
class AnswersTest {
    /** The demo's own, not found here; held against the contract where the demo runs, by TourIT. */
    private static final Set<String> OF_THE_DEMO =
            Set.of("showDemoSms", "showDemoCredentials", "showDemoNotices", "advanceDemoClock");
    /** Endless; what it tells is held by EventsTest. */
    private static final Set<String> ENDLESS = Set.of("followEvents");

    @Test
    void every_operation_says_yes_somewhere_and_as_the_contract_says() {
        var pair = Stories.pair();
        var asking = new Asking(pair.mine());
        for (Op op : Contract.operations())
            if (op.method().equals("GET") && !ENDLESS.contains(op.id()))
                pair.mine().callers().stream()
                        .filter(each -> Contract.accessMatrix().get(op.id()).get(each.role()))
                        .findFirst()
                        .ifPresent(caller -> asking.ask(op, caller, Map.of()));
        new Further(pair.ofMine()).tell();
        var missing = new TreeSet<String>();
        for (Op op : Contract.operations()) missing.add(op.id());
        missing.removeAll(OF_THE_DEMO);
        missing.removeAll(ENDLESS);
        missing.removeAll(Held.TO_THE_CONTRACT.answeredWell());
        assertThat(missing).as("operations that have not said yes").isEmpty();
    }
}
