package org.goichung.negotiation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.YearMonth;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What one enterprise of an agreement gives another each month.
 *
 * @param fundVndPerMonth of the giver's fund; none where it is absent
 * @param fromMonth the first month, {@code 2027-02}
 * @param untilMonth the last one; the agreement's last where it is absent
 */
public record NewAgreementAmendment(
        @NotNull EnterpriseId fromEnterpriseId,
        @NotNull EnterpriseId toEnterpriseId,
        @NotNull @Positive Long linesPerMonth,
        @Positive @Nullable Long fundVndPerMonth,
        @NotNull YearMonth fromMonth,
        @Nullable YearMonth untilMonth) {}
