package org.goichung.quota.model;

/** A pool's sums. */
public record Balances(
        long granted,
        long carriedIn,
        long transferredIn,
        long carriedOut,
        long transferredOut,
        long returned,
        long reserved,
        long posted,
        long overused) {
    public static final Balances NOTHING = new Balances(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public long limit() {
        long in = Math.addExact(Math.addExact(granted, carriedIn), transferredIn);
        return in - carriedOut - transferredOut - returned;
    }

    public long available() {
        return limit() - reserved - posted;
    }

    /** After an entry of this kind; an overflow or a sum below zero is an error. */
    Balances plus(EntryKind kind, long limit, long reserved, long posted, long overused) {
        var next = new Balances(
                Math.addExact(granted, kind == EntryKind.GRANT ? limit : 0),
                Math.addExact(carriedIn, kind == EntryKind.CARRY_IN ? limit : 0),
                Math.addExact(transferredIn, kind == EntryKind.TRANSFER_IN ? limit : 0),
                Math.subtractExact(carriedOut, kind == EntryKind.CARRY_OUT ? limit : 0),
                Math.subtractExact(transferredOut, kind == EntryKind.TRANSFER_OUT ? limit : 0),
                Math.subtractExact(returned, kind == EntryKind.RETURN ? limit : 0),
                Math.addExact(this.reserved, reserved),
                Math.addExact(this.posted, posted),
                Math.addExact(this.overused, overused));
        if (next.available() < 0 || next.reserved < 0 || next.posted < 0 || next.overused < 0)
            throw new IllegalStateException("a " + kind + " would overdraw the pool");
        return next;
    }
}
