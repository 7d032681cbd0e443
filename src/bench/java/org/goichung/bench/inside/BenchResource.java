package org.goichung.bench.inside;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.quota.PoolKey;
import org.goichung.quota.QuotaService;
import org.goichung.quota.store.GrantLedger;

/** The benchmarks' levers inside the service. */
@Path("/bench")
@PermitAll
public class BenchResource {
    private final Transactions transactions;
    private final QuotaService quota;
    private final GrantLedger grants;
    private final People people;
    private final io.vertx.mutiny.core.Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.system.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.system.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.system.password")
    String password;

    public BenchResource(
            Transactions transactions,
            QuotaService quota,
            GrantLedger grants,
            People people,
            io.vertx.mutiny.core.Vertx vertx) {
        this.transactions = transactions;
        this.quota = quota;
        this.grants = grants;
        this.people = people;
        this.vertx = vertx;
    }

    /** @param heapBytes live after a collection */
    public record Memory(long heapBytes, long residentBytes) {}

    @POST
    @Path("/grants")
    public Uni<Void> grant() {
        return grants.grantDue(null);
    }

    @POST
    @Path("/draws")
    public Uni<Drawn> draws(DrawOrder order) {
        return poolsOf(order.agreements()).chain(pools -> {
            Way way =
                    switch (order.way()) {
                        case "naive" -> NaiveWay.ofDraws(vertx, url, user, password, order.callers());
                        case "row" -> NaiveWay.ofRows(vertx, url, user, password, order.callers());
                        case "bound" -> new BoundWay(vertx.getDelegate(), url, user, password);
                        case "repeated" -> LedgerWay.ofKnownKeys(quota, order.seed());
                        default -> LedgerWay.ofNewKeys(quota);
                    };
            var run = new DrawRun(order, way, new Spread(order.spread(), pools), vertx.getDelegate());
            return Uni.createFrom()
                    .voidItem()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .chain(run::run)
                    .onTermination()
                    .invoke(way::close);
        });
    }

    /** A union officer of the enterprise; the token. */
    @POST
    @Path("/officers")
    public Uni<Map<String, String>> officer(@QueryParam("unionBody") UUID unionBody) {
        return people.officer(unionBody).map(token -> Map.of("token", token));
    }

    @POST
    @Path("/api-keys")
    public Uni<Map<String, String>> apiKey(@QueryParam("carrier") UUID carrier) {
        return people.apiKey(new CarrierId(carrier)).map(key -> Map.of("key", key));
    }

    /** Numbers {@code +8491xxxxxxx} from 0 on, given to the agreement's enterprises in turn. */
    @POST
    @Path("/lines")
    public Uni<Void> lines(
            @QueryParam("agreement") UUID agreement,
            @QueryParam("carrier") UUID carrier,
            @QueryParam("packageVersion") UUID packageVersion,
            @QueryParam("count") int count) {
        return poolsOf(List.of(agreement))
                .chain(pools -> people.lines(
                        agreement,
                        new CarrierId(carrier),
                        packageVersion,
                        pools.stream().map(PoolKey::enterpriseId).toList(),
                        count));
    }

    @GET
    @Path("/memory")
    public Uni<Memory> memory() {
        return Uni.createFrom().item(BenchResource::measure).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @SuppressWarnings("SystemGc")
    private static Memory measure() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Memory(runtime.totalMemory() - runtime.freeMemory(), resident());
    }

    /** 0 where the system does not tell. */
    private static long resident() {
        var status = java.nio.file.Path.of("/proc/self/status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private Uni<List<PoolKey>> poolsOf(List<UUID> agreements) {
        return Statements.of(transactions.systemPool())
                .select("""
                        SELECT enterprise_id, pool_id FROM quota_pool
                         WHERE agreement_id = ANY ($1) AND unit = 'LINE_CYCLE' ORDER BY enterprise_id
                        """, (Object) agreements.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new PoolKey(new EnterpriseId((UUID) row[0]), (UUID) row[1]))
                        .toList());
    }
}
