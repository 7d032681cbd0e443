package org.goichung.negotiation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goichung.negotiation.model.Samples.DEADLINE;
import static org.goichung.negotiation.model.Samples.NOW;
import static org.goichung.negotiation.model.Samples.rfq;
import static org.goichung.negotiation.model.Samples.terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.goichung.negotiation.Tier;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

/** Random moves over the pure model: what is refused changes nothing, and what must hold holds after every step. */
class NegotiationWalkTest {
    private static final int WALKS = 3_000;
    private static final int STEPS = 120;

    @Test
    void random_walks_never_break_what_must_hold_and_refused_moves_change_nothing() {
        long seed = Long.getLong("goichung.seed", System.nanoTime());
        System.out.println("NegotiationWalkTest seed " + seed);
        var random = new Random(seed);
        var reached = EnumSet.noneOf(RfqState.class);
        for (int walk = 0; walk < WALKS; walk++) walk(random, reached);
        assertThat(reached).isEqualTo(EnumSet.allOf(RfqState.class));
    }

    private static void walk(Random random, EnumSet<RfqState> reached) {
        Rfq rfq = rfq();
        List<Bid> bids = new ArrayList<>();
        Instant now = NOW;
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(random.nextInt(400));
            String before = picture(rfq, bids);
            try {
                move(random, rfq, bids, now);
            } catch (Refusal refused) {
                assertThat(picture(rfq, bids)).isEqualTo(before);
            }
            mustHold(rfq, bids);
            reached.add(rfq.state());
        }
    }

    private static void move(Random random, Rfq rfq, List<Bid> bids, Instant now) {
        switch (random.nextInt(8)) {
            case 0 -> rfq.open(now, "key");
            case 1 -> {
                rfq.close(now);
                bids.stream()
                        .filter(bid -> bid.state() == BidState.SUBMITTED)
                        .forEach(bid -> bid.reveal(new CarrierId(UUID.randomUUID()), terms(true, 100, new Tier(1, 9))));
            }
            case 2, 3 -> {
                rfq.requireTakesOffers(now);
                bids.add(Bid.submit(
                        UUID.randomUUID(), rfq.id(), UUID.randomUUID().toString(), UUID.randomUUID()));
            }
            case 4 -> {
                RfqMove move = any(random, RfqMove.values());
                // opening and closing have guards of their own; walks should not all end early
                boolean rare = move == RfqMove.CANCEL || move == RfqMove.FAIL;
                if (move != RfqMove.OPEN && move != RfqMove.CLOSE && (!rare || random.nextInt(8) == 0)) rfq.move(move);
            }
            default -> {
                if (bids.isEmpty()) return;
                Bid bid = bids.get(random.nextInt(bids.size()));
                BidMove move = any(random, BidMove.values());
                if (move == BidMove.REVEAL) return;
                if (bid.state() == BidState.SUBMITTED) rfq.requireTakesOffers(now);
                else rfq.requireBargaining(Machine.word(move));
                bid.move(move);
            }
        }
    }

    private static void mustHold(Rfq rfq, List<Bid> bids) {
        assertThat(rfq.closedAt() == null || rfq.closedAt().isAfter(DEADLINE)).isTrue();
        assertThat(rfq.unsealed()).isEqualTo(rfq.closedAt() != null);
        for (Bid bid : bids) {
            if (!rfq.unsealed()) assertThat(bid.revealed()).isFalse();
            if (bid.state().standing()) assertThat(bid.revealed()).isTrue();
        }
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String picture(Rfq rfq, List<Bid> bids) {
        var text =
                new StringBuilder().append(rfq.state()).append(rfq.openedAt()).append(rfq.closedAt());
        bids.forEach(bid -> text.append(bid.state()).append(bid.revealed()));
        return text.toString();
    }

    @Test
    void an_agreement_walks_only_where_its_table_leads() {
        assertThat(AgreementState.RATIFIED.after(AgreementMove.START)).isEqualTo(AgreementState.IN_FORCE);
        assertThat(AgreementState.IN_FORCE.after(AgreementMove.SUSPEND)).isEqualTo(AgreementState.SUSPENDED);
        for (AgreementMove move : AgreementMove.values())
            assertThatThrownBy(() -> AgreementState.TERMINATED.after(move)).isInstanceOf(Refusal.class);
    }
}
