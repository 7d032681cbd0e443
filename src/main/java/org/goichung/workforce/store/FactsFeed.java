package org.goichung.workforce.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.FactsBatch;
import org.goichung.workforce.FactsCursor;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/** The facts feed: one stream of all people to begin with, then what changed, in the order of (transaction, number). */
@ApplicationScoped
public class FactsFeed {
    private static final int FETCH = 4_000;

    /** Where a row stands in the feed; a snapshot has no use for it. */
    private static final String XID = "row_xid::text::bigint";

    private static final String COLUMNS = """
            SELECT worker_id, msisdn_index, national_id_index, enterprise_id, birth_year, union_member, monthly_wage_vnd,
                   monthly_telecom_spend_vnd, phone_kind, carrier_code, carrier_guessed, province_code, commune_code,
                   employed_from, employed_to, lapses_last_90_days, monthly_data_bytes, erased, row_xid::text::bigint AS xid, row_seq,
                   enrolled_version_id, enrolled_enterprise_id, enrolled_agreement_id, enrolled_programme_id, enrolled_price_vnd,
                   enrolled_worker_vnd
              FROM worker_facts
            """;

    private final Transactions transactions;

    public FactsFeed(Transactions transactions) {
        this.transactions = transactions;
    }

    /** All that is known, once each, in no order; the next batch is read while one is worked on. */
    public Multi<List<WorkerFacts>> snapshot() {
        return transactions.systemPool().getConnection().onItem().transformToMulti(connection -> connection
                .begin()
                .chain(() -> connection.prepare(COLUMNS.replace(XID, "0::bigint") + " WHERE NOT erased"))
                .onItem()
                .transformToMulti(query -> {
                    var cursor = query.cursor();
                    return Multi.createBy()
                            .repeating()
                            .uni(() -> cursor.read(FETCH))
                            .whilst(rows -> cursor.hasMore());
                })
                .map(FactsFeed::allFacts)
                .onTermination()
                .call(() -> connection.close()));
    }

    private static List<WorkerFacts> allFacts(RowSet<Row> rows) {
        List<WorkerFacts> facts = new ArrayList<>(rows.size());
        for (Row row : rows) facts.add(facts(row));
        return facts;
    }

    /** One person's as they are committed now; none for one who is unknown or erased. */
    public Uni<Optional<WorkerFacts>> one(WorkerId worker) {
        return transactions
                .systemPool()
                .preparedQuery(COLUMNS + " WHERE worker_id = $1 AND NOT erased")
                .execute(Tuple.of(worker.value()))
                .map(rows -> {
                    var each = rows.iterator();
                    return each.hasNext() ? Optional.of(facts(each.next())) : Optional.empty();
                });
    }

    /** Where a feed has to go on from that was filled by a snapshot begun after this was asked. */
    public Uni<FactsCursor> horizon() {
        return transactions
                .systemPool()
                .query("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .execute()
                .map(rows -> new FactsCursor(rows.iterator().next().getLong(0) - 1, Long.MAX_VALUE));
    }

    /** What followed the cursor. Transactions still running hold back what began after them, so that nothing is skipped. */
    public Uni<FactsBatch> after(FactsCursor cursor, int limit) {
        return transactions.systemSql(connection -> now(connection).chain(asOf -> connection
                .preparedQuery(COLUMNS + """
                                 WHERE (row_xid, row_seq) > ($1::text::xid8, $2::bigint)
                                   AND row_xid < pg_snapshot_xmin(pg_current_snapshot())
                                 ORDER BY row_xid, row_seq
                                 LIMIT $3
                                """)
                .execute(Tuple.of(Long.toString(cursor.xid()), cursor.seq(), limit))
                .map(rows -> {
                    List<WorkerFacts> changes = new ArrayList<>();
                    FactsCursor next = cursor;
                    for (Row row : rows) {
                        changes.add(facts(row));
                        next = new FactsCursor(row.getLong("xid"), row.getLong("row_seq"));
                    }
                    return new FactsBatch(changes, next, asOf);
                })));
    }

    private static Uni<Instant> now(SqlConnection connection) {
        return connection
                .query("SELECT goichung_now()")
                .execute()
                .map(rows -> rows.iterator().next().get(OffsetDateTime.class, 0).toInstant());
    }

    /** By place, in the order of {@link #COLUMNS}: a name is searched for each time. */
    private static WorkerFacts facts(Row row) {
        UUID enterprise = row.getUUID(3);
        String phone = row.getString(8);
        return new WorkerFacts(
                new WorkerId(row.getUUID(0)),
                bytes(row, 1),
                bytes(row, 2),
                enterprise == null ? null : new EnterpriseId(enterprise),
                row.getInteger(4),
                row.getBoolean(5),
                row.getLong(6),
                row.getLong(7),
                phone == null ? null : PhoneKind.valueOf(phone),
                row.getString(9),
                row.getBoolean(10),
                row.getString(11),
                row.getString(12),
                row.getLocalDate(13),
                row.getLocalDate(14),
                row.getInteger(15),
                row.getLong(16),
                enrolled(row),
                row.getBoolean(17),
                row.getLong(19));
    }

    private static @Nullable EnrolledPackage enrolled(Row row) {
        UUID version = row.getUUID(20);
        if (version == null) return null;
        return new EnrolledPackage(
                version,
                new EnterpriseId(row.getUUID(21)),
                row.getUUID(22),
                row.getUUID(23),
                row.getLong(24),
                row.getLong(25));
    }

    private static byte @Nullable [] bytes(Row row, int column) {
        Buffer buffer = row.get(Buffer.class, column);
        return buffer == null ? null : buffer.getBytes();
    }
}
