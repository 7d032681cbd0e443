package org.goichung.platform.identity;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Which tenants there are, by kind; the room that has the kind implements it. */
public interface TenantSource {

    /** The class of the id: {@link EnterpriseId}, {@link UnionBodyId} or {@link CarrierId}. */
    Class<?> kind();

    Uni<Boolean> knows(UUID id);
}
