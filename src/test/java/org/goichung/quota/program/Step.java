package org.goichung.quota.program;

import java.util.List;

/** One step of a program. Things are called by small numbers, so that a program still means something after others were taken out of it. */
sealed interface Step {

    /** Orders that reach the ledger at the same moment. */
    record Batch(List<Asked> orders) implements Step {}

    /**
     * A carrier's event; with {@code amends} it replaces the bytes of another.
     *
     * @param month so many months back that it started, until {@link Months} says which month that is
     */
    record Use(int event, int enterprise, long bytes, Integer amends, int month) implements Step {}

    /** So much time that whatever is held is held no longer. */
    record Pass() implements Step {}

    /**
     * The calendar goes on, over a month's end: to the next second of a month, when the month before is in its grace, or to the next
     * twentieth, when that is over.
     */
    record Turn(boolean behindGrace) implements Step {}

    /** Whether it is the time that goes on, which it does for all programs beside each other at once. */
    default boolean isTime() {
        return this instanceof Pass || this instanceof Turn;
    }

    /** An order under a key. The thing it makes is called by the key. */
    record Asked(int key, Ask ask) {}

    /**
     * What is asked of a pool: the first two are the enterprises' lines, the others their shared bytes; from the fifth on those of the
     * month before, until {@link Months} says which month that is.
     */
    sealed interface Ask {}

    record Draw(int pool, long amount) implements Ask {}

    record Reserve(int pool, long amount) implements Ask {}

    /** @param part null for the whole */
    record Post(int reservation, Long part) implements Ask {}

    record Release(int reservation) implements Ask {}

    record GiveBack(int pool, long amount) implements Ask {}

    record Propose(int pool, long amount) implements Ask {}

    record Reply(int transfer, Answer answer) implements Ask {}

    /** To a proposed transfer. */
    enum Answer {
        ACCEPT,
        DECLINE,
        WITHDRAW
    }
}
