package org.goichung.subsidy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.subsidy.Payer;
import org.goichung.subsidy.Share;
import org.goichung.subsidy.Split;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void carrier_union_and_employer_share_and_the_worker_pays_nothing() {
        var shares = List.of(
                Share.ofPrice(Payer.CARRIER, 3_000),
                Share.ofPriceUpTo(Payer.UNION, 5_000, 30_000),
                Share.ofVnd(Payer.WORKER, 1));
        assertThat(Apportionment.split(shares.subList(0, 2), Payer.EMPLOYER, 90_000))
                .isEqualTo(new Split(27_000, 30_000, 33_000, 0));
        assertThat(Apportionment.split(shares, Payer.EMPLOYER, 90_000)).isEqualTo(new Split(27_000, 30_000, 32_999, 1));
    }

    @Test
    void a_dong_left_over_goes_to_the_largest_remainder_and_on_a_tie_to_the_earlier_share() {
        var thirds = List.of(Share.ofPrice(Payer.UNION, 3_333), Share.ofPrice(Payer.EMPLOYER, 3_333));
        assertThat(Apportionment.split(thirds, Payer.WORKER, 100)).isEqualTo(new Split(0, 33, 33, 34));
        var halves = List.of(Share.ofPrice(Payer.UNION, 5_000));
        assertThat(Apportionment.split(halves, Payer.WORKER, 99_999)).isEqualTo(new Split(0, 50_000, 0, 49_999));
    }

    @Test
    void a_fixed_share_never_exceeds_what_is_left() {
        var shares = List.of(Share.ofVnd(Payer.UNION, 40_000), Share.ofVnd(Payer.EMPLOYER, 40_000));
        assertThat(Apportionment.split(shares, Payer.WORKER, 50_000)).isEqualTo(new Split(0, 40_000, 10_000, 0));
        assertThat(Apportionment.split(shares, Payer.WORKER, 0)).isEqualTo(new Split(0, 0, 0, 0));
    }

    @Test
    void a_price_too_large_to_reckon_with_is_refused() {
        assertThatThrownBy(() -> Apportionment.split(List.of(), Payer.WORKER, Long.MAX_VALUE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                        .isEqualTo(ProblemType.NUMBER_OUT_OF_RANGE));
        assertThatThrownBy(() -> Apportionment.split(List.of(), Payer.WORKER, -1))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void every_split_makes_the_price_and_nobody_bears_more_than_agreed() {
        long seed = System.nanoTime();
        System.out.println("ApportionmentTest seed " + seed);
        var random = new Random(seed);
        for (int run = 0; run < 20_000; run++) {
            List<Payer> payers = new ArrayList<>(Arrays.asList(Payer.values()));
            Collections.shuffle(payers, random);
            List<Share> shares = new ArrayList<>();
            int left = Share.WHOLE;
            for (int i = random.nextInt(4); i > 0 && left > 0; i--) {
                int points = 1 + random.nextInt(left);
                switch (random.nextInt(3)) {
                    case 0 -> shares.add(Share.ofVnd(payers.removeFirst(), 1 + random.nextInt(100_000)));
                    case 1 -> shares.add(Share.ofPriceUpTo(payers.removeFirst(), points, random.nextInt(50_000)));
                    default -> shares.add(Share.ofPrice(payers.removeFirst(), points));
                }
                left -= points;
            }
            long price =
                    random.nextInt(10) == 0 ? random.nextLong(Long.MAX_VALUE / Share.WHOLE) : random.nextLong(500_000);
            Split split = Apportionment.split(shares, payers.getFirst(), price);
            assertThat(split.totalVnd())
                    .as("run %s, price %s, %s", run, price, shares)
                    .isEqualTo(price);
            for (Share share : shares) {
                long borne = borne(split, share.payer());
                assertThat(borne).isNotNegative();
                if (share.vnd() != null) assertThat(borne).isLessThanOrEqualTo(share.vnd());
                if (share.capVnd() != null) assertThat(borne).isLessThanOrEqualTo(share.capVnd());
                if (share.basisPoints() != null)
                    assertThat(borne)
                            .isLessThanOrEqualTo(price / Share.WHOLE * share.basisPoints() + share.basisPoints() + 1);
            }
            assertThat(Apportionment.split(shares, payers.getFirst(), price)).isEqualTo(split);
        }
    }

    private static long borne(Split split, Payer payer) {
        return switch (payer) {
            case CARRIER -> split.carrierVnd();
            case UNION -> split.unionVnd();
            case EMPLOYER -> split.employerVnd();
            case WORKER -> split.workerVnd();
        };
    }
}
