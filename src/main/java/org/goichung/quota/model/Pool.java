package org.goichung.quota.model;

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

    private final PoolKey key;
    private final CarrierId carrier;
    private final Period period;
    private final Unit unit;
    private final State state;
    private final boolean frozen;
    private final int alertedBefore;
    private final List<Entry> entries = new ArrayList<>();
    private Balances balances;
    private long lastEntry;
    private int alerted;

    public Pool(
            PoolKey key,
            CarrierId carrier,
            Period period,
            Unit unit,
            State state,
            boolean frozen,
            Balances balances,
            long lastEntry,
            int alerted) {
        this.key = key;
        this.carrier = carrier;
        this.period = period;
        this.unit = unit;
        this.state = state;
        this.frozen = frozen;
        this.balances = balances;
        this.lastEntry = lastEntry;
        this.alerted = alerted;
        this.alertedBefore = alerted;
    }

    /** Whether something new may be taken out of it, and if not, why. */
    public Admission admits(long amount) {
        if (state == State.CLOSED) return Admission.PERIOD_CLOSED;
        if (frozen) return Admission.POOL_FROZEN;
        return amount <= balances.available() ? Admission.ADMITTED : Admission.EXHAUSTED;
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

    /** Records what already happened: up to what is available it is posted, the rest is overuse, as is all after the close. */
    public void use(long amount, UUID chunk) {
        long posted = state == State.CLOSED ? 0 : Math.min(amount, balances.available());
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
        enter(EntryKind.CARRY_IN, amount, 0, 0, 0, agreement);
    }

    /** Unused limit goes back to the agreement. */
    public void giveBack(long amount, UUID returned) {
        enter(EntryKind.RETURN, -amount, 0, 0, 0, returned);
    }

    /** What a transfer held leaves the pool for good. */
    public void transferOut(long held, UUID transfer) {
        enter(EntryKind.TRANSFER_OUT, -held, -held, 0, 0, transfer);
    }

    public void transferIn(long amount, UUID transfer) {
        enter(EntryKind.TRANSFER_IN, amount, 0, 0, 0, transfer);
    }

    private void enter(EntryKind kind, long limit, long reserved, long posted, long overused, UUID reference) {
        balances = balances.plus(kind, limit, reserved, posted, overused);
        entries.add(new Entry(key, ++lastEntry, kind, limit, reserved, posted, overused, reference));
        alerted = Math.max(alerted, Threshold.reached(used(), balances.limit()));
    }

    /** What alerts look at: posted and overused. */
    private long used() {
        return Math.addExact(balances.posted(), balances.overused());
    }

    /** The thresholds that these entries reached for the first time. */
    public List<Integer> newThresholds() {
        return Threshold.ALL.stream()
                .filter(each -> each > alertedBefore && each <= alerted)
                .toList();
    }

    public PoolKey key() {
        return key;
    }

    public CarrierId carrier() {
        return carrier;
    }

    public Period period() {
        return period;
    }

    public Unit unit() {
        return unit;
    }

    public State state() {
        return state;
    }

    public Balances balances() {
        return balances;
    }

    public long lastEntry() {
        return lastEntry;
    }

    public int alerted() {
        return alerted;
    }

    public List<Entry> entries() {
        return entries;
    }
}
