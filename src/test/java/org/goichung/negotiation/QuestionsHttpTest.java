package org.goichung.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.support.Door;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What carriers ask about an open RFQ, and who learns what of it. */
@QuarkusTest
class QuestionsHttpTest {
    /** Met once; each test has an RFQ of its own. */
    private static Bargainers all;

    private String rfq;
    private String questions;

    @BeforeEach
    void open() {
        if (all == null) {
            all = new Bargainers();
            all.giveMandates();
        }
        rfq = all.openRfq(Bargainers.soon());
        questions = "/v1/rfqs/" + rfq + "/questions";
    }

    @AfterEach
    void setTheClockBack() {
        all.setBack();
    }

    @Test
    void everybody_reads_a_question_and_its_answer_and_nobody_but_the_asker_knows_who_asked_before_the_close() {
        String id = ask(all.viettel, "Có cần eSIM không?");
        all.post(all.lead, questions + "/" + id + "/answer", Map.of("text", "Không cần."))
                .statusCode(200)
                .body("answer.text", equalTo("Không cần."))
                .body("mine", nullValue());
        for (String reader : List.of(all.vinaphone, all.lead, all.firstUnion)) {
            JsonPath seen = all.get(reader, questions);
            assertThat(seen.getString("items[0].text")).isEqualTo("Có cần eSIM không?");
            assertThat(seen.getString("items[0].answer.text")).isEqualTo("Không cần.");
            assertThat(seen.prettify()).doesNotContain("mine", Bargainers.VIETTEL.toString());
        }
        assertThat(all.get(all.viettel, questions).getBoolean("items[0].mine")).isTrue();
        for (String table : List.of("rfq_question", "outbox_event", "audit_entry", "negotiation_record"))
            assertThat(rowsAbout(table, id)).as(table).noneMatch(row -> row.contains(principalOf(all.viettel)));
        assertThat(rowsAbout("outbox_event", id)).hasSize(2).allMatch(row -> row.contains("carrier:"));

        all.post(all.viettel, "/v1/rfqs/" + rfq + "/offers", all.offer(all.viettel, "own-tariff", true, 3, 70_000))
                .statusCode(201);
        all.letAWhilePass();
        all.await(rfq, "closed");
        assertThat(all.get(all.lead, questions).getString("items[0].carrierId"))
                .isEqualTo(Bargainers.VIETTEL.toString());
        assertThat(all.get(all.vinaphone, questions).prettify()).doesNotContain(Bargainers.VIETTEL.toString());
        assertThat(rowsAbout("negotiation_record", id))
                .anyMatch(row -> row.contains("ask-question") && row.contains(Bargainers.VIETTEL.toString()));
        all.post(all.viettel, questions, Map.of("text", "Còn hỏi được không?"))
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-move"));
    }

    @Test
    void a_question_is_answered_once_and_by_the_leading_body_alone() {
        String id = ask(all.mobifone, "Bao nhiêu máy dùng 4G?");
        String answer = questions + "/" + id + "/answer";
        all.post(all.firstUnion, answer, Map.of("text", "9.")).statusCode(403);
        all.post(all.lead, questions + "/" + UUID.randomUUID() + "/answer", Map.of("text", "9."))
                .statusCode(404);
        all.post(all.lead, answer, Map.of("text", "9.")).statusCode(200);
        all.post(all.lead, answer, Map.of("text", "Đúng ra là 8."))
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-move"));
        assertThat(all.get(all.mobifone, questions).getString("items[0].answer.text"))
                .isEqualTo("9.");
    }

    @Test
    void a_question_is_bounded_in_length_and_number() {
        all.post(all.viettel, questions, Map.of("text", "a".repeat(2001)))
                .statusCode(400)
                .body("errors.pointer", hasItem("/text"));
        all.post(all.viettel, questions, Map.of("text", "  ")).statusCode(400).body("errors.pointer", hasItem("/text"));
        for (int i = 0; i < 20; i++) ask(all.viettel, "Câu " + i);
        all.post(all.viettel, questions, Map.of("text", "Một câu nữa"))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-questions"));
        ask(all.vinaphone, "Người khác thì được");
        JsonPath first = all.get(all.viettel, questions + "?limit=15");
        JsonPath rest = all.get(all.viettel, questions + "?limit=15&after=" + first.getString("next"));
        assertThat(first.getList("items")).hasSize(15);
        assertThat(rest.getList("items")).hasSize(6);
        assertThat(rest.getString("next")).isNull();
    }

    private String ask(String carrier, String text) {
        return all.post(carrier, questions, Map.of("text", text))
                .statusCode(201)
                .body("mine", equalTo(true))
                .extract()
                .path("id");
    }

    /** As text: of a table, all rows that speak of a thing. */
    private static List<String> rowsAbout(String table, String id) {
        return Door.await(() -> Statements.of(Door.bean(Transactions.class).systemPool())
                        .select("SELECT t::text FROM " + table + " t WHERE strpos(t::text, $1) > 0", id))
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    private static String principalOf(String token) {
        String claims = new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return JsonPath.from(claims).getString("sub");
    }
}
