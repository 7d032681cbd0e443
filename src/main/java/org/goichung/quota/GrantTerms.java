package org.goichung.quota;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement in force has to be granted month by month.
 *
 * @param until the last day, inclusive
 * @param graceDays how long after a month's end its late usage still posts
 * @param rollOver {@code none}, {@code one-period} or {@code until-end}
 */
public record GrantTerms(
        UUID agreementId,
        CarrierId carrierId,
        LocalDate from,
        LocalDate until,
        int graceDays,
        String rollOver,
        List<Share> shares) {

    public GrantTerms {
        shares = List.copyOf(shares);
    }

    /** One enterprise's share of one package version, per month. */
    public record Share(
            EnterpriseId enterpriseId,
            UUID packageVersionId,
            long lines,
            @Nullable Long sharedBytes,
            @Nullable Long fundVnd) {}
}
