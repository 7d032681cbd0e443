package org.goichung.workforce.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.TenantSource;

/** Which enterprises there are, for whoever binds an account or a key to one. */
@ApplicationScoped
public class KnownEnterprises implements TenantSource {
    private final Transactions transactions;

    public KnownEnterprises(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Class<?> kind() {
        return EnterpriseId.class;
    }

    @Override
    public Uni<Boolean> knows(UUID id) {
        return transactions
                .app()
                .select("SELECT 1 FROM enterprise WHERE id = $1", id)
                .map(rows -> !rows.isEmpty());
    }
}
