package org.goichung.subsidy;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** What programmes have to ask the room of criteria, which depends on this one and implements it. */
public interface KnownCriteria {

    /** Those of these names that no criterion has. */
    Uni<Set<String>> unknownAmong(Collection<String> names);
}
