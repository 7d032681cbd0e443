package org.goichung.union.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.goichung.platform.http.Legible;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.union.NewUnionBody;
import org.goichung.union.UnionLevel;
import org.jspecify.annotations.Nullable;

/** A body to be added; {@code validFrom} is today where absent. */
record UnionBodyRequest(
        @NotBlank @Legible @Size(max = 200) String name,
        @NotNull UnionLevel level,
        @Nullable UnionBodyId parentId,
        @Nullable EnterpriseId enterpriseId,
        @Nullable LocalDate validFrom) {

    NewUnionBody wanted() {
        return new NewUnionBody(name.strip(), level, parentId, enterpriseId, validFrom);
    }
}
