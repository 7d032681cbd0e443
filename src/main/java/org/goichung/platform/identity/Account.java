package org.goichung.platform.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A local account: a person's log-in, its role, and the tenant it is bound to. */
public record Account(
        UUID id,
        String login,
        Role role,
        @Nullable EnterpriseId enterprise,
        @Nullable UnionBodyId unionBody,
        @Nullable CarrierId carrier,
        @Nullable WorkerId worker,
        boolean demo) {}
