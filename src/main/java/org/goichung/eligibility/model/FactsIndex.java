package org.goichung.eligibility.model;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's facts in memory: found by id, number and citizen id, and one pair of bit vectors per criterion for counting. One writer
 * at a time (the follower of the feed); any number of readers. A person's facts are read without a lock.
 */
public final class FactsIndex {
    /** How one person stands for a set of criteria. */
    public record Standing(WorkerId workerId, EnterpriseId enterpriseId, Verdict verdict) {}

    private record Held(
            int slot,
            Facts facts,
            @Nullable Key number,
            @Nullable Key nationalId) {}

    /** The first half of a blind index: 128 bits tell twelve million people apart. */
    private record Key(long high, long low) {
        static @Nullable Key of(byte @Nullable [] index) {
            if (index == null) return null;
            var bytes = ByteBuffer.wrap(index);
            return new Key(bytes.getLong(), bytes.getLong());
        }
    }

    private final Map<WorkerId, Held> people = new ConcurrentHashMap<>();
    private final Map<Key, WorkerId> byNumber = new ConcurrentHashMap<>();
    private final Map<Key, WorkerId> byNationalId = new ConcurrentHashMap<>();
    private final Map<EnterpriseId, EnterpriseId> enterprises = new HashMap<>();
    private final Deque<Integer> freeSlots = new ArrayDeque<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable Facts[] slots = new Facts[1024];
    private int used;
    private Map<String, Column> columns = Map.of();
    private volatile LocalDate today;

    public FactsIndex(LocalDate today) {
        this.today = today;
    }

    public int size() {
        return people.size();
    }

    public LocalDate today() {
        return today;
    }

    public @Nullable Facts byWorker(WorkerId id) {
        Held held = people.get(id);
        return held == null ? null : held.facts();
    }

    /** @param msisdnIndex the number's blind index */
    public @Nullable Facts byNumber(byte[] msisdnIndex) {
        return by(byNumber, msisdnIndex);
    }

    /** @param nationalIdIndex the citizen id's blind index */
    public @Nullable Facts byNationalId(byte[] nationalIdIndex) {
        return by(byNationalId, nationalIdIndex);
    }

    private @Nullable Facts by(Map<Key, WorkerId> keys, byte[] index) {
        Key key = Key.of(index);
        WorkerId id = key == null ? null : keys.get(key);
        return id == null ? null : byWorker(id);
    }

    /** Takes rows over, each only if it is newer than the one held. */
    public void apply(Collection<WorkerFacts> rows) {
        for (WorkerFacts row : rows) {
            Held held = people.get(row.workerId());
            if (held != null && row.version() <= held.facts().version()) continue;
            if (row.erased()) forget(held);
            else take(held, row);
        }
    }

    /** Makes these the criteria that are counted by; those whose version is unchanged keep their vectors. */
    public void use(Collection<Criterion> criteria) {
        Map<String, Column> next = new HashMap<>();
        for (Criterion criterion : criteria) {
            Column old = columns.get(criterion.name());
            next.put(
                    criterion.name(),
                    old != null && old.criterion.version() == criterion.version() ? old : filled(criterion));
        }
        writing(() -> columns = next);
    }

    /** A new day: what depends on it is reckoned afresh. */
    public void turnTo(LocalDate day) {
        today = day;
        Map<String, Column> next = new HashMap<>(columns);
        next.replaceAll((name, column) -> column.criterion.rule().ofTheDay() ? filled(column.criterion) : column);
        writing(() -> columns = next);
    }

    /** Forgets everything, to be filled afresh. */
    public void clear() {
        writing(() -> {
            people.clear();
            byNumber.clear();
            byNationalId.clear();
            freeSlots.clear();
            slots = new Facts[1024];
            used = 0;
            columns = Map.of();
        });
    }

    /**
     * Counts the people employed today.
     *
     * @param criteria must all hold; a name that is no criterion's leaves everybody open
     * @param only where; null for everywhere
     */
    public Map<EnterpriseId, Tally> tally(List<String> criteria, @Nullable Set<EnterpriseId> only) {
        Map<EnterpriseId, Tally> tallies = new HashMap<>();
        each(criteria, only, (facts, employer, verdict) -> tallies.computeIfAbsent(employer, id -> new Tally())
                .add(facts.carrier(), verdict));
        return tallies;
    }

    /** Everybody employed today at one of these enterprises, with how they stand. */
    public List<Standing> standings(List<String> criteria, Set<EnterpriseId> only) {
        List<Standing> standings = new ArrayList<>();
        each(
                criteria,
                only,
                (facts, employer, verdict) -> standings.add(new Standing(facts.workerId(), employer, verdict)));
        return standings;
    }

    private interface Visitor {
        void visit(Facts facts, EnterpriseId employer, Verdict verdict);
    }

    private void each(List<String> criteria, @Nullable Set<EnterpriseId> only, Visitor visitor) {
        reading(() -> {
            Column[] asked = criteria.stream().map(columns::get).toArray(Column[]::new);
            for (int slot = 0; slot < used; slot++) {
                Facts facts = slots[slot];
                if (facts == null) continue;
                EnterpriseId employer = facts.employerOn(today);
                if (employer == null || (only != null && !only.contains(employer))) continue;
                visitor.visit(facts, employer, verdict(asked, slot));
            }
            return true;
        });
    }

    private static Verdict verdict(@Nullable Column[] asked, int slot) {
        Verdict all = Verdict.YES;
        for (Column column : asked) all = all.and(column == null ? Verdict.UNKNOWN : column.verdict(slot));
        return all;
    }

    private void take(@Nullable Held held, WorkerFacts row) {
        EnterpriseId enterprise =
                row.enterpriseId() == null ? null : enterprises.computeIfAbsent(row.enterpriseId(), id -> id);
        Facts facts = Facts.of(row, enterprise);
        Key number = Key.of(row.msisdnIndex());
        Key nationalId = Key.of(row.nationalIdIndex());
        writing(() -> {
            int slot = held == null ? freeSlot() : held.slot();
            slots[slot] = facts;
            for (Column column : columns.values()) column.set(slot, facts, today);
            people.put(row.workerId(), new Held(slot, facts, number, nationalId));
        });
        move(byNumber, held == null ? null : held.number(), number, row.workerId());
        move(byNationalId, held == null ? null : held.nationalId(), nationalId, row.workerId());
    }

    private void forget(@Nullable Held held) {
        if (held == null) return;
        WorkerId id = held.facts().workerId();
        writing(() -> {
            slots[held.slot()] = null;
            freeSlots.push(held.slot());
            people.remove(id);
        });
        move(byNumber, held.number(), null, id);
        move(byNationalId, held.nationalId(), null, id);
    }

    /** Another person may hold the old key by now: it is only taken away from this one. */
    private static void move(Map<Key, WorkerId> keys, @Nullable Key old, @Nullable Key next, WorkerId id) {
        if (old != null && !old.equals(next)) keys.remove(old, id);
        if (next != null) keys.put(next, id);
    }

    private int freeSlot() {
        Integer free = freeSlots.poll();
        if (free != null) return free;
        if (used == slots.length) slots = Arrays.copyOf(slots, used + used / 2);
        return used++;
    }

    private Column filled(Criterion criterion) {
        var column = new Column(criterion);
        for (int slot = 0; slot < used; slot++) {
            Facts facts = slots[slot];
            if (facts != null) column.set(slot, facts, today);
        }
        return column;
    }

    private void writing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** One criterion over everybody. People alike in the facts it speaks of are judged once. */
    private static final class Column {
        private static final int MOST_CLASSES = 20_000;

        private final Criterion criterion;
        private final BitSet yes = new BitSet();
        private final BitSet open = new BitSet();
        private final Map<List<@Nullable Object>, Verdict> classes = new HashMap<>();

        Column(Criterion criterion) {
            this.criterion = criterion;
        }

        void set(int slot, Facts facts, LocalDate today) {
            Verdict verdict = judged(facts, today);
            yes.set(slot, verdict == Verdict.YES);
            open.set(slot, verdict == Verdict.UNKNOWN);
        }

        Verdict verdict(int slot) {
            if (yes.get(slot)) return Verdict.YES;
            return open.get(slot) ? Verdict.UNKNOWN : Verdict.NO;
        }

        private Verdict judged(Facts facts, LocalDate today) {
            List<@Nullable Object> alike = criterion.rule().classOf(facts, today);
            Verdict known = classes.get(alike);
            if (known != null) return known;
            Verdict verdict = criterion.rule().standing(facts, today).verdict();
            if (classes.size() < MOST_CLASSES) classes.put(alike, verdict);
            return verdict;
        }
    }
}
