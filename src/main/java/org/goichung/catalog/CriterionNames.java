package org.goichung.catalog;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** What packages have to ask the room of criteria, which depends on this one and implements it. */
public interface CriterionNames {

    /** Those of these lines that speak of a criterion that nobody laid down. */
    Uni<Set<String>> unknownAmong(Collection<String> lines);
}
