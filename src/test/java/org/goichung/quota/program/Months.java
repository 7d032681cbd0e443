package org.goichung.quota.program;

/** Where a program stands in the calendar: what it calls by "this month" and "the month before" is told by the months' own numbers. */
final class Months {
    /** A program that goes on for longer stays in the last month. */
    static final int MOST = 5;

    private int present;
    /** It starts on a twentieth. */
    private boolean behindGrace = true;

    /** From 0. */
    int present() {
        return present;
    }

    /** Whether the month before the present one has been closed. */
    boolean behindGrace() {
        return behindGrace;
    }

    boolean isClosed(int month) {
        return month < present - 1 || month == present - 1 && behindGrace;
    }

    /** False where it is at the calendar's end. */
    boolean turn(Step.Turn turn) {
        boolean nextMonth = behindGrace || !turn.behindGrace();
        if (nextMonth && present == MOST) return false;
        if (nextMonth) present++;
        behindGrace = turn.behindGrace();
        return true;
    }

    Step resolved(Step step) {
        return switch (step) {
            case Step.Batch batch ->
                new Step.Batch(batch.orders().stream()
                        .map(each -> new Step.Asked(each.key(), resolved(each.ask())))
                        .toList());
            case Step.Use use ->
                new Step.Use(use.event(), use.enterprise(), use.bytes(), use.amends(), back(use.month()));
            case Step.Pass pass -> pass;
            case Step.Turn turn -> turn;
        };
    }

    private Step.Ask resolved(Step.Ask ask) {
        return switch (ask) {
            case Step.Draw draw -> new Step.Draw(pool(draw.pool()), draw.amount());
            case Step.Reserve reserve -> new Step.Reserve(pool(reserve.pool()), reserve.amount());
            case Step.GiveBack back -> new Step.GiveBack(pool(back.pool()), back.amount());
            case Step.Propose propose -> new Step.Propose(pool(propose.pool()), propose.amount());
            case Step.Post post -> post;
            case Step.Release release -> release;
            case Step.Reply reply -> reply;
        };
    }

    private int pool(int relative) {
        return back(relative / Programs.POOLS) * Programs.POOLS + relative % Programs.POOLS;
    }

    private int back(int months) {
        return Math.max(0, present - months);
    }
}
