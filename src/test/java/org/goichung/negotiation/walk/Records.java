package org.goichung.negotiation.walk;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goichung.negotiation.model.VoteSecret;
import org.goichung.platform.database.Ids;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.keys.Keys;

/** What the database holds of a walk: all that came into being since it began. */
final class Records {
    /** All that a move may change, but for what jobs note on their own: where a link's notice stands. */
    private static final List<String> TABLES = List.of(
            "mandate",
            "rfq",
            "rfq_member",
            "rfq_membership",
            "rfq_question",
            "rfq_amendment",
            "bid",
            "offer",
            "final_offer",
            "paper_offer",
            "paper_answer",
            "award",
            "award_line",
            "award_proposal",
            "ratification_vote",
            "agreement",
            "agreement_allocation",
            "agreement_amendment",
            "negotiation_record");

    private static final String OURS = "split_part(%s, '-', 1) IN ('mandate', 'rfq', 'bid', 'award', 'agreement')";

    private final Broker broker;
    private final UUID since = Ids.next();
    private final long firstEvent;
    private long lastEvent;
    private long audited;
    /** By link; of used ones nothing is kept but a hash. */
    private final Map<UUID, String> secrets = new HashMap<>();

    Records(Broker broker) {
        this.broker = broker;
        lastEvent =
                number(rows("SELECT coalesce(max(seq), 0) FROM outbox_event").getFirst()[0]);
        firstEvent = lastEvent;
    }

    private static List<Object[]> rows(String sql, Object... parameters) {
        return await(() -> Statements.of(bean(Transactions.class).systemPool()).select(sql, parameters));
    }

    private static void update(String sql, Object... parameters) {
        await(() -> Statements.of(bean(Transactions.class).systemPool()).update(sql, parameters));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** No table that belongs to a negotiation may be forgotten here. */
    static void requireAllTables() {
        Set<String> there = rows("""
                        SELECT DISTINCT table_name::text
                          FROM information_schema.columns
                         WHERE table_schema = 'public' AND column_name IN ('rfq_id', 'bid_id', 'award_id', 'agreement_id')
                           AND table_name !~ '^(quota|enrolment|usage)'
                        """).stream().map(row -> (String) row[0]).collect(Collectors.toSet());
        there.removeAll(TABLES);
        there.remove("vote_link");
        if (!there.isEmpty()) throw new AssertionError("walks do not look at " + there);
    }

    /** The same where nothing was changed: every row of every table, events and audit entries among them. */
    String digest() {
        var parts = new ArrayList<String>();
        for (String table : TABLES) parts.add(hash("t::text", table + " t"));
        parts.add(hash("(id, award_id, enterprise_id, secret_hash, used_at)::text", "vote_link"));
        parts.add(hash(
                "(id, seq, type, key, subject, audience, data, occurred_at)::text",
                "outbox_event",
                OURS.formatted("type")));
        parts.add(hash(
                "(id, tenant, actor, action, subject, occurred_at, commitment)::text",
                "audit_entry",
                OURS.formatted("action")));
        return (String) rows("SELECT concat_ws(' ', " + String.join(", ", parts) + ")", since)
                .getFirst()[0];
    }

    /** The tables in which two digests differ. */
    static List<String> changed(String before, String after) {
        List<String> tables = new ArrayList<>(TABLES);
        tables.addAll(List.of("vote_link", "outbox_event", "audit_entry"));
        String[] one = before.split(" ", -1);
        String[] other = after.split(" ", -1);
        return IntStream.range(0, tables.size())
                .filter(i -> !one[i].equals(other[i]))
                .mapToObj(tables::get)
                .toList();
    }

    private static String hash(String what, String from, String... where) {
        String ours = where.length == 0 ? "" : " AND " + where[0];
        return "(SELECT md5(coalesce(string_agg(" + what + ", '' ORDER BY id), '')) FROM " + from + " WHERE id > $1"
                + ours + ")";
    }

    /** What was told since it was last asked: each event's type and how many it is for. */
    List<String> news() {
        List<Object[]> events = rows(
                "SELECT type, cardinality(audience), seq FROM outbox_event WHERE seq > $1 AND id > $2 AND "
                        + OURS.formatted("type") + " ORDER BY seq",
                lastEvent,
                since);
        if (!events.isEmpty()) lastEvent = number(events.getLast()[2]);
        return events.stream().map(row -> row[0] + " to " + row[1]).sorted().toList();
    }

    /** Audit entries made since it was last asked. */
    long audited() {
        long all = number(rows("SELECT count(*) FROM audit_entry WHERE id > $1 AND " + OURS.formatted("action"), since)
                .getFirst()[0]);
        long made = all - audited;
        audited = all;
        return made;
    }

    /** Waits until the events about agreements have reached the ledger. */
    void awaitTold() {
        Polling.until(() -> number(rows(
                                "SELECT count(*) FROM outbox_event WHERE seq > $1 AND published_seq IS NULL AND type LIKE 'agreement-%'",
                                firstEvent)
                        .getFirst()[0])
                == 0);
    }

    String version(String table, UUID id) {
        List<Object[]> found = rows("SELECT version FROM " + table + " WHERE id = $1", id);
        return found.isEmpty() ? "\"900\"" : "\"" + found.getFirst()[0] + "\"";
    }

    /** What an amendment has to repeat. */
    record Asked(Instant deadline, YearMonth start, int months) {}

    Asked rfq(UUID id) {
        List<Object[]> found = rows(
                "SELECT offer_deadline, lots::jsonb -> 0 ->> 'startMonth', (lots::jsonb -> 0 ->> 'months')::int FROM rfq WHERE id = $1",
                id);
        if (found.isEmpty()) return null;
        Object[] row = found.getFirst();
        return new Asked(((OffsetDateTime) row[0]).toInstant(), YearMonth.parse((String) row[1]), (int) number(row[2]));
    }

    UUID agreementOn(UUID offer) {
        List<Object[]> found = rows("SELECT id FROM agreement WHERE offer_id = $1", offer);
        return found.isEmpty() ? broker.names.id("nothing") : (UUID) found.getFirst()[0];
    }

    /** As it stood in the notice; some other where there is none. */
    String secret(UUID award, UUID enterprise) {
        List<Object[]> found = rows(
                "SELECT id, wrapped_secret FROM vote_link WHERE award_id = $1 AND enterprise_id = $2",
                award,
                enterprise);
        if (found.isEmpty()) return VoteSecret.random().text();
        UUID id = (UUID) found.getFirst()[0];
        byte[] wrapped = (byte[]) found.getFirst()[1];
        if (wrapped != null)
            secrets.put(
                    id,
                    VoteSecret.of(bean(Keys.class).unwrap(wrapped, "vote-link:" + id))
                            .text());
        return secrets.get(id);
    }

    /** A line for everything there is, in the model's words. */
    SortedSet<String> picture() {
        Object[] minutes = {since, Times.begin().atOffset(ZoneOffset.UTC)};
        return rows(Picture.SQL, minutes).stream()
                .map(row -> broker.names.told((String) row[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the ledger grants: month by month, by what it was told and by what stands in its pools. */
    Set<String> grants() {
        return new HashSet<>(rows("""
                        SELECT a.offer_id || ' ' || t.enterprise_id || ' ' || to_char(t.period, 'YYYY-MM') || ' ' || t.lines
                               || CASE WHEN t.granted_lines = t.lines AND p.granted = t.lines THEN '' ELSE ' but granted otherwise' END
                          FROM quota_allotment t
                          JOIN agreement a ON a.id = t.agreement_id
                          JOIN quota_pool p ON p.agreement_id = t.agreement_id AND p.enterprise_id = t.enterprise_id
                                           AND p.period = t.period AND p.unit = 'LINE_CYCLE'
                         WHERE a.id > $1
                        """, since).stream()
                .map(row -> broker.names.told((String) row[0]))
                .toList());
    }

    List<UUID> agreementsThatStand() {
        return rows("SELECT id FROM agreement WHERE id > $1 AND state NOT IN ('EXPIRED', 'TERMINATED')", since).stream()
                .map(row -> (UUID) row[0])
                .toList();
    }

    /** So that nothing of the walk falls due in the present. */
    void clear() {
        update("UPDATE mandate SET withdrawn_at = goichung_now() WHERE id > $1 AND withdrawn_at IS NULL", since);
        update(
                "UPDATE bid SET state = 'EXPIRED' WHERE id > $1 AND state NOT IN ('WITHDRAWN', 'AWARDED', 'NOT_AWARDED', 'DECLINED')",
                since);
        update("UPDATE rfq SET state = 'CANCELLED' WHERE id > $1 AND state NOT IN ('CONCLUDED', 'FAILED')", since);
        update(
                "UPDATE quota_pool SET state = 'closed', closed_entry = coalesce(closed_entry, last_entry) WHERE agreement_id IN (SELECT id FROM agreement WHERE id > $1)",
                since);
    }
}
