package org.goichung.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.goichung.catalog.CatalogService;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.support.Door;
import org.junit.jupiter.api.Test;

/** Other rooms ask in the middle of their transactions, whose session knows one thread only. */
@QuarkusTest
class EligibilityInTransactionTest {

    @Test
    void who_counts_within_a_transaction_can_go_on_with_it() {
        var nowhere = new EnterpriseId(UUID.randomUUID());
        assertThat(within(() -> eligibility().exactDemand(List.of("union-member"), Set.of(nowhere))))
                .isEqualTo(Map.of(nowhere, Map.of()));
    }

    @Test
    void who_asks_for_an_unknown_person_within_a_transaction_can_go_on_with_it() {
        UUID version = Door.await(() -> Door.bean(CatalogService.class).versionsOnOffer())
                .getFirst()
                .id();
        ProblemType told = within(() -> eligibility()
                .match(new WorkerId(UUID.randomUUID()), version, List.of())
                .map(match -> ProblemType.INTERNAL_ERROR)
                .onFailure(Refusal.class)
                .recoverWithItem(refusal -> ((Refusal) refusal).type()));
        assertThat(told).isEqualTo(ProblemType.NOT_FOUND);
    }

    /** Asks between two statements of one transaction. */
    private static <T> T within(Supplier<Uni<T>> question) {
        loaded();
        return Door.await(() -> Door.bean(Transactions.class)
                .write(session -> session.createNativeQuery("SELECT 1", Integer.class)
                        .getSingleResult()
                        .chain(one -> question.get())
                        .call(answer -> session.createNativeQuery("SELECT 2", Integer.class)
                                .getSingleResult())));
    }

    private static void loaded() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true)
            try {
                Door.await(() -> eligibility().exactDemand(List.of(), Set.of()));
                return;
            } catch (Refusal notYet) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
    }

    private static EligibilityService eligibility() {
        return Door.bean(EligibilityService.class);
    }
}
