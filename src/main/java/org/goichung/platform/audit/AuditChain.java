package org.goichung.platform.audit;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;

/**
 * Chains audit entries per tenant, in batches behind the transactions that wrote them: {@code hash = SHA-256(previous hash, tenant,
 * position, commitment)}. One instance chains at a time (an advisory lock).
 */
@ApplicationScoped
public class AuditChain {
    private static final int BATCH = 500;
    private static final long LOCK = 0x676f_6963_6875_6175L;
    private static final byte[] GENESIS = new byte[32];

    private final Transactions transactions;

    public AuditChain(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Link(long position, byte[] hash) {}

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> chain() {
        return transactions
                .systemSql(connection -> batch(Statements.of(connection)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> batch(Statements sql) {
        return sql.select("SELECT pg_try_advisory_xact_lock($1)", LOCK)
                .chain(rows -> Boolean.TRUE.equals(rows.getFirst()[0])
                        ? sql.select(
                                "SELECT id, tenant, commitment FROM audit_entry WHERE position IS NULL ORDER BY id LIMIT $1",
                                BATCH)
                        : Uni.createFrom().item(List.<Object[]>of()))
                .chain(entries -> entries.isEmpty() ? Uni.createFrom().item(0) : link(sql, entries));
    }

    private Uni<Integer> link(Statements sql, List<Object[]> entries) {
        String[] tenants =
                entries.stream().map(row -> (String) row[1]).distinct().toArray(String[]::new);
        return sql.select("""
                        SELECT DISTINCT ON (tenant) tenant, position, hash FROM audit_entry
                         WHERE tenant = ANY ($1) AND position IS NOT NULL ORDER BY tenant, position DESC
                        """, (Object) tenants).chain(rows -> {
            Map<String, Link> ends = new HashMap<>();
            for (var row : rows) ends.put((String) row[0], new Link((Long) row[1], (byte[]) row[2]));
            return Multi.createFrom()
                    .iterable(entries)
                    .onItem()
                    .transformToUniAndConcatenate(row -> append(sql, ends, row))
                    .collect()
                    .last()
                    .replaceWith(entries.size());
        });
    }

    private static Uni<Integer> append(Statements sql, Map<String, Link> ends, Object[] row) {
        String tenant = (String) row[1];
        Link end = ends.getOrDefault(tenant, new Link(0, GENESIS));
        Link next = new Link(end.position() + 1, hash(end, tenant, (byte[]) row[2]));
        ends.put(tenant, next);
        return sql.update(
                "UPDATE audit_entry SET position = $2, hash = $3 WHERE id = $1",
                (UUID) row[0],
                next.position(),
                next.hash());
    }

    private static byte[] hash(Link previous, String tenant, byte[] commitment) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous.hash());
            sha.update((tenant + "\n" + (previous.position() + 1) + "\n").getBytes(StandardCharsets.UTF_8));
            return sha.digest(commitment);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
