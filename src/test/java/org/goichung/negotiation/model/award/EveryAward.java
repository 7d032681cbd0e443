package org.goichung.negotiation.model.award;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.negotiation.model.award.AwardQuestion.Bidder;
import org.goichung.negotiation.model.award.AwardQuestion.Member;
import org.goichung.negotiation.model.award.AwardRules.MinShare;
import org.jspecify.annotations.Nullable;

/** Looks at every possible award, one after the other; shares no code with the solver nor with the check of awards. */
final class EveryAward {
    private final AwardQuestion question;
    private final List<long[]> seats = new ArrayList<>();
    private final long[] lines;
    private @Nullable Score best;

    /** What an award is judged by, in this order. */
    record Score(long missing, long worstLoss, long cost) implements Comparable<Score> {
        @Override
        public int compareTo(Score other) {
            if (missing != other.missing) return Long.compare(missing, other.missing);
            if (worstLoss != other.worstLoss) return Long.compare(worstLoss, other.worstLoss);
            return Long.compare(cost, other.cost);
        }
    }

    EveryAward(AwardQuestion question) {
        this.question = question;
        for (int m = 0; m < question.members().size(); m++)
            for (int b = 0; b < question.bidders().size(); b++)
                if (wish(question.members().get(m), lot(question.bidders().get(b))) > 0
                        && serves(question.bidders().get(b), question.members().get(m))) seats.add(new long[] {m, b});
        this.lines = new long[seats.size()];
    }

    Score best() {
        fill(0);
        if (best == null) throw new IllegalStateException("no line at all is an award too");
        return best;
    }

    private void fill(int seat) {
        if (seat == seats.size()) {
            Score score = score();
            if (score != null && (best == null || score.compareTo(best) < 0)) best = score;
            return;
        }
        Member member = question.members().get((int) seats.get(seat)[0]);
        String lot = lot(question.bidders().get((int) seats.get(seat)[1]));
        long left = wish(member, lot);
        for (int before = 0; before < seat; before++)
            if (seats.get(before)[0] == seats.get(seat)[0]
                    && lot(question.bidders().get((int) seats.get(before)[1])).equals(lot)) left -= lines[before];
        for (long its = 0; its <= left; its++) {
            lines[seat] = its;
            fill(seat + 1);
        }
        lines[seat] = 0;
    }

    /** Null where the award is none. */
    private @Nullable Score score() {
        long cost = 0;
        long given = 0;
        Map<Long, Long> losses = new HashMap<>();
        Map<UUID, Long> won = new HashMap<>();
        Set<String> carriers = new HashSet<>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == 0) continue;
            Bidder bidder = question.bidders().get((int) seats.get(i)[1]);
            long volume = bidder.offer().terms().sumsMembers() ? all((int) seats.get(i)[1]) : lines[i];
            long price = price(bidder.offer().terms(), volume);
            if (price < 0) return null;
            cost += price * lines[i];
            given += lines[i];
            Member member = question.members().get((int) seats.get(i)[0]);
            losses.merge(seats.get(i)[0], lines[i] * (price - alone(member, lot(bidder))), Long::sum);
            won.merge(bidder.offer().offerId(), lines[i], Long::sum);
            carriers.add(bidder.carrierCode());
        }
        if (breaks(cost, won, carriers)) return null;
        long worst = Math.max(
                0, losses.values().stream().mapToLong(loss -> loss).max().orElse(0));
        return new Score(wanted() - given, worst, cost + ported());
    }

    private boolean breaks(long cost, Map<UUID, Long> won, Set<String> carriers) {
        AwardRules rules = question.rules();
        for (Bidder bidder : question.bidders()) {
            long its = won.getOrDefault(bidder.offer().offerId(), 0L);
            if (its > bidder.offer().terms().capacity()) return true;
            if (rules.minLinesPerOffer() != null && its > 0 && its < rules.minLinesPerOffer()) return true;
        }
        for (MinShare share : rules.minShares()) if (tooSmall(share)) return true;
        return rules.budgetVndPerMonth() != null && cost > rules.budgetVndPerMonth()
                || rules.maxCarriers() != null && carriers.size() > rules.maxCarriers();
    }

    private boolean tooSmall(MinShare share) {
        for (int m = 0; m < question.members().size(); m++) {
            Member member = question.members().get(m);
            if (!member.enterpriseId().equals(share.enterpriseId())) continue;
            long demand = 0;
            for (String lot : member.demand().keySet()) demand += wish(member, lot);
            Map<String, Long> by = new HashMap<>();
            for (int i = 0; i < lines.length; i++)
                if (seats.get(i)[0] == m && lines[i] > 0)
                    by.merge(question.bidders().get((int) seats.get(i)[1]).carrierCode(), lines[i], Long::sum);
            for (long its : by.values())
                if (share.percent() == null ? its < share.lines() : its * 100 < demand * share.percent()) return true;
        }
        return false;
    }

    private long ported() {
        if (question.rules().portVndPerLine() == null) return 0;
        long moved = 0;
        for (int m = 0; m < question.members().size(); m++) {
            Map<List<String>, Long> by = new HashMap<>();
            for (int i = 0; i < lines.length; i++) {
                Bidder bidder = question.bidders().get((int) seats.get(i)[1]);
                if (seats.get(i)[0] == m) by.merge(List.of(lot(bidder), bidder.carrierCode()), lines[i], Long::sum);
            }
            Map<String, Map<String, Long>> present = question.members().get(m).demand();
            for (var each : by.entrySet())
                moved += Math.max(
                        0,
                        each.getValue()
                                - present.getOrDefault(each.getKey().getFirst(), Map.of())
                                        .getOrDefault(each.getKey().getLast(), 0L));
        }
        return moved * question.rules().portVndPerLine();
    }

    private long all(int bidder) {
        long sum = 0;
        for (int i = 0; i < lines.length; i++) if (seats.get(i)[1] == bidder) sum += lines[i];
        return sum;
    }

    private long wanted() {
        long sum = 0;
        for (Member member : question.members())
            for (String lot : member.demand().keySet()) sum += wish(member, lot);
        return sum;
    }

    private long alone(Member member, String lot) {
        long own = wish(member, lot);
        long least = Long.MAX_VALUE;
        long retail = Long.MAX_VALUE;
        for (Bidder bidder : question.bidders()) {
            if (!lot(bidder).equals(lot)) continue;
            StandingOffer offer = bidder.offer();
            retail = Math.min(retail, offer.retailPriceVnd());
            long price = price(offer.terms(), own);
            if (price >= 0 && offer.terms().capacity() >= own && serves(bidder, member)) least = Math.min(least, price);
        }
        return least < Long.MAX_VALUE ? least : retail;
    }

    private static boolean serves(Bidder bidder, Member member) {
        List<String> where = bidder.offer().terms().provinces();
        return where == null || member.province() != null && where.contains(member.province());
    }

    /** Negative below the lowest tier. */
    private static long price(OfferTerms terms, long volume) {
        long price = -1;
        for (Tier tier : terms.tiers()) if (volume >= tier.fromLines()) price = tier.priceVnd();
        return price;
    }

    private static long wish(Member member, String lot) {
        long sum = 0;
        for (long lines : member.demand().getOrDefault(lot, Map.of()).values()) sum += lines;
        return sum;
    }

    private static String lot(Bidder bidder) {
        return bidder.offer().terms().lot();
    }
}
