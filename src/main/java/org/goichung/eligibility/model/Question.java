package org.goichung.eligibility.model;

import java.util.Set;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * About whom a question is, and how long it may take.
 *
 * @param only where; null for everywhere
 * @param keys by which counts are told; null where they are told as they are
 */
public record Question(
        @Nullable Set<EnterpriseId> only,
        Patience patience,
        @Nullable CellKeys keys) {
    /** Everywhere, for as long as it takes. */
    public static final Question EVERYWHERE = new Question(null, Patience.ENDLESS, null);

    /** There, for as long as it takes. */
    public static Question within(@Nullable Set<EnterpriseId> only) {
        return new Question(only, Patience.ENDLESS, null);
    }
}
