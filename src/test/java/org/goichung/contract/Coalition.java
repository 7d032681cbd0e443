package org.goichung.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.time.Clock;
import org.goichung.support.Door;
import org.goichung.workforce.TestPeople;

/** A second enterprise of the tenant's: under its federation both come to one agreement, and lend each other quota. */
final class Coalition {
    private static final String STATE = "coalition";

    private final TestPeople people = new TestPeople();
    private final Story story;
    private final Belongings has;
    private final String neighbour = people.enterprise();
    private final String officer;

    Coalition(Story story) {
        this.story = story;
        this.has = story.has;
        String union = people.unionBody("grassroots", has.one("unionBodyId", "federation"), neighbour);
        officer = Door.unionOfficer(UUID.fromString(union));
        has.put("enterpriseId", "neighbour", neighbour);
        has.put("unionBodyId", "neighbour", union);
    }

    /** Until the offer is sealed. */
    void begin(Instant deadline) {
        String nationalId = people.nationalId();
        String number = people.number();
        String steward = Door.steward(UUID.fromString(neighbour));
        has.put("workerId", "neighbour", people.register(steward, neighbour, nationalId, number));
        for (int more = 0; more < 3; more++) people.register(steward, neighbour, people.nationalId(), people.number());
        has.put("nationalId", "neighbour", nationalId);
        has.put("msisdn", "neighbour", number);
        has.put("mandateId", STATE, mandate(story.officer, own()));
        has.put("mandateId", "neighbour", mandate(officer, neighbour));
        String rfq = story.draft(story.superior, List.of(own(), neighbour), deadline);
        Desk.until(
                "the look-up knows the neighbour's people",
                () -> Desk.post(story.superior, "/v1/eligibility/audiences", Story.audience(List.of(neighbour)))
                                .getInt("qualified")
                        >= 4);
        Desk.move(story.superior, "/v1/rfqs/" + rfq, "open", null);
        has.put("rfqId", STATE, rfq);
        has.put("offerId", STATE, story.offer(rfq));
    }

    /** After the deadline: awarded, voted for by both, and an agreement. */
    void conclude() {
        String rfq = "/v1/rfqs/" + has.one("rfqId", STATE);
        Desk.until(
                "the coalition's RFQ is closed",
                () -> Desk.get(story.superior, rfq).getString("state").equals("closed"));
        var lines = List.of(
                Story.line(own(), has.one("offerId", STATE), 3), Story.line(neighbour, has.one("offerId", STATE), 4));
        Desk.move(story.superior, rfq, "award", Map.of("lines", lines));
        vote(story.officer, own());
        vote(officer, neighbour);
        String find = "items.find { it.rfqId == '" + has.one("rfqId", STATE) + "' }.id";
        has.put("agreementId", STATE, Desk.get(story.superior, "/v1/agreements").getString(find));
    }

    /** A proposal each for what an operation answers. */
    void lend() {
        has.put("poolId", "shared", pool(story.officer, own()));
        has.put("poolId", "neighbour", pool(officer, neighbour));
        has.put("transferId", "given", proposing());
        has.put("transferId", "received", proposed());
        has.put("transferId", "received too", proposed());
        has.put("amendmentId", "given", amending());
        has.put("amendmentId", "received", amended());
        has.put("amendmentId", "received too", amended());
    }

    /** The neighbour takes its mandate back, and gives it again. */
    void withdrawMandate() {
        Desk.firstMove(officer, "/v1/mandates/" + has.one("mandateId", "neighbour"), "withdraw");
        has.put("mandateId", "neighbour", mandate(officer, neighbour));
    }

    void joinAndLeave(String rfq) {
        Desk.move(officer, rfq, "members", Map.of("enterpriseId", neighbour));
        Desk.get(officer, rfq + "/members");
        Desk.move(officer, rfq, "members/" + neighbour + "/leave", Map.of("reason", "Đã có gói riêng"));
    }

    /** One more transfer that the own enterprise proposes. */
    String proposing() {
        return transfer(story.officer, own(), neighbour);
    }

    /** One more that is proposed to it. */
    String proposed() {
        return transfer(officer, neighbour, own());
    }

    /** One more amendment that the own enterprise proposes. */
    String amending() {
        return amendment(story.officer, own(), neighbour);
    }

    /** One more that is proposed to it. */
    String amended() {
        return amendment(officer, neighbour, own());
    }

    private String amendment(String of, String from, String to) {
        var wanted = Map.of(
                "fromEnterpriseId",
                from,
                "toEnterpriseId",
                to,
                "linesPerMonth",
                1,
                "fromMonth",
                YearMonth.now(Clock.VIETNAM).plusMonths(3).toString());
        return Desk.post(of, "/v1/agreements/" + has.one("agreementId", STATE) + "/amendments", wanted)
                .getString("id");
    }

    private String own() {
        return has.one("enterpriseId");
    }

    private String mandate(String of, String enterprise) {
        var mandate = Map.of(
                "enterpriseId",
                enterprise,
                "toBodyId",
                has.one("unionBodyId", "federation"),
                "voters",
                10,
                "yes",
                9,
                "no",
                0,
                "validUntil",
                LocalDate.now(Clock.VIETNAM).plusDays(60).toString());
        return Desk.post(of, "/v1/mandates", mandate).getString("id");
    }

    private void vote(String of, String enterprise) {
        Desk.post(
                of,
                "/v1/rfqs/" + has.one("rfqId", STATE) + "/ratifications",
                Map.of("enterpriseId", enterprise, "vote", "yes"));
    }

    private String pool(String of, String enterprise) {
        return Usage.pool(of, enterprise, has.one("agreementId", STATE), "VND");
    }

    private String transfer(String of, String from, String to) {
        String pool = has.one("poolId", from.equals(neighbour) ? "neighbour" : "shared");
        var transfer = Map.of("poolId", pool, "toEnterpriseId", to, "amount", 1_000);
        return Desk.post(of, "/v1/enterprises/" + from + "/quota/transfers", transfer)
                .getString("id");
    }
}
