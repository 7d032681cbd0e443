package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's facts in memory: found by id, number and citizen id, and one pair of bit vectors per criterion for counting. One writer
 * at a time (the follower of the feed); any number of readers. One person is read without waiting: a reader looks, and looks again
 * behind the lock only where the writer came between.
 */
public final class FactsIndex {
    /**
     * What one person takes at most: a row, an entry in each table of keys (which are a third full at least), and two bits for each
     * criterion.
     */
    public static int bytesPerPerson(int criteria) {
        return Rows.BYTES_PER_ROW + Rows.KEYS * 4 * 3 + (2 * criteria + 7) / 8;
    }

    /** How one person stands for a set of criteria. */
    public record Standing(WorkerId workerId, EnterpriseId enterpriseId, Verdict verdict) {}

    /** Some of a list, and the row to go on from; -1 at the end. */
    public record Standings(List<Standing> found, int next) {}

    private final int most;
    private final StampedLock lock = new StampedLock();
    private final Set<WorkerId> leftOut = new HashSet<>();
    private volatile int missed;
    private volatile Roll roll = new Roll();
    private volatile IndexState state;

    /** @param most how many people are held at most; the others are left out */
    public FactsIndex(LocalDate today, int most) {
        this.most = most;
        this.state = IndexState.of(today, new Bits(), Map.of());
    }

    public FactsIndex(LocalDate today) {
        this(today, Integer.MAX_VALUE - 1);
    }

    public int size() {
        return reading(() -> roll.people());
    }

    /** How many people are held at most. */
    public int most() {
        return most;
    }

    /** How many people found no room; while it is not nought, who is not found may only be left out. */
    public int leftOut() {
        return missed;
    }

    public LocalDate today() {
        return state.day();
    }

    /** What everything takes, as far as it grows with people and criteria. */
    public long heapBytes() {
        return waiting(() -> {
            long bytes = roll.heapBytes() + state.employed().heapBytes();
            for (Column column : state.all()) bytes += column.heapBytes();
            return bytes;
        });
    }

    public @Nullable Facts byWorker(WorkerId id) {
        return by(Rows.WORKER, id.value().getMostSignificantBits(), id.value().getLeastSignificantBits());
    }

    /** @param msisdnIndex the number's blind index */
    public @Nullable Facts byNumber(byte[] msisdnIndex) {
        return by(Rows.NUMBER, Rows.longAt(msisdnIndex, 0), Rows.longAt(msisdnIndex, 8));
    }

    /** @param nationalIdIndex the citizen id's blind index */
    public @Nullable Facts byNationalId(byte[] nationalIdIndex) {
        return by(Rows.NATIONAL_ID, Rows.longAt(nationalIdIndex, 0), Rows.longAt(nationalIdIndex, 8));
    }

    private @Nullable Facts by(int key, long high, long low) {
        return reading(() -> {
            Roll now = roll;
            int row = now.find(key, high, low);
            return row < 0 ? null : now.rows.facts(row);
        });
    }

    /**
     * How whoever has this number stands for a criterion, from its bits; null where nobody has it, or there is no such criterion.
     *
     * @param msisdnIndex the number's blind index
     */
    public @Nullable Verdict probe(byte[] msisdnIndex, String criterion) {
        long high = Rows.longAt(msisdnIndex, 0);
        long low = Rows.longAt(msisdnIndex, 8);
        return reading(() -> {
            int row = roll.find(Rows.NUMBER, high, low);
            Column column = state.columns().get(criterion);
            return row < 0 || column == null ? null : column.verdict(row);
        });
    }

    /** Takes rows over, each only if it is newer than the one held. */
    public void apply(Collection<WorkerFacts> changes) {
        for (WorkerFacts change : changes) {
            var id = change.workerId().value();
            int row = roll.find(Rows.WORKER, id.getMostSignificantBits(), id.getLeastSignificantBits());
            if (row >= 0 && change.version() <= roll.rows.version(row)) continue;
            if (change.erased()) forget(row, change.workerId());
            else if (row >= 0 || hasRoomFor(change.workerId())) take(row, change);
        }
    }

    /** Makes these the criteria that are counted by; those whose version is unchanged keep their vectors. Readers do not wait. */
    public void use(Collection<Criterion> criteria) {
        IndexState now = state;
        Map<String, Column> next = new HashMap<>();
        Map<String, Column> fresh = new HashMap<>();
        for (Criterion criterion : criteria) {
            Column old = now.columns().get(criterion.name());
            boolean same = old != null && old.criterion().version() == criterion.version();
            Column column = same ? old : new Column(criterion);
            next.put(criterion.name(), column);
            if (!same) fresh.put(criterion.name(), column);
        }
        roll.judge(fresh.values(), null, now.day());
        writing(() -> state = IndexState.of(now.day(), now.employed(), next));
    }

    /** A new day: what depends on it is reckoned afresh. Readers do not wait. */
    public void turnTo(LocalDate day) {
        IndexState now = state;
        var employed = new Bits();
        Map<String, Column> next = new HashMap<>(now.columns());
        next.replaceAll(
                (name, column) -> column.criterion().rule().ofTheDay() ? new Column(column.criterion()) : column);
        roll.judge(
                next.values().stream()
                        .filter(column -> column.criterion().rule().ofTheDay())
                        .toList(),
                employed,
                day);
        writing(() -> state = IndexState.of(day, employed, next));
    }

    /** Forgets everybody, to be filled afresh; criteria stay. */
    public void clear() {
        writing(() -> {
            roll = new Roll();
            leftOut.clear();
            missed = 0;
            Map<String, Column> empty = new HashMap<>();
            state.columns().forEach((name, column) -> empty.put(name, new Column(column.criterion())));
            state = IndexState.of(state.day(), new Bits(), empty);
        });
    }

    /**
     * Counts the people employed today.
     *
     * @param lines of what is asked for, as packages write them; what is no criterion leaves everybody open
     */
    public Census count(List<String> lines, Question question) {
        Surveys surveys = surveys(question);
        return surveys.counted(waiting(() -> surveys.today(lines)));
    }

    /** Counts the people employed on a day by criteria that need not be known here, as far as facts are known now. */
    public Census count(List<Clause> clauses, LocalDate day, Question question) {
        Surveys surveys = surveys(question);
        return surveys.counted(surveys.on(day, List.of(clauses)).getFirst());
    }

    /** How many people employed on a day stand how by either of two questions, where anybody does. */
    public Shifts compare(List<Clause> before, List<Clause> after, LocalDate day, Question question) {
        Surveys surveys = surveys(question);
        List<Survey> both = surveys.on(day, List.of(before, after));
        return surveys.compared(both.getFirst(), both.getLast());
    }

    /**
     * Of the people employed today at these enterprises, the next ones that qualify or may, and where to go on.
     *
     * @param from 0 to begin with
     * @param rowsAtOnce how many rows are looked at
     */
    public Standings standings(List<String> lines, Set<EnterpriseId> only, int from, int rowsAtOnce) {
        return waiting(() -> {
            int until = Math.min(roll.used(), from + rowsAtOnce);
            return new Standings(
                    surveys(Question.within(only)).today(lines).standings(from, until),
                    until >= roll.used() ? -1 : until);
        });
    }

    private Surveys surveys(Question question) {
        return new Surveys(roll, state, question, this::waiting);
    }

    private boolean hasRoomFor(WorkerId newcomer) {
        if (roll.people() < most) {
            if (leftOut.remove(newcomer)) missed = leftOut.size();
            return true;
        }
        // enough to say that it is many; each once
        if (leftOut.size() < 100_000) leftOut.add(newcomer);
        missed = leftOut.size();
        return false;
    }

    private void take(int held, WorkerFacts change) {
        long[] keys = Rows.keys(change);
        Facts facts = Facts.of(change);
        writing(() -> {
            int row = roll.write(held, change, keys);
            IndexState now = state;
            for (Column column : now.all()) column.judge(row, facts, now.day());
            now.employed().set(row, facts.activeOn(now.day().toEpochDay()));
        });
    }

    private void forget(int row, WorkerId who) {
        if (leftOut.remove(who)) missed = leftOut.size();
        if (row >= 0) writing(() -> roll.forget(row));
    }

    private void writing(Runnable change) {
        long stamp = lock.writeLock();
        try {
            change.run();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** For short questions: looks first and asks afterwards whether the writer was at it. */
    private <T extends @Nullable Object> T reading(Supplier<T> question) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0)
            try {
                T answer = question.get();
                if (lock.validate(stamp)) return answer;
            } catch (IndexOutOfBoundsException | NullPointerException torn) {
                // seen in the middle of a change: what follows is not
            }
        return waiting(question);
    }

    private <T extends @Nullable Object> T waiting(Supplier<T> question) {
        long stamp = lock.readLock();
        try {
            return question.get();
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
