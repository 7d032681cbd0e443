package org.goichung.negotiation;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.goichung.support.Door;
import org.goichung.support.Service;

/** An award of two enterprises that is put to the vote, and the notices that its officers got. */
public final class VoteLinks {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Bargainers all = new Bargainers();
    public final String rfq;

    public VoteLinks() {
        this(rfq -> {});
    }

    /** @param beforeTheAward what is done once the RFQ is open */
    VoteLinks(Consumer<String> beforeTheAward) {
        all.giveMandates();
        rfq = all.openRfq(Bargainers.soon());
        beforeTheAward.accept(rfq);
        String offer = offered(all.viettel, all.offer(all.viettel, "own-tariff", true, 1, 80_000, 10, 70_000));
        offered(all.vinaphone, all.offer(all.vinaphone, "own-tariff", false, 1, 78_000));
        all.letAWhilePass();
        long version = all.await(rfq, "closed").getLong("version");
        var lines = List.of(
                Map.of("enterpriseId", all.first, "offerId", offer, "lines", 9),
                Map.of("enterpriseId", all.second, "offerId", offer, "lines", 4));
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", lines))
                .statusCode(200);
    }

    private String offered(String carrier, Map<String, Object> terms) {
        return all.post(carrier, "/v1/rfqs/" + rfq + "/offers", terms)
                .statusCode(201)
                .extract()
                .path("offerId");
    }

    String firstEnterprise() {
        return all.first;
    }

    public void setBack() {
        all.setBack();
    }

    /** The notice that the first or the second enterprise's officer got, once it is there. */
    public VoteNotice notice(boolean toFirst) {
        Service.eventually("the notice is there", PATIENCE, () -> find(toFirst).isPresent());
        return find(toFirst).orElseThrow();
    }

    private Optional<VoteNotice> find(boolean toFirst) {
        String enterprise = toFirst ? all.first : all.second;
        return Door.await(() -> Door.bean(NoticeSpoolService.class).waiting(10_000)).stream()
                .filter(notice -> notice.enterpriseId().toString().equals(enterprise)
                        && notice.rfqId().toString().equals(rfq))
                .findFirst();
    }

    public static String secret(VoteNotice notice) {
        return notice.link().substring(notice.link().indexOf('#') + 1);
    }

    public static Response open(String secret, String language) {
        return given().header("Accept-Language", language)
                .contentType("application/x-www-form-urlencoded")
                .formParam("secret", secret)
                .post("/vote");
    }

    public static Response answer(String secret, String answer) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("secret", secret)
                .formParam("answer", answer)
                .post("/vote/answer");
    }

    /** By the enterprise's own officer, the usual way. */
    public Response voteAtTheDesk(boolean first, String vote) {
        return all.post(
                        first ? all.firstUnion : all.secondUnion,
                        "/v1/rfqs/" + rfq + "/ratifications",
                        Map.of("enterpriseId", first ? all.first : all.second, "vote", vote))
                .extract()
                .response();
    }

    /** The vote's window is an hour; this goes past it. */
    public void letTheWindowPass() {
        for (int i = 0; i < 3; i++) all.letAWhilePass();
    }

    public JsonPath award() {
        return all.get(all.lead, "/v1/rfqs/" + rfq + "/awards");
    }

    public String enterpriseName(boolean first) {
        return all.get(first ? all.firstUnion : all.secondUnion, "/v1/enterprises/" + (first ? all.first : all.second))
                .getString("name");
    }
}
