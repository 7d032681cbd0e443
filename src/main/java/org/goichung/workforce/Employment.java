package org.goichung.workforce;

import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a person works or worked.
 *
 * @param to the last day; null while it has none
 * @param erased whether the person was erased since
 */
public record Employment(
        WorkerId workerId,
        EnterpriseId enterpriseId,
        LocalDate from,
        @Nullable LocalDate to,
        boolean erased) {

    public boolean lastsOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }
}
