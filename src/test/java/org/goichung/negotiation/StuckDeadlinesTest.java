package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something that time can't move, since what is kept of it can't be read, holds up nothing else. */
@QuarkusTest
class StuckDeadlinesTest {
    private static Bargainers all;

    private final Map<UUID, String> broken = new HashMap<>();

    @BeforeEach
    void meet() {
        if (all != null) return;
        all = new Bargainers();
        all.giveMandates();
    }

    @AfterEach
    void mend() {
        broken.forEach((rfq, lots) -> sql("UPDATE rfq SET lots = $2 WHERE id = $1", rfq, lots));
        all.setBack();
    }

    @Test
    void a_vote_that_cannot_be_settled_holds_up_none_that_is_over_later() {
        List<String> rfqs = closed();
        rfqs.forEach(this::award);
        spoil(rfqs.getFirst());
        endVote(rfqs.getFirst(), 7_200);
        endVote(rfqs.getLast(), 3_700);
        NegotiationJobs.settle();
        all.await(rfqs.getLast(), "evaluated");
        assertThat(stateOf("rfq", "id", rfqs.getFirst())).isEqualTo("RATIFYING");
    }

    private static void endVote(String rfq, int secondsEarlier) {
        sql(
                "UPDATE award SET made_at = made_at - make_interval(secs => $2), vote_until = vote_until - make_interval(secs => $2) WHERE rfq_id = $1",
                UUID.fromString(rfq),
                (double) secondsEarlier);
    }

    @Test
    void an_offer_that_cannot_be_ended_holds_up_none_that_runs_out_later() {
        List<String> rfqs = closed();
        spoil(rfqs.getFirst());
        runOut(rfqs.getFirst(), 7_200);
        runOut(rfqs.getLast(), 3_600);
        NegotiationJobs.expire();
        all.until(() -> stateOf("bid", "rfq_id", rfqs.getLast()).equals("EXPIRED"));
        assertThat(stateOf("bid", "rfq_id", rfqs.getFirst())).isEqualTo("REVEALED");
    }

    private static void runOut(String rfq, int secondsAgo) {
        sql(
                "UPDATE bid SET valid_until = goichung_now() - make_interval(secs => $2) WHERE rfq_id = $1",
                UUID.fromString(rfq),
                (double) secondsAgo);
    }

    @Test
    void an_agreement_that_cannot_be_moved_holds_up_none_whose_day_has_come_too() {
        List<String> rfqs = closed();
        rfqs.forEach(rfq -> {
            award(rfq);
            all.post(
                            all.firstUnion,
                            "/v1/rfqs/" + rfq + "/ratifications",
                            Map.of("enterpriseId", all.first, "vote", "yes"))
                    .statusCode(201);
            // as if its first day had not come when it was ratified
            sql(
                    "UPDATE agreement SET state = 'RATIFIED', from_date = from_date + 400, until_date = until_date + 400 WHERE rfq_id = $1",
                    UUID.fromString(rfq));
        });
        spoil(rfqs.getFirst());
        rfqs.forEach(rfq -> sql(
                "UPDATE agreement SET from_date = from_date - 400, until_date = until_date - 400 WHERE rfq_id = $1",
                UUID.fromString(rfq)));
        NegotiationJobs.calendar();
        all.until(() -> stateOf("agreement", "rfq_id", rfqs.getLast()).equals("IN_FORCE"));
        assertThat(stateOf("agreement", "rfq_id", rfqs.getFirst())).isEqualTo("RATIFIED");
    }

    /** Two of them, with an offer each. */
    private List<String> closed() {
        List<String> rfqs = new ArrayList<>();
        Instant deadline = Bargainers.soon();
        for (int i = 0; i < 2; i++) {
            String rfq = all.openRfq(deadline);
            all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", all.offer(all.viettel, "own-tariff", true, 3, 70_000))
                    .statusCode(201);
            rfqs.add(rfq);
        }
        all.letAWhilePass();
        rfqs.forEach(rfq -> all.await(rfq, "closed"));
        return rfqs;
    }

    private void award(String rfq) {
        String offer = all.get(all.lead, "/v1/rfqs/" + rfq + "/offers").getString("items[0].id");
        long version = all.get(all.lead, "/v1/rfqs/" + rfq).getLong("version");
        var lines = List.of(Map.of("enterpriseId", all.first, "offerId", offer, "lines", 9));
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", lines))
                .statusCode(200);
    }

    /** What it asks for can't be read any more. */
    private void spoil(String rfq) {
        UUID id = UUID.fromString(rfq);
        broken.put(id, (String) rows("SELECT lots FROM rfq WHERE id = $1", id).getFirst()[0]);
        sql("UPDATE rfq SET lots = '[1]' WHERE id = $1", id);
    }

    private static String stateOf(String table, String column, String id) {
        return (String) rows("SELECT state FROM " + table + " WHERE " + column + " = $1", UUID.fromString(id))
                .getFirst()[0];
    }

    private static List<Object[]> rows(String sql, Object... parameters) {
        return await(() -> Statements.of(bean(Transactions.class).systemPool()).select(sql, parameters));
    }

    private static void sql(String sql, Object... parameters) {
        await(() -> Statements.of(bean(Transactions.class).systemPool()).update(sql, parameters));
    }
}
