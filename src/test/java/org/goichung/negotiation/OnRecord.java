package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;

/** What the database has on record, was to tell, and keeps for an audit. */
final class OnRecord {
    private OnRecord() {}

    /** What is on record, what was told, and what is in the audit are the same moves in the same order, and the last is the state. */
    static void agree(Bargainers all, String rfq, List<String> moves) {
        assertThat(texts("SELECT move FROM negotiation_record WHERE subject = $1 ORDER BY id", rfq))
                .isEqualTo(moves);
        assertThat(texts("SELECT state FROM negotiation_record WHERE subject = $1 ORDER BY id", rfq))
                .endsWith(all.get(all.lead, "/v1/rfqs/" + rfq).getString("state"));
        var words = Map.of(
                "open",
                "rfq-opened",
                "close",
                "rfq-closed",
                "cancel",
                "rfq-cancelled",
                "award",
                "rfq-awarded",
                "conclude",
                "rfq-concluded",
                "reopen",
                "rfq-reopened");
        List<String> told = new ArrayList<>(List.of("rfq-drafted"));
        moves.stream().filter(words::containsKey).map(words::get).forEach(told::add);
        assertThat(texts("SELECT type FROM outbox_event WHERE subject = $1 ORDER BY seq", rfq))
                .isEqualTo(told);
        assertThat(texts(
                        "SELECT action FROM audit_entry WHERE subject = $1 AND tenant = 'union:" + all.federation
                                + "' ORDER BY id",
                        rfq))
                .isEqualTo(told);
    }

    /** The first column of what a query with one id finds. */
    static List<String> texts(String query, String id) {
        var sql = Statements.of(Door.bean(Transactions.class).systemPool());
        return Door.await(() -> sql.select(query, UUID.fromString(id))).stream()
                .map(row -> (String) row[0])
                .toList();
    }
}
