package org.goichung.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * A programme; it never changes.
 *
 * @param enterpriseIds those it is for that are in the reader's reach; empty where it is for everybody
 * @param validUntil the last day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeView(
        UUID id,
        String name,
        List<Share> shares,
        Payer restBorneBy,
        List<String> criteria,
        List<EnterpriseId> enterpriseIds,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** Whether it runs on this day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** Whether it is for the people of this enterprise; asked of a view made for the service itself. */
    public boolean isFor(EnterpriseId enterprise) {
        return enterpriseIds.isEmpty() || enterpriseIds.contains(enterprise);
    }
}
