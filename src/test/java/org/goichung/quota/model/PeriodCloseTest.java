package org.goichung.quota.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.RollOver;
import org.junit.jupiter.api.Test;

class PeriodCloseTest {

    @Test
    void what_moves_on_is_what_the_agreement_says_the_oldest_being_used_first() {
        Pool pool = used(TestPools.open(100, 30), 5, 15);
        assertThat(PeriodClose.movesOn(pool, RollOver.NONE)).isZero();
        assertThat(PeriodClose.movesOn(pool, RollOver.ONE_PERIOD)).isEqualTo(100);
        assertThat(PeriodClose.movesOn(pool, RollOver.UNTIL_END)).isEqualTo(110);
        assertThat(PeriodClose.movesOn(used(TestPools.open(100, 30), 5, 40), RollOver.ONE_PERIOD))
                .isEqualTo(85);
    }

    @Test
    void a_return_takes_the_oldest_first() {
        Pool pool = TestPools.open(100, 30);
        pool.giveBack(20, UUID.randomUUID());
        assertThat(pool.balances().available()).isEqualTo(110);
        assertThat(PeriodClose.movesOn(pool, RollOver.ONE_PERIOD)).isEqualTo(100);
        pool.giveBack(40, UUID.randomUUID());
        assertThat(PeriodClose.movesOn(pool, RollOver.ONE_PERIOD)).isEqualTo(70);
    }

    @Test
    void what_rolled_over_before_does_not_roll_again_wherever_it_is_transferred() {
        Pool giver = TestPools.open(100, 30);
        Pool receiver = TestPools.open(50, 0);
        long rolled = giver.rolledPart(40);
        assertThat(rolled).isEqualTo(30);
        giver.reserve(40, UUID.randomUUID());
        giver.transferOut(40, rolled, UUID.randomUUID());
        receiver.transferIn(40, rolled, UUID.randomUUID());
        assertThat(PeriodClose.movesOn(giver, RollOver.ONE_PERIOD)).isEqualTo(90);
        assertThat(PeriodClose.movesOn(receiver, RollOver.ONE_PERIOD)).isEqualTo(60);
        assertThat(PeriodClose.movesOn(receiver, RollOver.UNTIL_END)).isEqualTo(90);
    }

    @Test
    void a_period_without_grace_ends_at_midnight_in_vietnam_though_no_job_has_seen_it() {
        Instant lastMicrosecond = Instant.parse("2026-11-30T16:59:59.999999Z");
        Instant midnight = Instant.parse("2026-11-30T17:00:00Z");
        Pool pool = TestPools.open(10, 0);
        assertThat(pool.admits(1, lastMicrosecond)).isEqualTo(Admission.ADMITTED);
        assertThat(pool.admits(1, midnight)).isEqualTo(Admission.PERIOD_CLOSED);
        pool.use(3, UUID.randomUUID(), lastMicrosecond);
        pool.use(3, UUID.randomUUID(), midnight);
        assertThat(pool.balances().posted()).isEqualTo(3);
        assertThat(pool.balances().overused()).isEqualTo(3);
    }

    @Test
    void a_reservation_given_back_behind_the_close_has_expired() {
        Pool pool = TestPools.open(10, 0);
        pool.reserve(4, new UUID(0, 1));
        pool.reserve(5, new UUID(0, 2));
        var early = new Reservation(new UUID(0, 1), pool.key(), 4, 0, Reservation.State.PENDING, null);
        var late = new Reservation(new UUID(0, 2), pool.key(), 5, 0, Reservation.State.PENDING, null);
        early.release(pool, TestPools.NOVEMBER.end().minusSeconds(1));
        late.release(pool, TestPools.NOVEMBER.end());
        assertThat(early.state()).isEqualTo(Reservation.State.VOIDED);
        assertThat(late.state()).isEqualTo(Reservation.State.EXPIRED);
        assertThat(pool.entries())
                .extracting(Entry::kind)
                .containsExactly(EntryKind.RESERVE, EntryKind.RESERVE, EntryKind.VOID, EntryKind.EXPIRE);
    }

    private static Pool used(Pool pool, long reserved, long posted) {
        pool.reserve(reserved, UUID.randomUUID());
        pool.draw(posted, UUID.randomUUID());
        return pool;
    }
}
