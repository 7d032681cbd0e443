package org.goichung.quota.program;

import java.util.List;

/** A pool as the promises tell of it: a limit, what is held, used and used beyond, and what has rolled. */
final class Pool {
    long limit;
    long carriedOut;
    /** Of the limit, what has rolled over before. */
    long rolled;

    boolean closed;
    long reserved;
    long posted;
    long overused;
    int alerted;

    long available() {
        return limit - reserved - posted;
    }

    /** The oldest is used first. */
    long rolledLeft() {
        return Math.max(0, rolled - reserved - posted);
    }

    String refusal(long amount) {
        if (closed) return "period-closed " + available();
        return amount > available() ? "quota-exhausted " + available() : null;
    }

    void moved() {
        if (posted + overused <= 0) return;
        for (int each : List.of(50, 75, 90, 100))
            if ((posted + overused) * 100 >= (limit + carriedOut) * each) alerted = Math.max(alerted, each);
    }

    void use(long bytes) {
        if (bytes == 0) return;
        if (bytes > 0) {
            long part = closed ? 0 : Math.min(bytes, available());
            posted += part;
            overused += bytes - part;
        } else {
            long part = Math.min(-bytes, overused);
            overused -= part;
            posted -= -bytes - part;
        }
        moved();
    }

    @Override
    public String toString() {
        return "limit=" + limit + " carried-out=" + carriedOut + " reserved=" + reserved + " posted=" + posted
                + " overused=" + overused + " alerted=" + alerted;
    }
}
