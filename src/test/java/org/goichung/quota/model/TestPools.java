package org.goichung.quota.model;

import java.time.YearMonth;
import java.util.UUID;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.Period;
import org.goichung.quota.PoolKey;
import org.goichung.quota.Unit;

/** Locked pools of November 2026 without grace. */
final class TestPools {
    static final Period NOVEMBER = new Period(YearMonth.of(2026, 11));

    private TestPools() {}

    static Pool open(long granted, long carriedIn) {
        return pool(
                new PoolKey(new EnterpriseId(UUID.randomUUID()), UUID.randomUUID()),
                Pool.State.OPEN,
                false,
                new Balances(granted, carriedIn, 0, 0, 0, 0, 0, 0, 0),
                carriedIn);
    }

    static Pool pool(PoolKey key, Pool.State state, boolean frozen, Balances balances, long rolled) {
        return new Pool(
                new Pool.Terms(key, new CarrierId(UUID.randomUUID()), NOVEMBER, Unit.BYTE, NOVEMBER.end()),
                state,
                frozen,
                balances,
                new Pool.Marks(1, 0, rolled));
    }
}
