package org.goichung.negotiation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.goichung.negotiation.OfferTerms;
import org.goichung.negotiation.Tier;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A last offer is for the union no worse than the one that stands, whatever it takes of it. */
public final class FinalRules {
    private static final String WORSE = "worse-than-standing";

    private FinalRules() {}

    /**
     * Of the same package, under no other conditions: at no volume dearer and from no later one on, for no fewer lines, provinces and shared bytes, good for no less
     * long, and summed over the members where it was.
     */
    public static void requireNoWorse(OfferTerms standing, OfferTerms last) {
        var worse = new ArrayList<FieldError>();
        if (!Objects.equals(last.customPackage(), standing.customPackage()))
            worse.add(new FieldError("/customPackage", "other-package-than-standing", Map.of()));
        else if (!Objects.equals(
                last.asSent().packageVersionId(), standing.asSent().packageVersionId()))
            worse.add(new FieldError("/packageVersionId", "other-package-than-standing", Map.of()));
        if (last.conditions() != null && !last.conditions().equals(standing.conditions()))
            worse.add(worse("/conditions", Objects.requireNonNullElse(standing.conditions(), "")));
        // a price holds from a tier to the next and never rises, so what is no dearer where a price begins is so up to
        // its end
        for (Tier tier : standing.tiers()) comparePrice(tier, last, worse);
        if (last.capacity() < standing.capacity()) worse.add(worse("/capacity", standing.capacity()));
        if (standing.sumsMembers() && !last.sumsMembers()) worse.add(worse("/sumsMembers", true));
        if (last.validUntil().isBefore(standing.validUntil())) worse.add(worse("/validUntil", standing.validUntil()));
        if (sharedBytes(last) < sharedBytes(standing)) worse.add(worse("/sharedBytesPerLine", sharedBytes(standing)));
        if (servesLess(standing.provinces(), last.provinces())) worse.add(worse("/provinces", places(standing)));
        if (!worse.isEmpty()) throw Refusal.fields(ProblemType.OFFER_INVALID, Map.of(), worse);
    }

    private static void comparePrice(Tier tier, OfferTerms last, List<FieldError> worse) {
        OptionalLong price = last.priceAt(tier.fromLines());
        if (price.isEmpty()) {
            if (worse.stream().noneMatch(each -> each.pointer().equals("/tiers/0/fromLines")))
                worse.add(worse("/tiers/0/fromLines", tier.fromLines()));
        } else if (price.getAsLong() > tier.priceVnd()) {
            int at = 0;
            for (int i = 0; i < last.tiers().size(); i++)
                if (last.tiers().get(i).fromLines() <= tier.fromLines()) at = i;
            String pointer = "/tiers/" + at + "/priceVnd";
            if (worse.stream().noneMatch(each -> each.pointer().equals(pointer)))
                worse.add(worse(pointer, tier.priceVnd()));
        }
    }

    private static FieldError worse(String pointer, Object standing) {
        return new FieldError(pointer, WORSE, Map.of("standing", standing));
    }

    private static long sharedBytes(OfferTerms terms) {
        return Objects.requireNonNullElse(terms.sharedBytesPerLine(), 0L);
    }

    private static boolean servesLess(@Nullable List<String> standing, @Nullable List<String> last) {
        return last != null && (standing == null || !last.containsAll(standing));
    }

    private static Object places(OfferTerms standing) {
        List<String> provinces = standing.provinces();
        return provinces == null ? "*" : provinces;
    }
}
