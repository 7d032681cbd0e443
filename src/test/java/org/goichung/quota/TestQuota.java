package org.goichung.quota;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.AgreementTerms;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.keys.PersonalData;
import org.goichung.platform.time.Clock;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Pool;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.PoolStore;
import org.goichung.quota.store.TermStore;

/** An agreement of its own with granted pools, for one test. */
public final class TestQuota {
    public final EnterpriseId enterprise;
    public final CarrierId carrier;
    public final UUID agreement;
    final UUID packageVersion;
    final Scope officer;

    TestQuota(EnterpriseId enterprise) {
        this(enterprise, new CarrierId(UUID.randomUUID()), UUID.randomUUID(), UUID.randomUUID());
    }

    private TestQuota(EnterpriseId enterprise, CarrierId carrier, UUID agreement, UUID packageVersion) {
        this.enterprise = enterprise;
        this.carrier = carrier;
        this.agreement = agreement;
        this.packageVersion = packageVersion;
        officer = new Scope(
                "account:" + UUID.randomUUID(),
                Role.UNION_OFFICER,
                Set.of(enterprise),
                Set.of(enterprise),
                false,
                null,
                null,
                null);
    }

    public static TestQuota granted(long lines, Long bytes, Long vnd) {
        return granted(new EnterpriseId(UUID.randomUUID()), lines, bytes, vnd, RollOver.NONE);
    }

    static TestQuota granted(EnterpriseId enterprise, long lines, Long bytes, Long vnd, RollOver rollOver) {
        var quota = new TestQuota(enterprise);
        quota.grant(List.of(enterprise), lines, bytes, vnd, 0, rollOver);
        return quota;
    }

    /** Two enterprises of one agreement, granted the same. */
    public static List<TestQuota> pair(long lines, long bytes) {
        return pair(lines, bytes, 0, RollOver.NONE);
    }

    public static List<TestQuota> pair(long lines, long bytes, int graceDays, RollOver rollOver) {
        var first = new TestQuota(new EnterpriseId(UUID.randomUUID()));
        var second = new TestQuota(
                new EnterpriseId(UUID.randomUUID()), first.carrier, first.agreement, first.packageVersion);
        first.grant(List.of(first.enterprise, second.enterprise), lines, bytes, null, graceDays, rollOver);
        return List.of(first, second);
    }

    /** Another enterprise of the same agreement, granted the same; to be asked of one that is not granted yet. */
    public TestQuota grantedWith(EnterpriseId other, long lines, Long bytes, Long vnd) {
        grant(List.of(enterprise, other), lines, bytes, vnd, 0, RollOver.NONE);
        return new TestQuota(other, carrier, agreement, packageVersion);
    }

    /** An agreement that came into force a while ago, of which it is told only now. */
    static TestQuota toldLate(EnterpriseId enterprise, Instant began, long lines) {
        var quota = new TestQuota(enterprise);
        quota.grant(List.of(enterprise), lines, null, null, 0, RollOver.NONE, began);
        return quota;
    }

    private void grant(
            List<EnterpriseId> enterprises, long lines, Long bytes, Long vnd, int graceDays, RollOver rollOver) {
        grant(
                enterprises,
                lines,
                bytes,
                vnd,
                graceDays,
                rollOver,
                bean(Clock.class).instant());
    }

    private void grant(
            List<EnterpriseId> enterprises,
            long lines,
            Long bytes,
            Long vnd,
            int graceDays,
            RollOver rollOver,
            Instant began) {
        LocalDate today = bean(Clock.class).today();
        var terms = new AgreementTerms(
                agreement,
                carrier,
                new UnionBodyId(UUID.randomUUID()),
                LocalDate.ofInstant(began, Clock.VIETNAM).withDayOfMonth(1),
                today.plusYears(1),
                graceDays,
                rollOver,
                enterprises.stream()
                        .map(each -> new Allocation(each, packageVersion, lines, bytes, vnd, 70_000))
                        .toList());
        var grants = bean(GrantLedger.class);
        await(() -> bean(TermStore.class).remember(terms, began));
        await(() -> grants.grantDue(agreement));
    }

    /** An agreement that came into force so many months ago and was never looked at since: nothing granted, nothing closed. */
    static TestQuota since(EnterpriseId enterprise, int monthsAgo, RollOver rollOver, int graceDays, long lines) {
        var quota = new TestQuota(enterprise);
        LocalDate month = bean(Clock.class).today().withDayOfMonth(1);
        sql(
                """
                INSERT INTO quota_agreement (agreement_id, carrier_id, first_period, until_day, grace_days, roll_over)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                quota.agreement,
                quota.carrier.value(),
                month.minusMonths(monthsAgo),
                month.plusMonths(6),
                graceDays,
                rollOver.wireName());
        sql(
                "INSERT INTO quota_term (agreement_id, enterprise_id, package_version_id, lines) VALUES ($1, $2, $3, $4)",
                quota.agreement,
                enterprise.value(),
                quota.packageVersion,
                lines);
        return quota;
    }

    /** Two enterprises of an agreement that came into force so many months ago, every month granted. */
    static List<TestQuota> pairSince(int monthsAgo, RollOver rollOver, int graceDays, long lines, long bytes) {
        TestQuota first = since(new EnterpriseId(UUID.randomUUID()), monthsAgo, rollOver, graceDays, lines);
        var second = new TestQuota(
                new EnterpriseId(UUID.randomUUID()), first.carrier, first.agreement, first.packageVersion);
        sql(
                "INSERT INTO quota_term (agreement_id, enterprise_id, package_version_id, lines, shared_bytes) VALUES ($1, $2, $3, $4, $5)",
                second.agreement,
                second.enterprise.value(),
                second.packageVersion,
                lines,
                bytes);
        await(() -> bean(GrantLedger.class).grantDue(first.agreement));
        return List.of(first, second);
    }

    /** Its pools, the oldest period first. */
    List<PoolView> pools() {
        return await(() -> bean(QuotaService.class)
                        .pools(officer, enterprise, null, org.goichung.platform.paging.PageRequest.of(null, 500)))
                .items()
                .stream()
                .filter(pool -> pool.agreementId().equals(agreement))
                .sorted(java.util.Comparator.comparing(pool -> pool.period().month()))
                .toList();
    }

    PoolView pool(Unit unit) {
        return await(() -> bean(QuotaService.class)
                        .pools(officer, enterprise, null, org.goichung.platform.paging.PageRequest.of(null, 500)))
                .items()
                .stream()
                .filter(pool -> pool.unit() == unit && pool.agreementId().equals(agreement))
                .findFirst()
                .orElseThrow();
    }

    public PoolKey key(Unit unit, Period period) {
        return sql(
                        "SELECT pool_id FROM quota_pool WHERE enterprise_id = $1 AND agreement_id = $2 AND unit = $3 AND period = $4",
                        enterprise.value(),
                        agreement,
                        unit.name(),
                        period.firstDay())
                .stream()
                .map(row -> new PoolKey(enterprise, (UUID) row[0]))
                .findFirst()
                .orElseThrow();
    }

    public PoolKey key(Unit unit) {
        return new PoolKey(enterprise, pool(unit).id());
    }

    /** Usage of a pool, as an event of one of its lines would bring it. */
    static void use(PoolKey key, long amount) {
        onLocked(key, (sql, pool, now) -> {
            pool.use(amount, UUID.randomUUID(), now);
            return Uni.createFrom().voidItem();
        });
    }

    interface Change {
        Uni<Void> of(Statements sql, Pool pool, Instant now);
    }

    static void onLocked(PoolKey key, Change change) {
        await(() -> bean(Transactions.class).systemSql(connection -> {
            var sql = Statements.of(connection);
            return bean(PoolStore.class)
                    .lock(sql, List.of(key))
                    .chain(found -> bean(Clock.class).now(sql).chain(now -> change.of(sql, found.get(key.poolId()), now)
                            .chain(() -> bean(PoolStore.class).write(sql, found.values(), now))));
        }));
    }

    /** An entry of the past. */
    static void onLockedAt(Instant at, PoolKey key, java.util.function.Consumer<Pool> change) {
        await(() -> bean(Transactions.class).systemSql(connection -> {
            var sql = Statements.of(connection);
            return bean(PoolStore.class).lock(sql, List.of(key)).chain(found -> {
                change.accept(found.get(key.poolId()));
                return bean(PoolStore.class).write(sql, found.values(), at);
            });
        }));
    }

    public void line(String msisdn, Instant from) {
        byte[] index = bean(PersonalData.class).blindIndex(PersonalData.Kind.MSISDN, msisdn);
        await(() -> bean(QuotaService.class)
                .openLine(new LineOpened(
                        carrier, index, from, null, enterprise, agreement, packageVersion, UUID.randomUUID())));
    }

    static Claimed claimed(PoolKey pool, long amount) {
        return claimed(UUID.randomUUID(), pool, amount);
    }

    static Claimed claimed(UUID key, PoolKey pool, long amount) {
        return new Claimed(key, new UUID(1, amount), Language.VI, new Order.Draw(pool, UUID.randomUUID(), amount));
    }

    public static List<Object[]> sql(String query, Object... parameters) {
        return await(() -> Statements.of(bean(Transactions.class).systemPool()).select(query, parameters));
    }

    /** Pools, and marks of pools, that are not what their entries add up to. */
    public static long mismatches() {
        return ((Number) sql("SELECT (SELECT count(*) FROM quota_mismatch) + (" + MARKS_OFF + ")")
                        .getFirst()[0])
                .longValue();
    }

    private static final String MARKS_OFF = """
            SELECT count(*)
              FROM quota_standing_mark m
              LEFT JOIN (SELECT enterprise_id, pool_id, number AS entry, recorded_at, sum(granted) OVER behind AS granted,
                                sum(carried_in) OVER behind AS carried_in, sum(transferred_in) OVER behind AS transferred_in,
                                sum(carried_out) OVER behind AS carried_out, sum(transferred_out) OVER behind AS transferred_out,
                                sum(returned) OVER behind AS returned, sum(reserved) OVER behind AS reserved,
                                sum(posted) OVER behind AS posted, sum(overused) OVER behind AS overused
                           FROM quota_booked
                         WINDOW behind AS (PARTITION BY enterprise_id, pool_id ORDER BY number)) e
                     USING (enterprise_id, pool_id, entry)
             WHERE (m.recorded_at, m.granted, m.carried_in, m.transferred_in, m.carried_out, m.transferred_out, m.returned,
                    m.reserved, m.posted, m.overused)
                   IS DISTINCT FROM
                   (e.recorded_at, e.granted, e.carried_in, e.transferred_in, e.carried_out, e.transferred_out, e.returned,
                    e.reserved, e.posted, e.overused)
            """;
}
