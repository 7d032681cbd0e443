package org.goichung.workforce.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
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
import org.goichung.workforce.FactsBatch;
import org.goichung.workforce.FactsCursor;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/** The facts feed: one stream of all people to begin with, then what changed, in the order of (transaction, number). */
@ApplicationScoped
public class FactsFeed {
    private static final int FETCH = 2_000;

    private static final String COLUMNS = """
            SELECT worker_id, msisdn_index, national_id_index, enterprise_id, birth_year, union_member, monthly_wage_vnd,
                   monthly_telecom_spend_vnd, phone_kind, carrier_code, carrier_guessed, province_code, commune_code,
                   employed_from, employed_to, lapses_last_90_days, monthly_data_bytes, erased, row_xid::text::bigint AS xid, row_seq
              FROM worker_facts
            """;

    private final Transactions transactions;

    public FactsFeed(Transactions transactions) {
        this.transactions = transactions;
    }

    /** All that is known, once each, in no order. */
    public Multi<WorkerFacts> snapshot() {
        return transactions.systemPool().getConnection().onItem().transformToMulti(connection -> connection
                .begin()
                .chain(() -> connection.prepare(COLUMNS + " WHERE NOT erased"))
                .onItem()
                .transformToMulti(query -> query.createStream(FETCH).toMulti())
                .map(FactsFeed::facts)
                .onTermination()
                .call(() -> connection.close()));
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

    private static WorkerFacts facts(Row row) {
        UUID enterprise = row.getUUID("enterprise_id");
        String phone = row.getString("phone_kind");
        return new WorkerFacts(
                new WorkerId(row.getUUID("worker_id")),
                bytes(row, "msisdn_index"),
                bytes(row, "national_id_index"),
                enterprise == null ? null : new EnterpriseId(enterprise),
                row.getInteger("birth_year"),
                row.getBoolean("union_member"),
                row.getLong("monthly_wage_vnd"),
                row.getLong("monthly_telecom_spend_vnd"),
                phone == null ? null : PhoneKind.valueOf(phone),
                row.getString("carrier_code"),
                row.getBoolean("carrier_guessed"),
                row.getString("province_code"),
                row.getString("commune_code"),
                row.getLocalDate("employed_from"),
                row.getLocalDate("employed_to"),
                row.getInteger("lapses_last_90_days"),
                row.getLong("monthly_data_bytes"),
                row.getBoolean("erased"),
                row.getLong("row_seq"));
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer buffer = row.get(Buffer.class, row.getColumnIndex(column));
        return buffer == null ? null : buffer.getBytes();
    }
}
