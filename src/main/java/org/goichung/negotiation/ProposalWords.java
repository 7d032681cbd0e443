package org.goichung.negotiation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.PricedLine;
import org.goichung.negotiation.model.award.AwardProposal;
import org.goichung.negotiation.model.award.AwardQuestion;
import org.goichung.platform.http.Language;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** What was found, as the leading body reads it. */
final class ProposalWords {
    private ProposalWords() {}

    static ProposalView.Result result(AwardQuestion question, AwardProposal found) {
        var other = found.runnerUp();
        return new ProposalView.Result(
                found.costVnd(),
                found.portVnd(),
                found.boundVnd(),
                found.gapBasisPoints(),
                found.took().toMillis(),
                lines(found.plan().lines()),
                found.plan().shortfalls(),
                gains(question, found.plan().lines()),
                sorted(found.losers()),
                found.conflicts().stream()
                        .sorted()
                        .map(conflict -> new ProposalView.Conflict(Machine.word(conflict), ""))
                        .toList(),
                other == null
                        ? null
                        : new ProposalView.RunnerUp(
                                other.costVnd(), lines(other.plan().lines()), sorted(other.losers())),
                dropOuts(found));
    }

    /** As a reader sees it: codes become sentences, and of other enterprises there are sums only. */
    static ProposalView seen(ProposalView view, Language language, Predicate<EnterpriseId> inReach) {
        var result = view.result();
        return new ProposalView(
                view.id(),
                view.rfqId(),
                view.state(),
                view.askedAt(),
                view.asked().seen(inReach),
                view.endedAt(),
                result == null ? null : seen(result, language, inReach));
    }

    private static ProposalView.Result seen(
            ProposalView.Result result, Language language, Predicate<EnterpriseId> inReach) {
        var other = result.runnerUp();
        return new ProposalView.Result(
                result.costVndPerMonth(),
                result.portVnd(),
                result.boundVnd(),
                result.gapBasisPoints(),
                result.tookMillis(),
                only(result.lines(), AwardView.Line::enterpriseId, inReach),
                only(result.shortfalls(), Shortfall::enterpriseId, inReach),
                only(result.gains(), ProposalView.Gain::enterpriseId, inReach),
                only(result.losers(), loser -> loser, inReach),
                result.conflicts().stream()
                        .map(conflict -> new ProposalView.Conflict(
                                conflict.code(),
                                ProblemTexts.field(FieldError.of("", "conflict-" + conflict.code()), language)))
                        .toList(),
                other == null
                        ? null
                        : new ProposalView.RunnerUp(
                                other.costVndPerMonth(),
                                only(other.lines(), AwardView.Line::enterpriseId, inReach),
                                only(other.losers(), loser -> loser, inReach)),
                only(result.dropOuts(), ProposalView.DropOut::enterpriseId, inReach).stream()
                        .map(each -> new ProposalView.DropOut(
                                each.enterpriseId(),
                                each.holds(),
                                each.costVndPerMonth(),
                                only(each.released(), released -> released, inReach),
                                only(each.prices(), ProposalView.Price::enterpriseId, inReach)))
                        .toList());
    }

    private static <T> List<T> only(List<T> all, Function<T, EnterpriseId> whose, Predicate<EnterpriseId> inReach) {
        return all.stream().filter(each -> inReach.test(whose.apply(each))).toList();
    }

    private static List<ProposalView.Gain> gains(AwardQuestion question, List<PricedLine> lines) {
        Map<UUID, Long> retail = question.bidders().stream()
                .collect(Collectors.toMap(bidder -> bidder.offer().offerId(), bidder -> bidder.offer()
                        .retailPriceVnd()));
        var gains = new LinkedHashMap<EnterpriseId, ProposalView.Gain>();
        for (PricedLine line : lines) {
            long shop = Math.multiplyExact(
                    line.lines(), Math.subtractExact(retail.getOrDefault(line.offerId(), 0L), line.priceVnd()));
            gains.merge(
                    line.enterpriseId(),
                    new ProposalView.Gain(line.enterpriseId(), line.gainVndPerMonth(), shop),
                    ProposalWords::sum);
        }
        return List.copyOf(gains.values());
    }

    private static ProposalView.Gain sum(ProposalView.Gain one, ProposalView.Gain other) {
        return new ProposalView.Gain(
                one.enterpriseId(),
                Math.addExact(one.aloneVndPerMonth(), other.aloneVndPerMonth()),
                Math.addExact(one.retailVndPerMonth(), other.retailVndPerMonth()));
    }

    private static List<ProposalView.DropOut> dropOuts(AwardProposal found) {
        return found.dropOuts().stream()
                .map(each -> new ProposalView.DropOut(
                        each.enterpriseId(),
                        each.holds(),
                        each.lines().stream()
                                .map(line -> Math.multiplyExact(line.lines(), line.priceVnd()))
                                .reduce(0L, Math::addExact),
                        sorted(each.released()),
                        changes(found.plan().lines(), each.lines())))
                .toList();
    }

    private static List<ProposalView.Price> changes(List<PricedLine> before, List<PricedLine> after) {
        var prices = new ArrayList<ProposalView.Price>();
        for (PricedLine line : after) {
            @Nullable
            PricedLine was = before.stream()
                    .filter(each -> each.offerId().equals(line.offerId())
                            && each.enterpriseId().equals(line.enterpriseId()))
                    .findFirst()
                    .orElse(null);
            if (was != null && was.priceVnd() != line.priceVnd())
                prices.add(new ProposalView.Price(line.offerId(), line.enterpriseId(), line.priceVnd()));
        }
        return prices;
    }

    private static List<AwardView.Line> lines(List<PricedLine> lines) {
        return lines.stream().map(AwardView.Line::of).toList();
    }

    private static List<EnterpriseId> sorted(Set<EnterpriseId> ids) {
        return ids.stream().sorted(Comparator.comparing(EnterpriseId::toString)).toList();
    }
}
