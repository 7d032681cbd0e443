package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Predicate;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a proposed award beside the members' demand; each may be left out.
 *
 * @param maxCarriers at most so many carriers win
 * @param minLinesPerOffer an offer that wins gets at least so many lines
 * @param budgetVndPerMonth all lines together cost no more
 * @param portVndPerLine what moving one number to another carrier is held to cost; weighs in the choice, is in no price
 * @param seconds the longest search, 30 where none is named; the best found by then is proposed
 * @param minShares at most one per enterprise
 * @param withoutEnterpriseIds members that are left out, as if they took no part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewProposal(
        @Positive @Max(100) @Nullable Integer maxCarriers,
        @Positive @Max(1_000_000_000) @Nullable Long minLinesPerOffer,
        @Positive @Max(1_000_000_000_000_000L) @Nullable Long budgetVndPerMonth,
        @Positive @Max(1_000_000_000) @Nullable Long portVndPerLine,
        @Positive @Max(60) @Nullable Integer seconds,
        @Size(max = 500) @Nullable List<@Valid @NotNull MinShare> minShares,
        @Size(max = 500) @Nullable List<@NotNull EnterpriseId> withoutEnterpriseIds) {

    /**
     * Whichever carrier serves the enterprise at all, serves at least so much of it; one of the two.
     *
     * @param percent of its demand over all lots, rounded up to whole lines
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MinShare(
            @NotNull EnterpriseId enterpriseId,
            @Positive @Max(100) @Nullable Integer percent,
            @Positive @Max(1_000_000_000) @Nullable Long lines) {}

    /** As much of it as is about enterprises in reach. */
    NewProposal seen(Predicate<EnterpriseId> inReach) {
        return new NewProposal(
                maxCarriers,
                minLinesPerOffer,
                budgetVndPerMonth,
                portVndPerLine,
                seconds,
                minShares == null
                        ? null
                        : minShares.stream()
                                .filter(share -> inReach.test(share.enterpriseId()))
                                .toList(),
                withoutEnterpriseIds == null
                        ? null
                        : withoutEnterpriseIds.stream().filter(inReach).toList());
    }
}
