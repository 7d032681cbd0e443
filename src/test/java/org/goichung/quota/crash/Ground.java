package org.goichung.quota.crash;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.goichung.support.Service;

/** Where the load draws: the demo's pools with their officers' tokens, and a carrier's open lines. */
record Ground(int port, List<Pool> pools, String carrierKey, List<String> numbers) {

    /** One pool, and who may draw from it. */
    record Pool(String enterpriseId, String id, String token) {}

    static Ground of(Service service) {
        var credentials = new JsonObject(service.get("/demo/credentials").body());
        var pools = new ArrayList<Pool>();
        for (JsonObject account : objects(credentials.getJsonArray("accounts"))) {
            if (!account.getString("login").startsWith("cong-doan.")) continue;
            String token = token(service, account);
            String enterprise = account.getString("enterpriseId");
            for (JsonObject pool : items(service, "/v1/enterprises/" + enterprise + "/quota?limit=100", token))
                pools.add(new Pool(enterprise, pool.getString("id"), token));
        }
        for (JsonObject machine : objects(credentials.getJsonArray("apiKeys"))) {
            String key = machine.getString("key");
            List<String> numbers = objects(
                            new JsonObject(service.get("/v1/activations?state=acknowledged&limit=100", "X-API-Key", key)
                                            .body())
                                    .getJsonArray("items"))
                    .stream()
                    .map(order -> order.getString("msisdn"))
                    .toList();
            if (!numbers.isEmpty()) return new Ground(service.port(), pools, key, numbers);
        }
        throw new AssertionError("no line of the demo is open");
    }

    private static String token(Service service, JsonObject account) {
        var login = new JsonObject()
                .put("login", account.getString("login"))
                .put("password", account.getString("password"));
        return new JsonObject(service.post("/v1/sessions", login.encode()).body()).getString("token");
    }

    private static List<JsonObject> items(Service service, String path, String token) {
        return objects(new JsonObject(
                        service.get(path, "Authorization", "Bearer " + token).body())
                .getJsonArray("items"));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
