package org.goichung.quota.program;

import static org.goichung.support.Door.await;
import static org.goichung.support.Door.bean;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.goichung.platform.time.Clock;
import org.goichung.platform.time.DatabaseClock;
import org.goichung.quota.Period;
import org.goichung.quota.store.PeriodLedger;
import org.goichung.quota.store.ReservationExpiry;

/** The service's clock, for programs that live beside each other: it goes on for all of them at once. */
final class Calendar implements AutoCloseable {
    /** Until the fourth. */
    static final int GRACE_DAYS = 3;

    static final Duration HELD = Duration.ofHours(1);

    private static final int EARLY = 2;
    private static final int LATE = 20;

    private final Months months = new Months();
    private final LocalDate firstMonth;
    private Duration moved = Duration.ZERO;

    /** Begins so long ago that nothing of anybody else's falls due by what it does. */
    Calendar() {
        firstMonth = bean(Clock.class).today().withDayOfMonth(1).minusMonths(Months.MOST + 1);
        goTo(firstMonth.withDayOfMonth(LATE));
    }

    /** Sets the clock back. */
    @Override
    public void close() {
        goOn(moved.negated());
    }

    int present() {
        return months.present();
    }

    Period period(int month) {
        return Period.of(firstMonth.plusMonths(month));
    }

    Instant start(int month) {
        return firstMonth.plusMonths(month).atStartOfDay(Clock.VIETNAM).toInstant();
    }

    void goOn(Step time) {
        if (time instanceof Step.Turn turn && months.turn(turn))
            goTo(firstMonth.plusMonths(months.present()).withDayOfMonth(months.behindGrace() ? LATE : EARLY));
        else goOn(HELD.multipliedBy(2));
    }

    /** As the jobs do, each in its own time: months are closed, holds expire. */
    void catchUp() {
        await(() -> bean(PeriodLedger.class).advance());
        while (await(() -> bean(ReservationExpiry.class).expire()) > 0) Thread.onSpinWait();
    }

    private void goOn(Duration by) {
        await(() -> bean(DatabaseClock.class).advance(by));
        moved = moved.plus(by);
    }

    private void goTo(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(Clock.VIETNAM).toInstant();
        goOn(Duration.between(bean(Clock.class).instant(), noon).truncatedTo(ChronoUnit.SECONDS));
    }
}
