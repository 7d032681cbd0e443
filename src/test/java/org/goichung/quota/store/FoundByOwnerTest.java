package org.goichung.quota.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.PoolKey;
import org.goichung.quota.TestQuota;
import org.goichung.quota.Unit;
import org.goichung.quota.model.HoldKey;
import org.junit.jupiter.api.Test;

/** However much stands in the ledger, what is asked of a few is not paid by a look at all. */
@QuarkusTest
class FoundByOwnerTest {
    private static final int MANY = 5_000;

    @Test
    void nothing_that_is_asked_of_a_few_reads_all_pools_or_all_holds() {
        PoolKey pool = TestQuota.granted(9, null, null).key(Unit.LINE_CYCLE);
        var hold = List.of(new HoldKey(new EnterpriseId(UUID.randomUUID()), UUID.randomUUID()));
        var reservations = bean(ReservationStore.class);
        var pools = bean(PoolStore.class);
        Map<String, Function<Statements, Uni<?>>> asked = Map.of(
                "holds to end", sql -> reservations.lock(sql, hold),
                "holds that are due", sql -> reservations.lockDue(sql, hold),
                "holds of an enrolment", sql -> reservations.ofEnrolment(sql, UUID.randomUUID()),
                "pools of an enrolment", sql -> reservations.poolsOfEnrolment(sql, UUID.randomUUID()),
                "holds to keep", sql -> reservations.keep(sql, UUID.randomUUID()),
                "pools to write", sql -> pools.lock(sql, List.of(pool)));
        asked.forEach((what, question) ->
                assertThat(readWhole(pool, question)).as(what).isZero());
    }

    /** Rows read without an index, of what only this transaction sees. */
    private static long readWhole(PoolKey pool, Function<Statements, Uni<?>> question) {
        var read = new long[1];
        try {
            await(() -> bean(Transactions.class).systemSql(connection -> {
                Statements sql = Statements.of(connection);
                // not the plans that were made while there was little in the tables
                return sql.update("SET LOCAL plan_cache_mode = force_custom_plan")
                        .chain(() -> fill(sql, pool))
                        .chain(() -> read(sql))
                        .chain(before ->
                                question.apply(sql).chain(() -> read(sql)).invoke(after -> read[0] = after - before))
                        .chain(() -> Uni.createFrom().<Void>failure(new Undone()));
            }));
        } catch (Undone undone) {
            return read[0];
        }
        throw new AssertionError("it was to be undone");
    }

    private static Uni<Integer> fill(Statements sql, PoolKey pool) {
        return sql.update("""
                        INSERT INTO quota_reservation (enterprise_id, reservation_id, pool_id, amount, state, ended_at, created_at)
                        SELECT $1, gen_random_uuid(), $2, 1, 'voided', now(), now() FROM generate_series(1, $3)
                        """, pool.enterpriseId().value(), pool.poolId(), MANY)
                .chain(() -> sql.update("""
                        INSERT INTO quota_pool (enterprise_id, pool_id, agreement_id, carrier_id, package_version_id, period, unit,
                                                grace_until)
                        SELECT gen_random_uuid(), gen_random_uuid(), agreement_id, carrier_id, package_version_id, period, unit,
                               grace_until
                          FROM quota_pool, generate_series(1, $3)
                         WHERE enterprise_id = $1 AND pool_id = $2
                        """, pool.enterpriseId().value(), pool.poolId(), MANY));
    }

    private static Uni<Long> read(Statements sql) {
        return sql.select("""
                        SELECT sum(seq_tup_read)::bigint FROM pg_stat_xact_user_tables
                         WHERE relname IN ('quota_reservation', 'quota_pool')
                        """).map(rows -> ((Number) rows.getFirst()[0]).longValue());
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
