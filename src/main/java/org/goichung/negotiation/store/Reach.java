package org.goichung.negotiation.store;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;

/** What lists need of a scope, and of the ids they find. */
final class Reach {
    private Reach() {}

    /** The enterprises in reach, for {@code = ANY}. */
    static UUID[] of(Scope scope) {
        return scope.enterprises().stream().map(EnterpriseId::value).toArray(UUID[]::new);
    }

    /** Those of them that the caller may bind, for {@code = ANY}. */
    static UUID[] ofOwn(Scope scope) {
        return scope.ownEnterprises().stream().map(EnterpriseId::value).toArray(UUID[]::new);
    }

    static List<UUID> ids(List<Object[]> rows) {
        return rows.stream().map(row -> (UUID) Objects.requireNonNull(row[0])).toList();
    }
}
