package org.goichung.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.goichung.demo.DemoApi.ApiRefusal;
import org.goichung.demo.model.Generator;

/** What has happened under the agreement in force by the time a visitor comes: pools half used, some workers enrolled. */
final class UseSteps {
    private static final int ENROLLED = 6;
    private static final int PEOPLE_ASKED = 60;

    private UseSteps() {}

    static void drawHalf(LoadContext load) throws InterruptedException {
        for (String enterprise : DealSteps.enterprisesInForce()) {
            var officer = load.as(LogIns.grassroots(enterprise));
            String quota = "/v1/enterprises/" + load.id("enterprise:" + enterprise) + "/quota";
            Waiting.until("the pools of " + enterprise + " are granted", () -> !pools(officer, quota)
                    .isEmpty());
            for (var pool : pools(officer, quota)) {
                String id = pool.getString("id");
                officer.post(
                        quota + "/draws",
                        load.key("draw:" + id),
                        new JsonObject().put("poolId", id).put("amount", pool.getLong("limit") / 2));
            }
        }
    }

    /** At Ms Chưa's enterprise a steward signs up a few: those who qualify and have the carrier's number. */
    static void enrol(LoadContext load) {
        var steward = load.as(LogIns.steward(Generator.MS_CHUA_AT));
        var agreement = steward.get("/v1/agreements/" + load.id("agreement"));
        String version = DemoApi.objects(agreement.getJsonArray("allocations"))
                .getFirst()
                .getString("packageVersionId");
        var people = steward
                .items("/v1/workers?limit=" + PEOPLE_ASKED + "&enterpriseId="
                        + load.id("enterprise:" + Generator.MS_CHUA_AT))
                .stream()
                .filter(one -> "VIETTEL".equals(one.getString("carrierCode")))
                .toList();
        int enrolled = 0;
        for (var person : people) {
            if (enrolled == ENROLLED) break;
            if (enrolled(load, steward, person.getString("id"), version)) enrolled++;
        }
    }

    static void activate(LoadContext load) throws InterruptedException {
        var carrier = load.simulator("VIETTEL");
        var active = new ArrayList<String>();
        Waiting.until("the orders have reached the carrier", () -> {
            active.addAll(carrier.workThroughQueue());
            return active.size() >= ENROLLED / 2;
        });
    }

    /** The carrier's machine tells the first use of each line. */
    static void tellUsage(LoadContext load) throws InterruptedException {
        var carrier = load.simulator("VIETTEL");
        Waiting.until("the usage is counted", () -> carrier.tellUsage() == 0);
    }

    /** False where the person does not qualify. */
    private static boolean enrolled(LoadContext load, DemoApi steward, String worker, String packageVersion) {
        var wanted = new JsonObject()
                .put("workerId", worker)
                .put("programmeId", load.id("programme"))
                .put("agreementId", load.id("agreement"))
                .put("packageVersionId", packageVersion);
        JsonObject enrolment;
        try {
            enrolment = steward.post("/v1/enrolments", load.key("enrol:" + worker), wanted);
        } catch (ApiRefusal refusal) {
            if (refusal.status() == 422 || refusal.status() == 409) return false;
            throw refusal;
        }
        String path = "/v1/enrolments/" + enrolment.getString("id");
        var consent = new JsonObject()
                .put("purposes", new JsonArray(List.of("number-to-carrier", "usage-for-quota")))
                .put("textVersion", "2026-11")
                .put("given", true)
                .put("witness", "Tổ trưởng công đoàn");
        steward.move(path + "/consent", load.key("consent:" + worker), steward.versionOf(path), consent);
        return true;
    }

    private static List<JsonObject> pools(DemoApi officer, String quota) {
        return officer.items(quota + "?limit=100");
    }
}
