package org.goichung.negotiation.walk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.goichung.catalog.Allowance;
import org.goichung.catalog.Cycle;
import org.goichung.catalog.SubscriberKind;
import org.goichung.negotiation.CustomPackage;
import org.goichung.negotiation.LegalBasis;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.LotRequirements;
import org.goichung.negotiation.NewAgreementAmendment;
import org.goichung.negotiation.NewAmendment;
import org.goichung.negotiation.NewAward;
import org.goichung.negotiation.NewMandate;
import org.goichung.negotiation.NewPaperAnswer;
import org.goichung.negotiation.NewRfq;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.RollOver;
import org.goichung.negotiation.Tier;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;

/** What steps hand in, as the service takes it. */
final class Papers {
    private static final String LOT = "Gói dữ liệu";
    private static final long MORE_THAN_ANY_GIVES = 900_000_000_000_000L;

    private final World world;
    private final Names names;

    Papers(World world, Names names) {
        this.world = world;
        this.names = names;
    }

    NewMandate mandate(Step.Give step, long now) {
        return new NewMandate(
                world.enterprise(step.enterprise()),
                new UnionBodyId(world.federation),
                100,
                step.carried() ? 70 : 20,
                20,
                Times.day(now).plusDays(step.days()));
    }

    NewRfq rfq(Step.Draft step, long now) {
        long deadline = Times.deadline(now + step.deadlineIn());
        var members = new HashSet<EnterpriseId>();
        step.members().forEach(member -> members.add(world.enterprise(member)));
        YearMonth start = Times.month(deadline).plusMonths(step.startIn());
        return new NewRfq(
                "Gói chung",
                List.of(new Lot(LOT, World.CRITERIA, null, null, null, null, start, step.months())),
                members,
                Times.at(deadline),
                step.windowHours(),
                step.quorum(),
                0,
                RollOver.NONE);
    }

    /** @param asked what the RFQ says so far; null where there is none */
    NewAmendment amendment(Step.Amend step, Records.Asked asked) {
        Instant deadline = Times.at(asked == null ? 1 : Times.deadline(Times.minute(asked.deadline()) + step.later()));
        var lots = step.asks() == null || asked == null
                ? null
                : List.of(new LotRequirements(
                        LOT,
                        null,
                        step.asks() ? MORE_THAN_ANY_GIVES : null,
                        null,
                        null,
                        asked.start(),
                        asked.months()));
        var demand = step.enterprise() < 0
                ? null
                : List.of(new NewAmendment.DemandCorrection(
                        world.enterprise(step.enterprise()), LOT, Map.of(world.carrierCode, step.lines())));
        return new NewAmendment("Đếm lại", deadline, lots, demand, null);
    }

    OfferTerms terms(Actor by, Step.Terms terms, long now) {
        return terms(Math.max(0, by.number()), terms, now);
    }

    OfferTerms terms(int own, Step.Terms terms, long now) {
        boolean ofTheCatalogue = terms.made() == Step.Made.NOT || terms.made() == Step.Made.BESIDE;
        return new OfferTerms(
                terms.otherLot() ? "Gói thoại" : LOT,
                ofTheCatalogue ? world.packages.get(terms.othersPackage() ? (own + 1) % Actor.MANY : own) : null,
                made(terms.made()),
                tiers(terms.tiers()),
                terms.sums(),
                terms.capacity(),
                Times.at(Times.validity(now + terms.validFor())),
                terms.made() == Step.Made.PROMOTION ? LegalBasis.PROMOTION : LegalBasis.OWN_TARIFF,
                World.REFERENCE_VND,
                SubscriberKind.PREPAID,
                null,
                null,
                null);
    }

    private static CustomPackage made(Step.Made made) {
        if (made == Step.Made.NOT || made == Step.Made.NEITHER) return null;
        return new CustomPackage(
                "WALK-" + made,
                "Gói làm riêng",
                Cycle.ofDays(made == Step.Made.OF_A_WEEK ? 7 : 30),
                Allowance.ofData(made == Step.Made.GENEROUS ? MORE_THAN_ANY_GIVES + 1 : 90_000_000_000L));
    }

    NewPaperAnswer answer(Step.EnterAnswer step, int carrier, long now) {
        return new NewPaperAnswer(
                NewPaperAnswer.Answer.valueOf(step.says().name()),
                world.login(step.witness()),
                step.terms() == null ? null : terms(carrier, step.terms(), now));
    }

    static List<Tier> tiers(List<Step.Tier> tiers) {
        return tiers.stream().map(tier -> new Tier(tier.from(), tier.price())).toList();
    }

    NewAward award(Step.Award step) {
        var accepting = new HashSet<EnterpriseId>();
        step.accepting().forEach(each -> accepting.add(world.enterprise(each)));
        return new NewAward(
                step.lines().stream()
                        .map(line -> new NewAward.Line(
                                world.enterprise(line.enterprise()), names.id("o" + line.offer()), line.lines(), null))
                        .toList(),
                accepting,
                null);
    }

    NewAgreementAmendment share(Step.Share step, long now) {
        YearMonth first = Times.month(now).plusMonths(step.inMonths());
        return new NewAgreementAmendment(
                world.enterprise(step.from()),
                world.enterprise(step.to()),
                step.lines(),
                null,
                first,
                step.months() == null ? null : first.plusMonths(step.months() - 1L));
    }
}
