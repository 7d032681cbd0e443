package org.goichung.workforce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.support.Door;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rosters as a union's official sends them. */
@QuarkusTest
class RosterImportTest {
    private static final String HEADER = "Họ và tên*;CCCD*;Số điện thoại*;Năm sinh;Ngày vào làm*;Cước/tháng;Mã NV\n";

    private final TestPeople people = new TestPeople();
    private String enterprise;
    private String steward;

    @BeforeEach
    void an_enterprise_with_a_steward() {
        enterprise = people.enterprise();
        steward = Door.steward(UUID.fromString(enterprise));
    }

    @Test
    void a_roster_with_bad_rows_keeps_the_good_ones_and_tells_the_bad_by_row_column_and_code() {
        String id = people.nationalId();
        String number = people.number();
        String roster = "\ufeff" + HEADER
                + row("Trần Thị Chưa", id, number, "01/04/2015")
                + row("Lê Văn Mất", people.nationalId(), "9.1E+10", "01/04/2015")
                + row("", people.nationalId(), people.number(), "31/02/2015")
                + row(
                        "Phạm Không",
                        people.nationalId().substring(1),
                        people.number().substring(1),
                        "2015-04-01")
                + row("Người Lặp", id, people.number(), "01/04/2015")
                + row("Người Chung Số", people.nationalId(), number, "01/04/2015");
        String imported = sent(roster, "").then().statusCode(202).extract().path("id");
        Map<String, Object> end = end(imported);
        assertThat(end)
                .containsEntry("status", "finished")
                .containsEntry("rowsRead", 6)
                .containsEntry("rowsAccepted", 2)
                .containsEntry("rowsRejected", 4)
                .containsEntry("rowsMended", 1)
                .containsEntry("unknownColumns", List.of(7));
        as().header("Accept-Language", "en")
                .get("/v1/worker-imports/" + imported + "/errors?limit=3")
                .then()
                .statusCode(200)
                .body("items.row", equalTo(List.of(3, 4, 4)))
                .body("items.column", hasItems("Số điện thoại", "Họ và tên", "Ngày vào làm"))
                .body("items.code", equalTo(List.of("lost-digits", "missing", "bad-date")))
                .body("items[0].message", containsString("E+10"))
                .body("next", notNullValue());
        var all = as().get("/v1/worker-imports/" + imported + "/errors")
                .then()
                .body("items.code", hasItems("leading-zero-restored", "repeated-person", "repeated-number"))
                .extract()
                .asString();
        assertThat(all).doesNotContain(id).doesNotContain(number).doesNotContain("Chưa");
        as().get("/v1/workers").then().body("items", hasSize(2));
        assertThat(people.eventsOf(UUID.fromString(imported), "roster-imported"))
                .containsExactly("enterprise:" + enterprise);
    }

    @Test
    void a_dry_run_tells_everything_and_changes_nothing() {
        String taken = people.number();
        String other = people.enterprise();
        people.register(Door.steward(UUID.fromString(other)), other, people.nationalId(), taken);
        String roster = HEADER
                + row("Một", people.nationalId(), people.number(), "01/04/2015")
                + row("Hai", people.nationalId(), taken, "01/04/2015");
        String imported =
                sent(roster, "?dryRun=true").then().statusCode(202).extract().path("id");
        assertThat(end(imported)).containsEntry("rowsAccepted", 1).containsEntry("rowsRejected", 1);
        as().get("/v1/worker-imports/" + imported + "/errors")
                .then()
                .body("items.code", equalTo(List.of("number-of-another-person")));
        as().get("/v1/workers").then().body("items", hasSize(0));
        String real = sent(roster, "").then().statusCode(202).extract().path("id");
        assertThat(end(real)).containsEntry("rowsAccepted", 1);
        as().get("/v1/workers").then().body("items", hasSize(1));
    }

    @Test
    void a_commune_that_may_be_several_is_left_out_and_its_candidates_are_named_in_the_readers_language() {
        String roster = HEADER.replace("Mã NV", "Xã/Phường;Tỉnh")
                + row("Một", people.nationalId(), people.number(), "01/04/2015").replace("NV7", "Phường 1;Sóc Trăng")
                + row("Hai", people.nationalId(), people.number(), "01/04/2015")
                        .replace("NV7", "TT. Cái Tắc;T. Hậu Giang");
        String imported = sent(roster, "").then().statusCode(202).extract().path("id");
        assertThat(end(imported))
                .containsEntry("rowsAccepted", 2)
                .containsEntry("rowsMended", 1)
                .containsEntry("rowsRejected", 0);
        var errors = as().header("Accept-Language", "en")
                .get("/v1/worker-imports/" + imported + "/errors")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("which-place")))
                .body("items[0].mended", equalTo(true))
                .body("items[0].candidates.name", hasItem("Phường Phú Lợi"))
                .body("items[0].message", containsString(" Phường Phú Lợi, "))
                .extract();
        String code = errors.path("items[0].candidates[0].communeCode");
        String answered = HEADER.replace("Mã NV", "Xã/Phường;Tỉnh")
                + row("Ba", people.nationalId(), people.number(), "01/04/2015").replace("NV7", code + ";Sóc Trăng");
        imported = sent(answered, "").then().statusCode(202).extract().path("id");
        assertThat(end(imported)).containsEntry("rowsMended", 0);
        as().get("/v1/workers").then().body("items.communeCode", hasItems(code));
    }

    @Test
    void the_same_file_twice_is_recognised_and_changes_nothing() {
        String roster = HEADER + row("Một", people.nationalId(), people.number(), "01/04/2015");
        String first = sent(roster, "").then().statusCode(202).extract().path("id");
        end(first);
        sent(roster, "").then().statusCode(200).body("id", equalTo(first)).body("sameFileAs", equalTo(first));
        String elsewhere = people.enterprise();
        send(
                        Door.employer(UUID.fromString(elsewhere)),
                        elsewhere,
                        roster.getBytes(StandardCharsets.UTF_8),
                        "",
                        "text/csv")
                .then()
                .statusCode(202);
    }

    @Test
    void what_is_no_roster_is_refused_with_the_mend() {
        sent("Họ và tên,CCCD\nA,1\n", "")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/roster-columns-missing"))
                .body("detail", containsString("Số điện thoại, Ngày vào làm"));
        sent("", "").then().statusCode(400).body("type", equalTo("/problems/roster-empty"));
        send(steward, enterprise, HEADER.getBytes(StandardCharsets.UTF_16), "", "text/csv")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/roster-not-utf8"))
                .body("mend", containsString("CSV UTF-8"));
        send(steward, enterprise, HEADER.getBytes(StandardCharsets.UTF_8), "", "application/json")
                .then()
                .statusCode(415);
        sent(HEADER, "?dryRun=maybe").then().statusCode(400).body("errors.pointer", hasItem("?dryRun"));
        String broken = sent(HEADER + row("Một", people.nationalId(), people.number(), "01/04/2015") + "\"Hai;x\n", "")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(end(broken))
                .containsEntry("status", "failed")
                .containsEntry("failure", "broken-csv")
                .containsEntry("rowsAccepted", 1)
                .containsKey("failureMessage");
    }

    @Test
    void only_those_whose_business_it_is_may_send_a_roster_or_follow_it() {
        byte[] roster = (HEADER + row("Một", people.nationalId(), people.number(), "01/04/2015"))
                .getBytes(StandardCharsets.UTF_8);
        String top = people.unionBody("confederation", null, null);
        String grassroots = people.unionBody("grassroots", top, enterprise);
        UUID id = UUID.fromString(enterprise);
        send(Door.unionOfficer(UUID.fromString(top)), enterprise, roster, "", "text/csv")
                .then()
                .statusCode(403);
        send(Door.auditor(id), enterprise, roster, "", "text/csv").then().statusCode(403);
        send(Door.admin(), enterprise, roster, "", "text/csv").then().statusCode(403);
        String stranger = Door.steward(UUID.fromString(people.enterprise()));
        send(stranger, enterprise, roster, "", "text/csv").then().statusCode(404);
        given().contentType("text/csv")
                .body(roster)
                .post("/v1/enterprises/" + enterprise + "/worker-imports")
                .then()
                .statusCode(401);
        String imported = send(
                        Door.unionOfficer(UUID.fromString(grassroots)), enterprise, roster, "?dryRun=true", "text/csv")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        given().auth()
                .oauth2(stranger)
                .get("/v1/worker-imports/" + imported)
                .then()
                .statusCode(404);
    }

    @Test
    void six_thousand_rows_are_all_taken_in_and_leave_no_file_behind() throws IOException {
        var roster = new StringBuilder(HEADER);
        for (int i = 0; i < 6000; i++)
            roster.append(
                    row("Nguyễn Văn Số " + i, "0801" + "%08d".formatted(i), "097" + "%07d".formatted(i), "01/04/2015"));
        Instant start = Instant.now();
        String imported =
                sent(roster.toString(), "").then().statusCode(202).extract().path("id");
        assertThat(end(imported)).containsEntry("rowsAccepted", 6000).containsEntry("rowsRejected", 0);
        Duration took = Duration.between(start, Instant.now());
        System.out.println("6,000 rows in " + took.toMillis() + " ms");
        Path spool = Path.of(ConfigProvider.getConfig().getValue("goichung.data-dir", String.class), "rosters");
        assertThat(spool.resolve(imported + ".csv")).doesNotExist();

        Path file = Files.createTempFile("roster", ".csv");
        try {
            Files.writeString(file, roster);
            var scope = Scope.system("demo");
            var id = new EnterpriseId(UUID.fromString(people.enterprise()));
            var service = Door.bean(WorkforceService.class);
            Instant again = Instant.now();
            var view = Door.await(() -> service.importRows(scope, id, file));
            System.out.println("6,000 people moved in "
                    + Duration.between(again, Instant.now()).toMillis() + " ms");
            assertThat(view.rowsAccepted()).isEqualTo(6000);
            assertThat(Door.await(() -> service.importRows(scope, id, file)).sameFileAs())
                    .isEqualTo(view.id());
        } finally {
            Files.delete(file);
        }
        as().get("/v1/workers").then().body("items", hasSize(0));
    }

    @Test
    void an_import_that_was_cut_short_goes_on_where_it_was() throws IOException {
        String taken = people.nationalId();
        String roster = HEADER
                + row("Đã Nhận", taken, people.number(), "01/04/2015")
                + row("Chưa Nhận", people.nationalId(), people.number(), "01/04/2015")
                + row("Lặp Lại", taken, people.number(), "01/04/2015");
        UUID imported = UUID.randomUUID();
        Path spool = Path.of(ConfigProvider.getConfig().getValue("goichung.data-dir", String.class), "rosters");
        Files.createDirectories(spool);
        Files.writeString(spool.resolve(imported + ".csv"), roster);
        Door.await(() -> Statements.of(Door.bean(Transactions.class).systemPool())
                .update("""
                        INSERT INTO worker_import (id, enterprise_id, principal, dry_run, sha256, size_bytes, status, rows_read,
                               rows_accepted)
                        VALUES ($1, $2, 'account:test', false, sha256($3::text::bytea), 1, 'RUNNING', 1, 1)
                        """, imported, UUID.fromString(enterprise), imported.toString()));
        Door.await(() -> Door.bean(RosterService.class).resumeLeft());
        assertThat(end(imported.toString()))
                .containsEntry("status", "finished")
                .containsEntry("rowsRead", 3)
                .containsEntry("rowsAccepted", 2)
                .containsEntry("rowsRejected", 1);
        as().get("/v1/workers").then().body("items.fullName", equalTo(List.of("Chưa Nhận")));
    }

    private static String row(String name, String id, String number, String from) {
        return String.join(";", name, id, number, "1985", from, "100.000", "NV7") + "\n";
    }

    private io.restassured.specification.RequestSpecification as() {
        return given().auth().oauth2(steward);
    }

    private Response sent(String roster, String query) {
        return send(steward, enterprise, roster.getBytes(StandardCharsets.UTF_8), query, "text/csv; charset=UTF-8");
    }

    private static Response send(String token, String enterprise, byte[] roster, String query, String type) {
        return given().auth()
                .oauth2(token)
                .header("Content-Type", type)
                .body(roster)
                .post("/v1/enterprises/" + enterprise + "/worker-imports" + query);
    }

    /** Waits until the import has come to its end. */
    private Map<String, Object> end(String imported) {
        Instant deadline = Instant.now().plusSeconds(90);
        while (Instant.now().isBefore(deadline)) {
            Map<String, Object> view = as().get("/v1/worker-imports/" + imported)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("");
            if (view.containsKey("finishedAt")) return new HashMap<>(view);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the import did not end");
    }
}
