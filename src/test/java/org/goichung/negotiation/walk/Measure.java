package org.goichung.negotiation.walk;

import java.util.List;
import org.goichung.negotiation.walk.State.Bid;
import org.goichung.negotiation.walk.State.Offer;
import org.goichung.negotiation.walk.State.Rfq;

/** What the model measures offers by, and their making. */
final class Measure {
    private final State all;

    Measure(State all) {
        this.all = all;
    }

    long validUntil(Step.Terms terms) {
        return Times.validity(all.now + terms.validFor());
    }

    void check(Rfq rfq, Step.Terms terms) {
        check(rfq, terms, validUntil(terms));
    }

    void check(Rfq rfq, Step.Terms terms, long validUntil) {
        switch (terms.made()) {
            case NEITHER -> throw new No("offer-invalid package-or-custom-package");
            case BESIDE -> throw new No("offer-invalid beside-a-custom-package");
            case PROMOTION -> throw new No("offer-invalid promotion-of-a-custom-package");
            case NOT, SOUND, GENEROUS, OF_A_WEEK -> {}
        }
        No.unless(!terms.otherLot(), "invalid-request unknown-lot");
        checkPrices(rfq, terms.tiers(), terms.capacity(), validUntil);
        No.unless(!terms.othersPackage() || terms.made() != Step.Made.NOT, "offer-invalid unknown-package-version");
        No.unless(terms.made() != Step.Made.OF_A_WEEK, "package-does-not-fit cycle-is-no-month");
        No.unless(
                !rfq.asksTooMuch || terms.made() == Step.Made.GENEROUS,
                "package-does-not-fit too-little-data-per-cycle");
    }

    void checkPrices(Rfq rfq, List<Step.Tier> tiers, long capacity, long validUntil) {
        for (int i = 1; i < tiers.size(); i++) {
            Step.Tier lower = tiers.get(i - 1);
            Step.Tier tier = tiers.get(i);
            No.unless(tier.from() != lower.from(), "offer-invalid tiers-overlap");
            No.unless(tier.from() > lower.from(), "offer-invalid tiers-unsorted");
            No.unless(tier.price() <= lower.price(), "offer-invalid tier-price-rises");
        }
        No.unless(capacity >= tiers.getFirst().from(), "offer-invalid below-lowest-tier");
        No.unless(
                validUntil >= Math.max(all.now, rfq.lastDeadline()) + rfq.window,
                "offer-invalid must-outlive-the-vote");
    }

    Offer offer(int name, Bid bid, Step.Terms terms) {
        return offer(name, bid, terms, validUntil(terms));
    }

    Offer offer(int name, Bid bid, Step.Terms terms, long validUntil) {
        Offer offer = offer(name, bid, terms.tiers(), terms.sums(), terms.capacity(), validUntil);
        offer.made = terms.made();
        return offer;
    }

    Offer offer(int name, Bid bid, List<Step.Tier> tiers, boolean sums, long capacity, long validUntil) {
        var offer = new Offer();
        offer.name = name;
        offer.bid = bid;
        offer.tiers = tiers;
        offer.sums = sums;
        offer.capacity = capacity;
        offer.validUntil = validUntil;
        bid.latest = offer;
        all.offers.put(name, offer);
        return offer;
    }
}
