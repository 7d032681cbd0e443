package org.goichung.quota;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.paging.Page;
import org.goichung.platform.paging.PageRequest;
import org.goichung.quota.store.BalanceReader;
import org.jspecify.annotations.Nullable;

/** The door of balances as they stood: at an instant or behind an entry. What it told once it tells for ever. */
@ApplicationScoped
public class BalanceService {
    private final BalanceReader reader;

    public BalanceService(BalanceReader reader) {
        this.reader = reader;
    }

    public Uni<PoolView> pool(Scope scope, EnterpriseId enterprise, UUID poolId) {
        return reader.pool(new PoolKey(scope.require(enterprise), poolId));
    }

    /** With every entry recorded up to and at the instant; {@code balance-not-yet} for one that has not come. */
    public Uni<PoolView> poolAt(Scope scope, EnterpriseId enterprise, UUID poolId, Instant at) {
        return reader.poolAt(new PoolKey(scope.require(enterprise), poolId), at);
    }

    /** With the entries up to this one; 0 is before the first. */
    public Uni<PoolView> poolBehind(Scope scope, EnterpriseId enterprise, UUID poolId, long entry) {
        return reader.poolBehind(new PoolKey(scope.require(enterprise), poolId), entry);
    }

    /** The pools that had an entry by then. */
    public Uni<Page<PoolView>> poolsAt(
            Scope scope, EnterpriseId enterprise, @Nullable Period period, Instant at, PageRequest page) {
        return reader.poolsAt(scope.require(enterprise), period, at, page)
                .map(rows -> Page.of(rows, page, pool -> List.of(pool.id())));
    }
}
