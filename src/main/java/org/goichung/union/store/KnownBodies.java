package org.goichung.union.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.TenantSource;
import org.goichung.platform.identity.UnionBodyId;

/** Which union bodies there are, for whoever binds an account or a key to one. */
@ApplicationScoped
public class KnownBodies implements TenantSource {
    private final Transactions transactions;

    public KnownBodies(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Class<?> kind() {
        return UnionBodyId.class;
    }

    @Override
    public Uni<Boolean> knows(UUID id) {
        return transactions
                .app()
                .select("SELECT 1 FROM union_body WHERE id = $1", id)
                .map(rows -> !rows.isEmpty());
    }
}
