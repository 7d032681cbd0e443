package org.goichung.eligibility.model;

import java.util.Set;
import org.goichung.platform.identity.EnterpriseId;
import org.jspecify.annotations.Nullable;

/**
 * About whom a question is, and how long it may take.
 *
 * @param only where; null for everywhere
 */
public record Question(@Nullable Set<EnterpriseId> only, Patience patience) {
    /** Everywhere, for as long as it takes. */
    public static final Question EVERYWHERE = new Question(null, Patience.ENDLESS);

    /** There, for as long as it takes. */
    public static Question within(@Nullable Set<EnterpriseId> only) {
        return new Question(only, Patience.ENDLESS);
    }
}
