package org.goichung.quota.program;

import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.Scope;
import org.goichung.quota.PoolKey;
import org.goichung.quota.TestQuota;
import org.goichung.quota.TransferAnswer;
import org.goichung.quota.TransferTerms;
import org.goichung.quota.Unit;
import org.goichung.quota.UsageEvent;
import org.goichung.quota.UsageService;
import org.goichung.quota.model.Answered;
import org.goichung.quota.model.Claimed;
import org.goichung.quota.model.Order;
import org.goichung.quota.model.Outcome;
import org.goichung.quota.program.Step.Asked;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.QuotaLedger;
import org.goichung.quota.store.TermStore;

/** The ledger on its database, with two enterprises of an agreement of its own. */
final class RealLedger implements Ledger, AutoCloseable {
    private static final List<String> NUMBERS = List.of("+84911000011", "+84911000012");

    private final UUID run = UUID.randomUUID();
    private final Scope by = Scope.system("program");
    private final Calendar calendar;
    private final List<TestQuota> enterprises;
    private final List<PoolKey> pools = new ArrayList<>();

    RealLedger(long lines, long bytes, RollOver rollOver, Calendar calendar) {
        this.calendar = calendar;
        enterprises = TestQuota.pair(lines, bytes, Calendar.GRACE_DAYS, rollOver);
        lookUpPools();
        for (int i = 0; i < 2; i++) enterprises.get(i).line(NUMBERS.get(i), calendar.start(0));
    }

    /** Ends its agreement, which nobody looks at any more. */
    @Override
    public void close() {
        await(() -> bean(TermStore.class).move(agreement(), "ended"));
        sql(
                "UPDATE quota_pool SET state = 'closed', closed_entry = coalesce(closed_entry, last_entry) WHERE agreement_id = $1",
                agreement());
    }

    UUID agreement() {
        return enterprises.getFirst().agreement;
    }

    /** As the job does for every agreement. */
    void grant() {
        await(() -> bean(GrantLedger.class).grantDue(agreement()));
    }

    /** Those of months that were granted since. */
    private void lookUpPools() {
        for (int month = pools.size() / Programs.POOLS; month <= calendar.present(); month++)
            for (Unit unit : List.of(Unit.LINE_CYCLE, Unit.BYTE))
                for (TestQuota each : enterprises) pools.add(each.key(unit, calendar.period(month)));
    }

    /** What the job of this instance holds just now is seen when it has let go of the pools' rows. */
    private void caughtUp() {
        lookUpPools();
        sql("SELECT 1 FROM quota_pool WHERE enterprise_id = ANY ($1) FOR SHARE", (Object) owners());
    }

    @Override
    public List<String> run(Step step) {
        return switch (step) {
            case Step.Batch batch -> {
                var orders = batch.orders().stream().map(this::claimed).toList();
                yield await(() -> bean(QuotaLedger.class).settle(orders)).stream()
                        .map(RealLedger::told)
                        .toList();
            }
            case Step.Use use -> List.of(use(use));
            case Step.Pass p -> {
                caughtUp();
                yield List.of();
            }
            case Step.Turn turn -> {
                caughtUp();
                yield List.of();
            }
        };
    }

    @Override
    public List<String> balances() {
        return sql("""
                        SELECT quota_limit, reserved, posted, overused, last_entry,
                               (SELECT coalesce(max(threshold), 0) FROM quota_alert a
                                 WHERE a.enterprise_id = p.enterprise_id AND a.pool_id = p.pool_id),
                               (SELECT ARRAY[sum(limit_delta), sum(reserved), sum(posted), sum(overused), count(*), max(number)]
                                  FROM quota_entry e WHERE e.enterprise_id = p.enterprise_id AND e.pool_id = p.pool_id)::text,
                               carried_out
                          FROM quota_pool p
                         WHERE enterprise_id = ANY ($1)
                         ORDER BY array_position($2::uuid[], pool_id)
                        """, owners(), ids()).stream().map(RealLedger::balance).toList();
    }

    private static String balance(Object[] row) {
        String sums = "{%s,%s,%s,%s,%s,%s}".formatted(row[0], row[1], row[2], row[3], row[4], row[4]);
        if (!sums.equals(row[6])) return "entries add up to " + row[6] + ", not to " + sums;
        return "limit=%s carried-out=%s reserved=%s posted=%s overused=%s alerted=%s"
                .formatted(row[0], row[7], row[1], row[2], row[3], row[5]);
    }

    /** Everything of the ledger is found by whose it is. */
    private UUID[] owners() {
        return enterprises.stream().map(each -> each.enterprise.value()).toArray(UUID[]::new);
    }

    private UUID[] ids() {
        return pools.stream().map(PoolKey::poolId).toArray(UUID[]::new);
    }

    private Claimed claimed(Asked asked) {
        return new Claimed(id("key" + asked.key()), id(asked.ask().toString()), Language.EN, order(asked));
    }

    private Order order(Asked asked) {
        return switch (asked.ask()) {
            case Step.Draw draw -> new Order.Draw(pools.get(draw.pool()), subject(asked), draw.amount());
            case Step.Reserve reserve ->
                new Order.Reserve(
                        pools.get(reserve.pool()), subject(asked), reserve.amount(), Calendar.HELD.toSeconds());
            case Step.Post post ->
                new Order.Post(poolOf(post.reservation(), false), held(post.reservation(), false), post.part());
            case Step.Release release ->
                new Order.Void(poolOf(release.reservation(), false), held(release.reservation(), false));
            case Step.GiveBack back -> new Order.Return(pools.get(back.pool()), subject(asked), back.amount(), by);
            case Step.Propose propose ->
                new Order.Propose(
                        terms(propose.pool()), subject(asked), propose.amount(), Calendar.HELD.toSeconds(), by);
            case Step.Reply reply ->
                new Order.Reply(
                        terms(pools.indexOf(poolOf(reply.transfer(), true))),
                        held(reply.transfer(), true),
                        rolledPart(reply.transfer()),
                        TransferAnswer.valueOf(reply.answer().name()),
                        by);
        };
    }

    /** What the order makes is called by its key and what it asks, since a key may come with several. */
    private UUID subject(Asked asked) {
        return id("subject" + asked.key() + asked.ask());
    }

    /** The hold that was made under a key: a transfer's or another's, as its door would find it. */
    private UUID held(int key, boolean transfer) {
        Object[] row = hold(key, transfer);
        return row == null ? id("nothing" + key) : (UUID) row[0];
    }

    private PoolKey poolOf(int key, boolean transfer) {
        Object[] row = hold(key, transfer);
        return row == null
                ? pools.getFirst()
                : pools.stream()
                        .filter(pool -> pool.poolId().equals(row[1]))
                        .findFirst()
                        .orElseThrow();
    }

    private Object[] hold(int key, boolean transfer) {
        return sql("""
                        SELECT r.reservation_id, r.pool_id
                          FROM quota_draw_key k
                          JOIN quota_reservation r ON r.enterprise_id = ANY ($3) AND r.reservation_id = k.subject_id
                         WHERE k.key_hash = $1 AND k.kind IN ('reserve', 'propose') AND (k.kind = 'propose') = $2
                        """, id("key" + key), transfer, owners()).stream()
                .findFirst()
                .orElse(null);
    }

    private long rolledPart(int key) {
        return sql(
                        "SELECT rolled FROM quota_transfer WHERE enterprise_id = ANY ($2) AND transfer_id = $1",
                        held(key, true),
                        owners())
                .stream()
                .mapToLong(row -> ((Number) row[0]).longValue())
                .findFirst()
                .orElse(0);
    }

    private TransferTerms terms(int pool) {
        PoolKey to = pools.get(pool ^ 1);
        return new TransferTerms(
                pools.get(pool),
                to.enterpriseId(),
                to,
                agreement(),
                id("package"),
                calendar.period(pool / Programs.POOLS),
                pool % Programs.POOLS < 2 ? Unit.LINE_CYCLE : Unit.BYTE);
    }

    private static String told(Answered answered) {
        return switch (answered) {
            case Answered.TurnedAway away -> away.type().slug();
            case Answered.Stored stored ->
                switch (stored.settled().outcome()) {
                    case Outcome.Done done ->
                        "done " + done.amount() + (done.kind() == Order.Kind.POST ? " posted " + done.posted() : "");
                    case Outcome.Refused refused ->
                        refused.type().slug() + " "
                                + Objects.requireNonNullElse(refused.state(), Long.toString(refused.available()));
                };
        };
    }

    private String use(Step.Use use) {
        var event = new UsageEvent(
                Model.name(use.event()),
                NUMBERS.get(use.enterprise()),
                use.bytes(),
                calendar.start(use.month()),
                null,
                use.amends() == null ? null : Model.name(use.amends()));
        var usage = bean(UsageService.class);
        return await(() -> usage.record(enterprises.getFirst().carrier, usage.prepare(List.of(event))))
                .getFirst()
                .status()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private UUID id(String name) {
        return UUID.nameUUIDFromBytes((run + name).getBytes(StandardCharsets.UTF_8));
    }
}
