package org.goichung.bench.inside;

import io.smallrye.mutiny.Uni;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.goichung.platform.http.Language;
import org.goichung.platform.idempotency.Claim;
import org.goichung.platform.identity.Scope;
import org.goichung.quota.PoolKey;
import org.goichung.quota.QuotaService;

/** Through the service's own door, with a key of its own for each draw. */
final class LedgerWay implements Way {
    private static final Scope BENCH = Scope.system("bench");
    private static final byte[] BODY = new byte[32];

    private final QuotaService quota;
    private final Supplier<byte[]> keys;

    private LedgerWay(QuotaService quota, Supplier<byte[]> keys) {
        this.quota = quota;
        this.keys = keys;
    }

    static LedgerWay ofNewKeys(QuotaService quota) {
        return new LedgerWay(quota, () -> key(ThreadLocalRandom.current()));
    }

    /** The same keys in the same order wherever the seed is the same. */
    static LedgerWay ofKnownKeys(QuotaService quota, long seed) {
        var next = new AtomicLong();
        return new LedgerWay(quota, () -> key(new SplittableRandom(seed * 31 + next.getAndIncrement())));
    }

    @Override
    public Uni<Boolean> draw(PoolKey pool) {
        var move = new QuotaService.Move(
                BENCH, pool.enterpriseId(), new Claim(keys.get(), BODY), Language.EN, System.nanoTime());
        return quota.draw(move, pool.poolId(), 1).map(answer -> answer.status() == 201 && !answer.replayed());
    }

    private static byte[] key(RandomGenerator random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }
}
