package org.goichung.eligibility.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.eligibility.AudienceQuery;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Whom to count: by criteria and drafts, or by a package version's. */
public record AudienceRequest(
        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = LINE) String> criteria,
        @Nullable @Size(max = 5) List<@NotBlank @Size(max = 1000) String> drafts,
        @Nullable UUID packageVersionId,
        @Nullable @Size(max = 1000) Set<@NotNull UUID> enterpriseIds,
        @Nullable Set<AudienceQuery.@NotNull By> by,
        @Nullable LocalDate on) {
    /** A criterion's name, one with {@code !} before it, or several with {@code |} between them. */
    static final String LINE = "!?[A-Za-z][A-Za-z0-9_-]{0,79}( ?\\| ?!?[A-Za-z][A-Za-z0-9_-]{0,79}){0,9}";

    AudienceQuery query() {
        boolean byCriteria = criteria != null || drafts != null;
        if (byCriteria == (packageVersionId != null))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "", "criteria-or-package-version");
        return new AudienceQuery(
                byCriteria ? orNone(criteria) : null,
                orNone(drafts),
                packageVersionId,
                ids(enterpriseIds),
                by == null ? Set.of() : by,
                on);
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static @Nullable Set<EnterpriseId> ids(@Nullable Set<UUID> ids) {
        return ids == null ? null : ids.stream().map(EnterpriseId::new).collect(Collectors.toSet());
    }
}
