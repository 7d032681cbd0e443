package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;
import org.goichung.support.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A notice that nobody takes. */
@QuarkusTest
class NoticeRetryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private VoteLinks links;

    @AfterEach
    void set_back() {
        if (links != null) links.setBack();
    }

    @Test
    void it_is_tried_again_and_then_its_link_opens_but_not_for_ever() {
        var sender = Door.bean(StubbornSender.class);
        links = new VoteLinks(sender::refuse);
        Service.eventually(
                "both were tried",
                PATIENCE,
                () -> tried().stream().allMatch(times -> times >= 1) && tried().size() == 2);
        String first = ofTheFirst(true);
        String second = ofTheFirst(false);

        sql("UPDATE vote_link SET attempts = 11, retry_at = goichung_now() WHERE id = $1", UUID.fromString(second));
        Service.eventually("one was given up", PATIENCE, () -> state(second).equals("given up"));

        sender.giveIn(links.rfq);
        sql("UPDATE vote_link SET retry_at = goichung_now() WHERE id = $1", UUID.fromString(first));
        Service.eventually("the other was sent", PATIENCE, () -> state(first).equals("sent"));
        VoteNotice notice = links.notice(true);
        assertThat(notice.id()).hasToString(first);
        assertThat(VoteLinks.open(VoteLinks.secret(notice), "vi").statusCode()).isEqualTo(200);
        assertThat(state(second)).isEqualTo("given up");
    }

    private List<Integer> tried() {
        return sql("SELECT attempts FROM vote_link WHERE rfq_id = $1", UUID.fromString(links.rfq)).stream()
                .map(row -> (Integer) row[0])
                .toList();
    }

    /** The link of the first enterprise, or of the other one. */
    private String ofTheFirst(boolean first) {
        return String.valueOf(sql(
                        "SELECT id FROM vote_link WHERE rfq_id = $1 AND (enterprise_id = $2) = $3",
                        UUID.fromString(links.rfq),
                        UUID.fromString(links.firstEnterprise()),
                        first)
                .getFirst()[0]);
    }

    private static String state(String id) {
        return String.valueOf(sql("""
                        SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN wrapped_secret IS NULL THEN 'given up' ELSE 'waiting' END
                          FROM vote_link WHERE id = $1
                        """, UUID.fromString(id)).getFirst()[0]);
    }

    private static List<Object[]> sql(String query, Object... parameters) {
        return Door.await(
                () -> Statements.of(Door.bean(Transactions.class).systemPool()).select(query, parameters));
    }
}
