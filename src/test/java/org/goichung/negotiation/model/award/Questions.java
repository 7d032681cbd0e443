package org.goichung.negotiation.model.award;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.negotiation.model.StandingOffer;
import org.goichung.negotiation.model.award.AwardQuestion.Bidder;
import org.goichung.negotiation.model.award.AwardQuestion.Member;
import org.goichung.negotiation.model.award.AwardRules.MinShare;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/** Small questions at random, and what larger ones are made of. */
final class Questions {
    private static final List<String> CARRIERS = List.of("VIETTEL", "VINAPHONE", "MOBIFONE");
    private static final List<String> PROVINCES = List.of("92", "96");

    private Questions() {}

    /** As small as a look at every award takes it. */
    static AwardQuestion random(SplittableRandom random) {
        int lots = random.nextInt(4) == 0 ? 2 : 1;
        List<Member> members = new ArrayList<>();
        int memberCount = 1 + random.nextInt(lots == 2 ? 2 : 3);
        for (int m = 0; m < memberCount; m++) {
            Map<String, Map<String, Long>> demand = new HashMap<>();
            for (int lot = 0; lot < lots; lot++) {
                Map<String, Long> by = new HashMap<>();
                by.put(CARRIERS.get(random.nextInt(3)), (long) random.nextInt(3));
                by.merge(CARRIERS.get(random.nextInt(3)), (long) random.nextInt(3), Long::sum);
                demand.put(lot == 0 ? "A" : "B", by);
            }
            members.add(new Member(enterprise(), demand, someProvince(random)));
        }
        List<Bidder> bidders = new ArrayList<>();
        for (int lot = 0; lot < lots; lot++) {
            int offers = 1 + random.nextInt(lots == 2 ? 2 : 3);
            for (int o = 0; o < offers; o++) {
                List<Tier> tiers = new ArrayList<>();
                long from = 1 + random.nextInt(3);
                long price = 70_000 + 1_000L * random.nextInt(40);
                int count = 1 + random.nextInt(3);
                for (int k = 0; k < count; k++) {
                    tiers.add(tier(from, price));
                    from += 1 + random.nextInt(4);
                    price -= 1 + random.nextInt(15_000);
                }
                bidders.add(bidder(
                        lot == 0 ? "A" : "B",
                        CARRIERS.get(random.nextInt(3)),
                        random.nextBoolean(),
                        1 + random.nextInt(9),
                        80_000 + 1_000L * random.nextInt(40),
                        tiers,
                        random.nextInt(3) == 0 ? List.of(PROVINCES.get(random.nextInt(2))) : null));
            }
        }
        return new AwardQuestion(members, bidders, rules(random, members));
    }

    private static @Nullable String someProvince(SplittableRandom random) {
        int which = random.nextInt(4);
        return which == 3 ? null : PROVINCES.get(which % 2);
    }

    private static AwardRules rules(SplittableRandom random, List<Member> members) {
        List<MinShare> shares = new ArrayList<>();
        for (Member member : members)
            if (random.nextInt(4) == 0)
                shares.add(
                        random.nextBoolean()
                                ? new MinShare(member.enterpriseId(), 1 + random.nextInt(100), null)
                                : new MinShare(member.enterpriseId(), null, 1L + random.nextInt(4)));
        return new AwardRules(
                random.nextInt(4) == 0 ? 1 + random.nextInt(2) : null,
                random.nextInt(4) == 0 ? 1L + random.nextInt(4) : null,
                random.nextInt(4) == 0 ? 100_000L + random.nextInt(900_000) : null,
                random.nextInt(3) == 0 ? 1L + random.nextInt(20_000) : null,
                shares);
    }

    static EnterpriseId enterprise() {
        return new EnterpriseId(UUID.randomUUID());
    }

    static Member member(EnterpriseId id, long lines) {
        return new Member(id, Map.of("A", Map.of("", lines)), null);
    }

    static Tier tier(long from, long price) {
        return new Tier(from, price);
    }

    static Bidder bidder(String carrier, boolean sums, long capacity, Tier... tiers) {
        return bidder("A", carrier, sums, capacity, 120_000, List.of(tiers), null);
    }

    static Bidder bidder(
            String lot,
            String carrier,
            boolean sums,
            long capacity,
            long retail,
            List<Tier> tiers,
            @Nullable List<String> provinces) {
        @Nullable Long shared = null;
        var terms = new OfferTerms(
                lot,
                UUID.randomUUID(),
                null,
                tiers,
                sums,
                capacity,
                Instant.parse("2026-12-31T00:00:00Z"),
                LegalBasis.OWN_TARIFF,
                retail,
                SubscriberKind.PREPAID,
                shared,
                provinces,
                null);
        return new Bidder(new StandingOffer(UUID.randomUUID(), terms, retail), carrier);
    }
}
