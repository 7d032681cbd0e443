package org.goichung.demo;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.goichung.demo.model.DemoEnterprise;
import org.goichung.demo.model.DemoEnterprise.Federation;
import org.goichung.demo.model.Generator;
import org.goichung.demo.model.RosterCsv;
import org.goichung.demo.store.LoadSteps;
import org.goichung.platform.identity.Accounts;
import org.goichung.platform.identity.ApiKeys;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Role;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.identity.WorkerId;
import org.jspecify.annotations.Nullable;

/** The first steps of the load: who there is. Accounts and machines' keys are the only part that does not go through the API. */
@ApplicationScoped
class PeopleSteps {
    private static final int AT_ONCE = 4;
    private static final long POLL_MILLIS = 60;

    private final DemoService demo;
    private final Accounts accounts;
    private final ApiKeys apiKeys;

    PeopleSteps(DemoService demo, Accounts accounts, ApiKeys apiKeys) {
        this.demo = demo;
        this.accounts = accounts;
        this.apiKeys = apiKeys;
    }

    void admin(LoadContext load) {
        LoadSteps.run(() -> account(LogIns.ADMIN, Role.ADMIN, null, null, null, null));
        for (var carrier : LoadSteps.run(demo::demoCarriers))
            load.remember("carrier:" + carrier.code(), carrier.id().toString());
    }

    void unionsAndEnterprises(LoadContext load) throws Exception {
        var admin = load.as(LogIns.ADMIN);
        var known = new JsonObject();
        admin.items("/v1/union-bodies?limit=500").forEach(body -> known.put(body.getString("name"), body));
        admin.items("/v1/enterprises?limit=500").forEach(one -> known.put(one.getString("taxCode"), one));
        String confederation =
                body(load, known, "Tổng Liên đoàn Lao động Việt Nam", new JsonObject().put("level", "confederation"));
        for (Federation federation : Federation.values())
            load.remember(
                    "union:" + federation.key(),
                    body(
                            load,
                            known,
                            federation.unionName(),
                            new JsonObject()
                                    .put("level", "provincial-federation")
                                    .put("parentId", confederation)));
        eachAtOnce(DemoEnterprise.all(), enterprise -> {
            String id = enterprise(load, known, enterprise);
            load.remember("enterprise:" + enterprise.key(), id);
            var grassroots = new JsonObject()
                    .put("level", "grassroots")
                    .put("parentId", load.id("union:" + enterprise.federation().key()))
                    .put("enterpriseId", id);
            load.remember("union:" + enterprise.key(), body(load, known, enterprise.unionName(), grassroots));
        });
    }

    /** Everybody but the workers, who are not known yet. */
    void logIns(LoadContext load) {
        var made = new ArrayList<Uni<UUID>>();
        for (Federation federation : Federation.values())
            made.add(officer(load, LogIns.federation(federation.key()), federation.key(), null));
        for (DemoEnterprise enterprise : DemoEnterprise.all())
            made.add(officer(
                    load, LogIns.grassroots(enterprise.key()), enterprise.key(), enterpriseId(load, enterprise.key())));
        for (String key : LogIns.ENTERPRISES_WITH_STAFF) {
            EnterpriseId id = enterpriseId(load, key);
            made.add(account(LogIns.steward(key), Role.STEWARD, id, null, null, null));
            made.add(account(LogIns.employer(key), Role.EMPLOYER, id, null, null, null));
            made.add(account(LogIns.auditor(key), Role.AUDITOR, id, null, null, null));
        }
        for (var carrier : LoadSteps.run(demo::demoCarriers)) {
            var id = carrier.id();
            made.add(account(LogIns.carrier(carrier.code()), Role.CARRIER, null, null, id, null));
            UUID keyId = demo.seed().id("api-key:" + id);
            made.add(apiKeys.putDemo(keyId, id, "demo", demo.seed().apiKey(id.value()))
                    .map(ApiKeys.Issued::id));
        }
        LoadSteps.run(() -> Uni.join().all(made).usingConcurrencyOf(4).andFailFast());
    }

    void rosters(LoadContext load) throws Exception {
        eachAtOnce(Generator.staffs(load.today()), staff -> importRoster(load, staff));
    }

    /** Ms Chưa and Ms Hồng get log-ins of their own. */
    void workers(LoadContext load) {
        worker(load, LogIns.MS_CHUA, Generator.MS_CHUA_AT, Generator.MS_CHUA);
        worker(load, LogIns.MS_HONG, Generator.MS_HONG_AT, Generator.MS_HONG);
    }

    private void worker(LoadContext load, String login, String enterprise, String name) {
        var wanted = new JsonObject()
                .put("enterpriseId", load.id("enterprise:" + enterprise))
                .put("name", name);
        String id = DemoApi.objects(load.as(LogIns.steward(enterprise))
                        .post("/v1/workers/searches", wanted)
                        .getJsonArray("items", new JsonArray()))
                .stream()
                .filter(found -> name.equals(found.getString("fullName")))
                .map(found -> found.getString("id"))
                .findFirst()
                .orElseThrow();
        load.remember("worker:" + login, id);
        LoadSteps.run(() -> account(login, Role.WORKER, null, null, null, new WorkerId(UUID.fromString(id))));
    }

    private static void importRoster(LoadContext load, Generator.Staff staff) throws InterruptedException {
        String enterprise = staff.enterprise().key();
        var officer = load.as(LogIns.grassroots(enterprise));
        String path = "/v1/enterprises/" + load.id("enterprise:" + enterprise) + "/worker-imports";
        String id = officer.upload(path, "text/csv; charset=utf-8", RosterCsv.of(staff.workers()))
                .getString("id");
        while (true) {
            var progress = officer.get("/v1/worker-imports/" + id);
            String status = progress.getString("status");
            if ("failed".equals(status) || progress.getLong("rowsRejected", 0L) > 0)
                throw new IllegalStateException("the roster of " + enterprise + " was not taken whole: " + progress);
            if ("finished".equals(status)) return;
            Thread.sleep(POLL_MILLIS);
        }
    }

    private interface Work<T> {
        void on(T one) throws Exception;
    }

    private static <T> void eachAtOnce(List<T> all, Work<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var begun = all.stream()
                    .map(one -> pool.submit(() -> {
                        work.on(one);
                        return true;
                    }))
                    .toList();
            for (var one : begun) one.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    private static String body(LoadContext load, JsonObject known, String name, JsonObject body) {
        var existing = known.getJsonObject(name);
        if (existing != null) return existing.getString("id");
        return load.as(LogIns.ADMIN)
                .post("/v1/union-bodies", load.key("union-body:" + name), body.put("name", name))
                .getString("id");
    }

    private static String enterprise(LoadContext load, JsonObject known, DemoEnterprise enterprise) {
        var existing = known.getJsonObject(enterprise.taxCode());
        if (existing != null) return existing.getString("id");
        var body = new JsonObject()
                .put("taxCode", enterprise.taxCode())
                .put("name", enterprise.name())
                .put("park", enterprise.park())
                .put("provinceCode", enterprise.federation().provinceCode())
                .put("wifi", enterprise.workers() >= 400);
        return load.as(LogIns.ADMIN)
                .post("/v1/enterprises", load.key("enterprise:" + enterprise.key()), body)
                .getString("id");
    }

    private Uni<UUID> officer(LoadContext load, String login, String body, @Nullable EnterpriseId enterprise) {
        var union = new UnionBodyId(UUID.fromString(load.id("union:" + body)));
        return account(login, Role.UNION_OFFICER, enterprise, union, null, null);
    }

    private Uni<UUID> account(
            String login,
            Role role,
            @Nullable EnterpriseId enterprise,
            @Nullable UnionBodyId body,
            @Nullable CarrierId carrier,
            @Nullable WorkerId worker) {
        return accounts.put(login, demo.seed().password(login), role, enterprise, body, carrier, worker, true);
    }

    private static EnterpriseId enterpriseId(LoadContext load, String key) {
        return new EnterpriseId(UUID.fromString(load.id("enterprise:" + key)));
    }
}
