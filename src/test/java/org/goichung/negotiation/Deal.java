package org.goichung.negotiation;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.catalog.TestPackages;
import org.goichung.support.Door;

/** An agreement in force between two enterprises and Viettel, struck over HTTP as their people would. */
public final class Deal {
    public static final UUID CARRIER = Bargainers.VIETTEL;
    /** A name that a page has to write with care. */
    public static final String PACKAGE = "Gói <b>4 GB</b> & thoại";
    /** Of one line and cycle. */
    public static final long PRICE_VND = 70_000;

    /** An enterprise of the deal, with the log-in of its own union. */
    public record Member(String enterprise, String officer, String steward) {
        private static Member of(String enterprise, String officer) {
            return new Member(enterprise, officer, Door.steward(UUID.fromString(enterprise)));
        }
    }

    /**
     * What one member takes.
     *
     * @param fundVnd what a fund adds each month; null where there is none
     */
    public record Share(long lines, Long fundVnd) {}

    private final Bargainers all = new Bargainers();
    public final Member first = Member.of(all.first, all.firstUnion);
    public final Member second = Member.of(all.second, all.secondUnion);
    /** The union body that leads. */
    public final String lead = all.lead;

    public final String packageVersion;
    public final String agreement;

    private Deal(Share first, Share second, List<String> criteria) {
        packageVersion = TestPackages.published(
                        Door.admin(), CARRIER, Map.of("criteria", criteria, "name", PACKAGE), Map.of())
                .getString("current.id");
        try {
            agreement = strike(first, second);
        } finally {
            all.setBack();
        }
    }

    /** @param criteria of the package */
    public static Deal struck(Share first, Share second, String... criteria) {
        return new Deal(first, second, List.of(criteria));
    }

    private String strike(Share firsts, Share seconds) {
        all.giveMandates();
        String rfq = all.openRfq(Bargainers.soon());
        Map<String, Object> terms = all.offer(all.viettel, "own-tariff", true, 1, PRICE_VND);
        terms.put("packageVersionId", packageVersion);
        terms.put("sharedBytesPerLine", 1_000_000_000L);
        String offer = all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", terms)
                .statusCode(201)
                .extract()
                .path("offerId");
        all.letAWhilePass();
        long version = all.await(rfq, "closed").getLong("version");
        var lines = List.of(line(first, offer, firsts), line(second, offer, seconds));
        all.move(all.lead, "/v1/rfqs/" + rfq + "/award", version, Map.of("lines", lines))
                .statusCode(200);
        vote(rfq, first);
        vote(rfq, second);
        JsonPath agreements = all.get(first.officer(), "/v1/agreements");
        return agreements.getString("items.find { it.rfqId == '" + rfq + "' }.id");
    }

    private void vote(String rfq, Member member) {
        all.post(
                        member.officer(),
                        "/v1/rfqs/" + rfq + "/ratifications",
                        Map.of("enterpriseId", member.enterprise(), "vote", "yes"))
                .statusCode(201);
    }

    private static Map<String, Object> line(Member member, String offer, Share share) {
        Map<String, Object> line =
                new HashMap<>(Map.of("enterpriseId", member.enterprise(), "offerId", offer, "lines", share.lines()));
        if (share.fundVnd() != null) line.put("fundVndPerMonth", share.fundVnd());
        return line;
    }
}
