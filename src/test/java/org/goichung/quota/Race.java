package org.goichung.quota;

import static org.goichung.quota.TestQuota.sql;
import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Claim;
import org.goichung.quota.store.GrantLedger;
import org.goichung.quota.store.PeriodLedger;

/** What many clients do at once to the same enterprises, and what they were told of it. */
final class Race {
    private static final Instant STARTED = Instant.now().minusSeconds(60);
    private static final int LATEST = 60;

    /** A pool that is raced on, and the one that its unused limit may go to. */
    record Lane(TestQuota quota, TestQuota neighbour, UUID pool) {}

    /** An entry that an acknowledged operation has to have, once. */
    record Entry(String kind, UUID pool, UUID reference, long limit, long reserved, long posted) {}

    private record Held(Lane lane, UUID id) {}

    private final List<Lane> hot;
    private final List<Lane> cold;
    private final List<TestQuota> late;
    private final List<UUID> closing;
    final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    /** By number of the event: its base bytes, negative once its amendment is told. */
    final Map<String, Long> told = new ConcurrentHashMap<>();

    final AtomicInteger refused = new AtomicInteger();
    private final List<Held> reservations = new ArrayList<>();
    private final List<Held> transfers = new ArrayList<>();
    private final AtomicInteger events = new AtomicInteger();

    Race(List<Lane> hot, List<Lane> cold, List<TestQuota> late, List<UUID> closing) {
        this.hot = hot;
        this.cold = cold;
        this.late = late;
        this.closing = closing;
    }

    /** One client's operations, one after the other. */
    void run(long seed, int operations) {
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < operations; i++) step(chance, i * 2 > operations);
    }

    private void step(SplittableRandom chance, boolean late) {
        List<Lane> among = chance.nextBoolean() ? hot : cold;
        Lane lane = among.get(chance.nextInt(among.size()));
        long amount = chance.nextLong(1, 8);
        int dice = chance.nextInt(100);
        if (dice < 24) draw(chance, lane, amount);
        else if (dice < 42) reserve(chance, lane, amount);
        else if (dice < 52) end(chance, true);
        else if (dice < 58) end(chance, false);
        else if (dice < 62) giveBack(chance, lane, amount);
        else if (dice < 73) propose(chance, lane, amount);
        else if (dice < 85) answer(chance);
        else if (dice < 95) use(chance, lane.quota());
        else if (dice < 98) grant(chance);
        else if (late) close(chance);
    }

    private void draw(SplittableRandom chance, Lane lane, long amount) {
        tell(chance, lane.quota(), move -> bean(QuotaService.class).draw(move, lane.pool(), amount), body -> {
            var draw = (DrawView) body;
            entries.add(new Entry("draw", lane.pool(), draw.id(), 0, 0, amount));
        });
    }

    private void reserve(SplittableRandom chance, Lane lane, long amount) {
        tell(
                chance,
                lane.quota(),
                move -> bean(QuotaService.class).reserve(move, lane.pool(), amount, 86_400),
                body -> {
                    var held = (ReservationView) body;
                    entries.add(new Entry("reserve", lane.pool(), held.id(), 0, amount, 0));
                    remember(reservations, new Held(lane, held.id()));
                });
    }

    private void end(SplittableRandom chance, boolean post) {
        Held held = one(chance, reservations);
        if (held == null) return;
        Long part = chance.nextBoolean() ? null : (Long) 1L;
        var quota = bean(QuotaService.class);
        tell(
                chance,
                held.lane().quota(),
                move -> post ? quota.post(move, held.id(), part) : quota.voidReservation(move, held.id()),
                body -> {
                    var ended = (ReservationView) body;
                    entries.add(new Entry(
                            // given back behind the close of its period it expires there
                            post ? "post" : ended.state().equals("expired") ? "expire" : "void",
                            held.lane().pool(),
                            held.id(),
                            0,
                            -ended.amount(),
                            post ? ended.posted() : 0));
                });
    }

    private void giveBack(SplittableRandom chance, Lane lane, long amount) {
        tell(chance, lane.quota(), move -> bean(TransferService.class).giveBack(move, lane.pool(), amount), body -> {
            var back = (ReturnView) body;
            entries.add(new Entry("return", lane.pool(), back.id(), -amount, 0, 0));
        });
    }

    private void propose(SplittableRandom chance, Lane lane, long amount) {
        tell(
                chance,
                lane.quota(),
                move -> bean(TransferService.class).propose(move, lane.pool(), lane.neighbour().enterprise, amount),
                body -> {
                    var transfer = (TransferView) body;
                    entries.add(new Entry("reserve", lane.pool(), transfer.id(), 0, amount, 0));
                    remember(transfers, new Held(lane, transfer.id()));
                });
    }

    private void answer(SplittableRandom chance) {
        Held held = one(chance, transfers);
        if (held == null) return;
        TransferAnswer answer = TransferAnswer.values()[chance.nextInt(TransferAnswer.values().length)];
        TestQuota side = answer == TransferAnswer.WITHDRAW
                ? held.lane().quota()
                : held.lane().neighbour();
        tell(chance, side, move -> bean(TransferService.class).answer(move, held.id(), answer), body -> {
            var transfer = (TransferView) body;
            long amount = transfer.amount();
            if (answer == TransferAnswer.ACCEPT) {
                entries.add(new Entry("transfer-out", transfer.fromPoolId(), held.id(), -amount, -amount, 0));
                entries.add(new Entry("transfer-in", transfer.toPoolId(), held.id(), amount, 0, 0));
            } else entries.add(new Entry("void", transfer.fromPoolId(), held.id(), 0, -amount, 0));
        });
    }

    /** A few events, some of them told before, some amended; what an event says follows from its number. */
    private void use(SplittableRandom chance, TestQuota quota) {
        var numbers = new TreeSet<Integer>();
        for (int i = chance.nextInt(1, 6); i > 0; i--)
            numbers.add(chance.nextInt(4) == 0 ? chance.nextInt(1 + events.get()) : events.incrementAndGet());
        var usage = bean(UsageService.class);
        List<UsageEvent> chunk =
                numbers.stream().map(each -> event(quota, each)).toList();
        if (chance.nextInt(6) == 0) chunk = List.of(amendment(quota, numbers.getFirst()));
        UsageChunk prepared = usage.prepare(chunk);
        await(() -> usage.record(quota.carrier, prepared));
        for (UsageEvent event : chunk) told.put(quota.enterprise + " " + event.eventId(), event.bytes());
    }

    static String number(TestQuota quota) {
        return "+8491" + "%07d".formatted(Math.floorMod(quota.enterprise.hashCode(), 10_000_000));
    }

    private static UsageEvent event(TestQuota quota, int number) {
        String id = quota.enterprise + "-" + number;
        return new UsageEvent(id, number(quota), 1 + number % 7, STARTED, null, null);
    }

    private static UsageEvent amendment(TestQuota quota, int number) {
        String id = quota.enterprise + "-" + number;
        return new UsageEvent(id + "-amended", number(quota), number % 3, STARTED, null, id);
    }

    private void grant(SplittableRandom chance) {
        await(() -> bean(GrantLedger.class).grantDue(late.get(chance.nextInt(late.size())).agreement));
    }

    private void close(SplittableRandom chance) {
        sql(
                "UPDATE quota_pool SET grace_until = goichung_now() WHERE pool_id = $1 AND grace_until > goichung_now()",
                closing.get(chance.nextInt(closing.size())));
        await(() -> bean(PeriodLedger.class).advance());
    }

    private interface Noting {
        void note(Object body);
    }

    /** Every eighth is asked twice under its key, at the same moment. */
    private void tell(
            SplittableRandom chance, TestQuota who, Function<QuotaService.Move, Uni<QuotaAnswer>> ask, Noting done) {
        var claim = new Claim(bytes(UUID.randomUUID()), bytes(UUID.randomUUID()));
        var move = new QuotaService.Move(who.officer, who.enterprise, claim, Language.EN, System.nanoTime());
        boolean twice = chance.nextInt(8) == 0;
        List<QuotaAnswer> answers = twice
                ? await(() -> Uni.join().all(ask.apply(move), ask.apply(move)).andFailFast())
                : List.of(await(() -> ask.apply(move)));
        QuotaAnswer first = answers.getFirst();
        if (!answers.getLast().body().equals(first.body()))
            throw new AssertionError("one key, two answers: " + answers);
        if (first.status() < 300) done.note(first.body());
        else refused.incrementAndGet();
    }

    private static void remember(List<Held> all, Held held) {
        synchronized (all) {
            all.add(held);
        }
    }

    /** One of the latest, though others may have ended it or be about to. */
    private static Held one(SplittableRandom chance, List<Held> all) {
        synchronized (all) {
            if (all.isEmpty()) return null;
            return all.get(all.size() - 1 - chance.nextInt(Math.min(LATEST, all.size())));
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(32)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
