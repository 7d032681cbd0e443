package org.goichung.eligibility;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * Whom to count: by criteria or by a package version's.
 *
 * @param criteria names; null where a package version is named
 * @param enterpriseIds where; null for all in reach
 */
public record AudienceQuery(
        @Nullable List<String> criteria,
        @Nullable UUID packageVersionId,
        @Nullable Set<EnterpriseId> enterpriseIds) {}
