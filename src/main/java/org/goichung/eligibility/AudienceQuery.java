package org.goichung.eligibility;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * Whom to count: by criteria and drafts that must all hold, or by a package version's.
 *
 * @param criteria names, as packages write them; null where a package version is named
 * @param drafts expressions that are not saved
 * @param enterpriseIds where; null for all in reach
 * @param by what else is counted by
 * @param on the day, by the facts that are known now; null for today
 */
public record AudienceQuery(
        @Nullable List<String> criteria,
        List<String> drafts,
        @Nullable UUID packageVersionId,
        @Nullable Set<EnterpriseId> enterpriseIds,
        Set<By> by,
        @Nullable LocalDate on) {

    /** What may be counted by beside enterprise and carrier. */
    public enum By {
        @JsonProperty("commune")
        COMMUNE,
        @JsonProperty("union-body")
        UNION_BODY
    }

    /** Of saved criteria, today. */
    public AudienceQuery(
            @Nullable List<String> criteria,
            @Nullable UUID packageVersionId,
            @Nullable Set<EnterpriseId> enterpriseIds) {
        this(criteria, List.of(), packageVersionId, enterpriseIds, Set.of(), null);
    }
}
