package org.goichung.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.support.Door;

/** Two tenants that have nothing to do with each other, their stories told once for all tests. */
final class Stories {
    private static final UUID VIETTEL = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID VINAPHONE = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    /** However much other tests move the clock meanwhile. */
    private static final Duration LONG = Duration.ofDays(10);

    private static CompletableFuture<Pair> told;

    private Stories() {}

    /** @param ofMine to go on with */
    record Pair(Tenant mine, Tenant other, Story ofMine) {}

    /** A story that broke off is not told again: every test that needs it hears why. */
    static synchronized Pair pair() {
        if (told == null) {
            told = new CompletableFuture<>();
            try {
                told.complete(tell());
            } catch (RuntimeException | Error broken) {
                told.completeExceptionally(broken);
            }
        }
        return told.join();
    }

    private static Pair tell() {
        String admin = Door.admin();
        var mine = new Story("bên ta", VIETTEL, admin);
        var other = new Story("bên kia", VINAPHONE, admin);
        var clock = Door.bean(DatabaseClock.class);
        Instant deadline = clock.instant().plus(A_WHILE);
        both(mine, other, story -> story.begin(deadline, deadline.plus(LONG)));
        Duration ahead = A_WHILE.plusSeconds(1);
        Door.await(() -> clock.advance(ahead));
        try {
            both(mine, other, Story::conclude);
        } finally {
            // other tests keep their time
            Door.await(() -> clock.advance(ahead.negated()));
        }
        both(mine, other, Story::use);
        return new Pair(mine.tenant(), other.tenant(), mine);
    }

    /** Side by side, since most of a story is waiting for something to be seen. */
    private static void both(Story one, Story another, Consumer<Story> part) {
        CompletableFuture<Void> beside = CompletableFuture.runAsync(() -> part.accept(another));
        part.accept(one);
        beside.join();
    }
}
