package org.goichung.union;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * A node of the union tree as it stands today.
 *
 * @param parentId the body it stands under today; none at the top
 * @param enterpriseId where a grassroots union sits
 * @param closedOn the last day of a body that is no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnionBodyView(
        UnionBodyId id,
        String name,
        UnionLevel level,
        @Nullable UnionBodyId parentId,
        @Nullable EnterpriseId enterpriseId,
        @Nullable LocalDate closedOn,
        long version) {}
