package org.goichung.quota.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.goichung.negotiation.RollOver;
import org.goichung.quota.program.Step.Ask;
import org.goichung.quota.program.Step.Asked;

/** The ledger as its promises tell it: maps and sums, one order after the other, nothing else. */
final class Model implements Ledger {
    private static final class Hold {
        private final int pool;
        private final long amount;
        private final boolean transfer;
        private final long rolledPart;
        private String state = "pending";

        private Hold(int pool, long amount, boolean transfer, long rolledPart) {
            this.rolledPart = rolledPart;
            this.pool = pool;
            this.amount = amount;
            this.transfer = transfer;
        }
    }

    /** What counts of an original, and the greatest of its amendments. */
    private record Counted(long bytes, Integer by) {}

    private final List<Pool> pools = new ArrayList<>();
    private final Months months = new Months();
    private final Map<Integer, Hold> holds = new HashMap<>();
    private final Map<Integer, Ask> bodies = new HashMap<>();
    private final Map<Integer, String> answers = new HashMap<>();
    private final Map<Integer, Step.Use> events = new HashMap<>();
    private final Map<Integer, Counted> counted = new HashMap<>();
    private final Map<Integer, TreeMap<Integer, Long>> amendments = new HashMap<>();

    private final long lines;
    private final long bytes;
    private final RollOver rollOver;

    Model(long lines, long bytes, RollOver rollOver) {
        this.lines = lines;
        this.bytes = bytes;
        this.rollOver = rollOver;
        grant();
    }

    private void grant() {
        for (int i = 0; i < Programs.POOLS; i++) {
            var pool = new Pool();
            pool.limit = i < 2 ? lines : bytes;
            pools.add(pool);
        }
    }

    @Override
    public List<String> run(Step step) {
        return switch (step) {
            case Step.Batch batch -> batch(batch.orders(), new HashSet<>(holds.keySet()));
            case Step.Use use -> List.of(use(use));
            case Step.Pass p -> {
                expire();
                yield List.of();
            }
            case Step.Turn turn -> {
                expire();
                if (months.turn(turn)) comeUpToDate();
                yield List.of();
            }
        };
    }

    long rolledOn() {
        return pools.stream().mapToLong(pool -> pool.carriedOut).sum();
    }

    private void expire() {
        holds.values().stream().filter(hold -> hold.state.equals("pending")).forEach(hold -> end(hold, "expired"));
    }

    /** Months that have come are granted, those whose grace is over are closed, the oldest first. */
    private void comeUpToDate() {
        while (pools.size() <= months.present() * Programs.POOLS) grant();
        for (int month = 0; month < months.present(); month++)
            for (int i = 0; i < Programs.POOLS; i++)
                if (months.isClosed(month))
                    close(pools.get(month * Programs.POOLS + i), pools.get((month + 1) * Programs.POOLS + i));
    }

    private void close(Pool pool, Pool next) {
        if (pool.closed) return;
        pool.closed = true;
        long rolls =
                switch (rollOver) {
                    case NONE -> 0;
                    case ONE_PERIOD -> Math.max(0, pool.available() - pool.rolledLeft());
                    case UNTIL_END -> pool.available();
                };
        pool.limit -= rolls;
        pool.carriedOut += rolls;
        pool.moved();
        next.limit += rolls;
        next.rolled += rolls;
        next.moved();
    }

    @Override
    public List<String> balances() {
        return pools.stream().map(Pool::toString).toList();
    }

    /**
     * At the same moment there is no order yet: what comes under a key that asks something else in the batch is asked behind it.
     *
     * @param before the holds that whoever asks can know of
     */
    private List<String> batch(List<Asked> orders, Set<Integer> before) {
        Map<Integer, Ask> first = new HashMap<>();
        var later = new ArrayList<Asked>();
        var told = new ArrayList<String>();
        for (Asked each : orders) {
            Ask leader = first.putIfAbsent(each.key(), each.ask());
            boolean waits = leader != null && !leader.equals(each.ask());
            if (waits) later.add(each);
            told.add(waits ? null : answer(each, before));
        }
        if (later.isEmpty()) return told;
        var rest = batch(later, before).iterator();
        told.replaceAll(answer -> answer == null ? rest.next() : answer);
        return told;
    }

    private String answer(Asked asked, Set<Integer> before) {
        Ask known = bodies.get(asked.key());
        if (known != null) return known.equals(asked.ask()) ? answers.get(asked.key()) : "idempotency-key-reused";
        if (!isPlaceable(asked.ask(), before)) return "not-found";
        String answer = settle(asked.key(), asked.ask());
        bodies.put(asked.key(), asked.ask());
        answers.put(asked.key(), answer);
        return answer;
    }

    private boolean isPlaceable(Ask ask, Set<Integer> before) {
        return switch (ask) {
            case Step.Post post -> before.contains(post.reservation()) && !holds.get(post.reservation()).transfer;
            case Step.Release release ->
                before.contains(release.reservation()) && !holds.get(release.reservation()).transfer;
            case Step.Reply reply -> before.contains(reply.transfer()) && holds.get(reply.transfer()).transfer;
            default -> true;
        };
    }

    private String settle(int key, Ask ask) {
        return switch (ask) {
            case Step.Draw draw -> {
                Pool pool = pools.get(draw.pool());
                String refusal = pool.refusal(draw.amount());
                if (refusal != null) yield refusal;
                pool.posted += draw.amount();
                pool.moved();
                yield "done " + draw.amount();
            }
            case Step.Reserve reserve -> hold(key, reserve.pool(), reserve.amount(), false);
            case Step.Propose propose -> hold(key, propose.pool(), propose.amount(), true);
            case Step.GiveBack back -> {
                Pool pool = pools.get(back.pool());
                String refusal = pool.refusal(back.amount());
                if (refusal != null) yield refusal;
                pool.rolled -= Math.min(back.amount(), pool.rolledLeft());
                pool.limit -= back.amount();
                pool.moved();
                yield "done " + back.amount();
            }
            case Step.Post post -> post(holds.get(post.reservation()), post.part());
            case Step.Release release -> {
                Hold hold = holds.get(release.reservation());
                if (!hold.state.equals("pending")) yield "reservation-ended " + hold.state;
                end(hold, "voided");
                yield "done " + hold.amount;
            }
            case Step.Reply reply -> reply(holds.get(reply.transfer()), reply.answer());
        };
    }

    private String hold(int key, int number, long amount, boolean transfer) {
        Pool pool = pools.get(number);
        String refusal = pool.refusal(amount);
        if (refusal != null) return refusal;
        long rolledPart = Math.min(amount, pool.rolledLeft());
        pool.reserved += amount;
        pool.moved();
        holds.put(key, new Hold(number, amount, transfer, rolledPart));
        return "done " + amount;
    }

    private String post(Hold hold, Long asked) {
        long part = asked == null ? hold.amount : asked;
        if (!hold.state.equals("pending")) return "reservation-ended " + hold.state;
        if (part > hold.amount) return "more-than-reserved " + hold.amount;
        end(hold, "posted");
        pools.get(hold.pool).posted += part;
        pools.get(hold.pool).moved();
        return "done " + hold.amount + " posted " + part;
    }

    private String reply(Hold hold, Step.Answer answer) {
        if (!hold.state.equals("pending")) return "transfer-ended " + hold.state;
        Pool from = pools.get(hold.pool);
        switch (answer) {
            case ACCEPT -> {
                hold.state = "accepted";
                from.reserved -= hold.amount;
                from.limit -= hold.amount;
                from.rolled -= hold.rolledPart;
                from.moved();
                Pool to = pools.get(hold.pool ^ 1);
                to.limit += hold.amount;
                to.rolled += hold.rolledPart;
                to.moved();
            }
            case DECLINE -> end(hold, "declined");
            case WITHDRAW -> end(hold, "withdrawn");
        }
        return "done " + hold.amount;
    }

    private void end(Hold hold, String state) {
        hold.state = state;
        pools.get(hold.pool).reserved -= hold.amount;
    }

    private String use(Step.Use use) {
        Step.Use known = events.putIfAbsent(use.event(), use);
        if (known != null) return known.equals(use) ? "duplicate" : "conflict";
        // an amendment changes the month of what it amends
        int month = use.amends() == null || !events.containsKey(use.amends())
                ? use.month()
                : events.get(use.amends()).month();
        Pool pool = pools.get(month * Programs.POOLS + 2 + use.enterprise());
        if (use.amends() == null) {
            Counted now = effective(use.event(), use.bytes());
            counted.put(use.event(), now);
            pool.use(now.bytes());
            return "posted";
        }
        amendments
                .computeIfAbsent(use.amends(), original -> new TreeMap<>(Comparator.comparing(Model::name)))
                .put(use.event(), use.bytes());
        Counted before = counted.get(use.amends());
        if (before == null) return "parked";
        Counted now = effective(use.amends(), before.bytes());
        counted.put(use.amends(), now);
        pool.use(now.bytes() - before.bytes());
        return "posted";
    }

    private Counted effective(int original, long bytes) {
        var greatest = amendments.getOrDefault(original, new TreeMap<>()).lastEntry();
        return greatest == null ? new Counted(bytes, null) : new Counted(greatest.getValue(), greatest.getKey());
    }

    /** Events' ids, as their carrier calls them; of several amendments the greatest id counts. */
    static String name(int event) {
        return "event-" + event;
    }
}
