package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement gives one enterprise of one package version, per month.
 *
 * @param sharedBytesPerMonth data its lines share, where the deal has such
 * @param fundVndPerMonth what a fund adds to the workers' price, where one does
 * @param priceVnd per line and cycle
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Allocation(
        EnterpriseId enterpriseId,
        UUID packageVersionId,
        long linesPerMonth,
        @Nullable Long sharedBytesPerMonth,
        @Nullable Long fundVndPerMonth,
        long priceVnd) {}
