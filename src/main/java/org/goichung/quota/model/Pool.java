package org.goichung.quota.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.Unit;

/**
 * A pool while its row is locked: orders are decided on it one after the other, in the order they came, and each leaves its entry.
 * So the outcomes of a batch equal those of some serial order, also near exhaustion.
 */
public final class Pool {
    /** Where a pool stands by the calendar. */
    public enum State {
        OPEN,
        GRACE,
        CLOSED
    }

    /** What never changes of a pool. */
    public record Terms(PoolKey key, CarrierId carrier, Period period, Unit unit, Instant graceUntil) {}

    /**
     * What is remembered beside the balances.
     *
     * @param lastEntry the number of the last entry
     * @param alerted the greatest threshold that was told
     * @param rolled how much of the limit has rolled over before; the oldest leaves first, by whatever way
     */
    public record Marks(long lastEntry, int alerted, long rolled) {}

    /** @param balances behind the entry */
    public record Crossing(int threshold, long entry, Balances balances) {}

    private final Terms terms;
    private final State state;
    private final boolean frozen;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private Balances balances;
    private long lastEntry;
    private int alerted;
    private long rolled;

    public Pool(Terms terms, State state, boolean frozen, Balances balances, Marks marks) {
        this.terms = terms;
        this.state = state;
        this.frozen = frozen;
        this.balances = balances;
        this.lastEntry = marks.lastEntry();
        this.alerted = marks.alerted();
        this.rolled = marks.rolled();
    }

    /** Whether something new may be taken out of it, and if not, why. */
    public Admission admits(long amount, Instant at) {
        if (isClosed(at)) return Admission.PERIOD_CLOSED;
        if (frozen) return Admission.POOL_FROZEN;
        return amount <= balances.available() ? Admission.ADMITTED : Admission.EXHAUSTED;
    }

    /** By the calendar, though no job may have seen it yet. */
    public boolean isClosed(Instant at) {
        return state == State.CLOSED || !at.isBefore(terms.graceUntil());
    }

    public void grant(long amount, UUID agreement) {
        enter(EntryKind.GRANT, amount, 0, 0, 0, agreement);
    }

    public void draw(long amount, UUID draw) {
        enter(EntryKind.DRAW, 0, 0, amount, 0, draw);
    }

    public void reserve(long amount, UUID reservation) {
        enter(EntryKind.RESERVE, 0, amount, 0, 0, reservation);
    }

    /** Ends a reservation: what is not posted goes back. */
    public void settle(long reserved, long posted, UUID reservation, EntryKind kind) {
        enter(kind, 0, -reserved, posted, 0, reservation);
    }

    /**
     * Records what already happened: up to what is available it is posted, the rest is overuse, as is all after the close.
     *
     * @throws ArithmeticException where both together would be more than a {@code long} holds
     */
    public void use(long amount, UUID chunk, Instant at) {
        if (amount > Long.MAX_VALUE - used()) throw new ArithmeticException("usage is more than can be counted");
        long posted = isClosed(at) ? 0 : Math.min(amount, balances.available());
        enter(EntryKind.USAGE, 0, 0, posted, amount - posted, chunk);
    }

    /** Takes back recorded usage: from overuse first. */
    public void unuse(long amount, UUID chunk) {
        long fromOveruse = Math.min(amount, balances.overused());
        enter(EntryKind.USAGE, 0, 0, fromOveruse - amount, -fromOveruse, chunk);
    }

    public void carryOut(long amount, UUID agreement) {
        enter(EntryKind.CARRY_OUT, -amount, 0, 0, 0, agreement);
    }

    public void carryIn(long amount, UUID agreement) {
        rolled = Math.addExact(rolled, amount);
        enter(EntryKind.CARRY_IN, amount, 0, 0, 0, agreement);
    }

    /** How much more limit it could be given before its sums are full. */
    public long room() {
        return Long.MAX_VALUE - balances.granted() - balances.carriedIn() - balances.transferredIn();
    }

    /** Unused limit goes back to the agreement. */
    public void giveBack(long amount, UUID returned) {
        rolled -= rolledPart(amount);
        enter(EntryKind.RETURN, -amount, 0, 0, 0, returned);
    }

    /** How much of an amount that leaves now has rolled over before; the oldest goes first. */
    public long rolledPart(long amount) {
        return Math.min(amount, rolledLeft());
    }

    /** What has rolled over before and is neither held nor used. */
    public long rolledLeft() {
        return Math.max(0, rolled - balances.reserved() - balances.posted());
    }

    /** What a transfer held leaves the pool for good. */
    public void transferOut(long held, long rolledPart, UUID transfer) {
        rolled -= rolledPart;
        enter(EntryKind.TRANSFER_OUT, -held, -held, 0, 0, transfer);
    }

    public void transferIn(long amount, long rolledPart, UUID transfer) {
        rolled = Math.addExact(rolled, rolledPart);
        enter(EntryKind.TRANSFER_IN, amount, 0, 0, 0, transfer);
    }

    private void enter(EntryKind kind, long limit, long reserved, long posted, long overused, UUID reference) {
        balances = balances.plus(kind, limit, reserved, posted, overused);
        entries.add(new Entry(terms.key(), ++lastEntry, kind, limit, reserved, posted, overused, reference));
        alert();
    }

    private void alert() {
        int reached = Threshold.reached(used(), had());
        for (int each : Threshold.ALL)
            if (each > alerted && each <= reached) crossings.add(new Crossing(each, lastEntry, balances));
        alerted = Math.max(alerted, reached);
    }

    /** What the month had before its unused rest moved on: a close alarms nobody. */
    private long had() {
        return Math.addExact(balances.limit(), balances.carriedOut());
    }

    /** What alerts look at: posted and overused, as far as it can be counted. What is taken out later can go beyond that. */
    private long used() {
        return balances.overused() > Long.MAX_VALUE - balances.posted()
                ? Long.MAX_VALUE
                : balances.posted() + balances.overused();
    }

    /** The thresholds that these entries reached for the first time, each with the entry that did it. */
    public List<Crossing> crossings() {
        return crossings;
    }

    public PoolKey key() {
        return terms.key();
    }

    public CarrierId carrier() {
        return terms.carrier();
    }

    public Period period() {
        return terms.period();
    }

    public Unit unit() {
        return terms.unit();
    }

    public State state() {
        return state;
    }

    public Balances balances() {
        return balances;
    }

    public Marks marks() {
        return new Marks(lastEntry, alerted, rolled);
    }

    public List<Entry> entries() {
        return entries;
    }
}
