package org.goichung.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a package.
 *
 * @param code the package's code at its carrier, for instance {@code V90C}
 * @param version 1, 2, … within the package
 * @param cycleDays the cycle in days; a calendar month counts as 30
 * @param criteria names of criteria that must all hold for a worker to get it
 * @param validAsOf a year, or a date where the source gives one
 * @param verified whether somebody checked it against the carrier, on {@code verifiedOn}
 * @param shortCode where to send the SMS; absent for an unverified version, as are the texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackageVersionView(
        UUID id,
        UUID packageId,
        CarrierId carrierId,
        String carrierCode,
        String code,
        String name,
        int version,
        long priceVnd,
        Allowance allowance,
        Cycle cycle,
        int cycleDays,
        List<String> criteria,
        String validAsOf,
        boolean verified,
        @Nullable LocalDate verifiedOn,
        String source,
        @Nullable String shortCode,
        @Nullable String registerSms,
        @Nullable String cancelSms,
        SubscriberKind kind) {}
