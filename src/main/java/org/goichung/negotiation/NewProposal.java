package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a proposed award beside the members' demand; each may be left out.
 *
 * @param maxCarriers at most so many carriers win
 * @param minLinesPerOffer an offer that wins gets at least so many lines
 * @param budgetVndPerMonth all lines together cost no more
 * @param portVndPerLine what moving one number to another carrier is held to cost; weighs in the choice, is in no price
 * @param seconds the longest search, 30 where none is named; the best found by then is proposed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewProposal(
        @Positive @Max(100) @Nullable Integer maxCarriers,
        @Positive @Max(1_000_000_000) @Nullable Long minLinesPerOffer,
        @Positive @Max(1_000_000_000_000_000L) @Nullable Long budgetVndPerMonth,
        @Positive @Max(1_000_000_000) @Nullable Long portVndPerLine,
        @Positive @Max(60) @Nullable Integer seconds) {}
