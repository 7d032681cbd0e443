package org.goichung.catalog.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.TenantSource;

/** Which carriers there are, for whoever binds an account or a key to one. */
@ApplicationScoped
public class KnownCarriers implements TenantSource {
    private final Transactions transactions;

    public KnownCarriers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Class<?> kind() {
        return CarrierId.class;
    }

    @Override
    public Uni<Boolean> knows(UUID id) {
        return transactions
                .app()
                .select("SELECT 1 FROM carrier WHERE id = $1", id)
                .map(rows -> !rows.isEmpty());
    }
}
