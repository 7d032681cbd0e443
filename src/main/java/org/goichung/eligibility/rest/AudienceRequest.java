package org.goichung.eligibility.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.eligibility.AudienceQuery;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Whom to count: by criteria or by a package version's. */
public record AudienceRequest(
        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9_-]{0,79}") String> criteria,
        @Nullable UUID packageVersionId,
        @Nullable @Size(max = 1000) Set<@NotNull UUID> enterpriseIds) {

    AudienceQuery query() {
        if ((criteria == null) == (packageVersionId == null))
            throw Refusal.field(ProblemType.INVALID_REQUEST, "", "criteria-or-package-version");
        return new AudienceQuery(
                criteria,
                packageVersionId,
                enterpriseIds == null
                        ? null
                        : enterpriseIds.stream().map(EnterpriseId::new).collect(Collectors.toSet()));
    }
}
