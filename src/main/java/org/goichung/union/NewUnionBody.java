package org.goichung.union;

import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.jspecify.annotations.Nullable;

/**
 * A body to be added to the tree.
 *
 * @param parentId none for a confederation, which stands at the top
 * @param enterpriseId where a grassroots union sits; none for the others
 * @param validFrom the first day it stands under its parent; today where absent
 */
public record NewUnionBody(
        String name,
        UnionLevel level,
        @Nullable UnionBodyId parentId,
        @Nullable EnterpriseId enterpriseId,
        @Nullable LocalDate validFrom) {}
