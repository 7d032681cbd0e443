package org.goichung.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * What a change of what is asked for would do. All lines and drafts of a side must hold; a side without any holds for everybody.
 *
 * @param enterpriseIds where; null for all in reach
 * @param on the day, by the facts that are known now; null for today
 */
public record WhatIfQuery(
        Side before,
        Side after,
        @Nullable Set<EnterpriseId> enterpriseIds,
        @Nullable LocalDate on) {

    /**
     * @param criteria names, as packages write them
     * @param drafts expressions that are not saved
     */
    public record Side(List<String> criteria, List<String> drafts) {}
}
