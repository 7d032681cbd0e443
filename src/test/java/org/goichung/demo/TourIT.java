package org.goichung.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.goichung.contract.Held;
import org.goichung.support.Service;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The packaged demo, from a load that is cut short to the tour of docs/tour.md, command by command. */
@TestMethodOrder(OrderAnnotation.class)
class TourIT {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```\\n```text\\n(.*?)```", Pattern.DOTALL);
    private static final String END = "=== end of step ";
    /** After this step the service is killed and started again. */
    private static final int KILLED_AFTER = 9;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static RunningDemo demo;

    private record Step(String commands, List<String> expected) {}

    @BeforeAll
    static void folder() throws Exception {
        demo = new RunningDemo();
    }

    @AfterAll
    static void end() throws Exception {
        demo.close();
    }

    @Test
    @Order(1)
    void a_load_that_is_cut_short_goes_on_at_the_next_start_and_makes_nothing_twice() throws Exception {
        demo.startAndKillWhileItLoads();
        demo.start();
        assertThat(demo.log()).doesNotContain(" ERROR ", "holds data of its own");
        String admin = logIn("quan-tri");
        assertThat(as(admin).get("/v1/enterprises?limit=500").jsonPath().getList("items"))
                .hasSize(12);
        String lead = logIn("lien-doan.can-tho");
        assertThat(as(lead).get("/v1/agreements").jsonPath().getList("items.state"))
                .containsExactly("in-force");
        // in multiples of 5 for whoever may not see people: about 6,000, give or take some for each enterprise
        var people = as(admin)
                .contentType("application/json")
                .body("{\"criteria\":[\"works-here\"]}")
                .post("/v1/eligibility/audiences")
                .jsonPath();
        assertThat(people.getInt("qualified") + people.getInt("unqualified") + people.getInt("unknown"))
                .isBetween(5_500, 6_200);
    }

    /** What the contract's own test cannot ask for, since it has no demo. */
    @Test
    @Order(2)
    void the_demos_own_operations_answer_as_the_contract_says() {
        as(null).get("/demo/credentials").then().statusCode(200);
        as(logIn("quan-tri"))
                .contentType("application/json")
                .body("{\"advanceSeconds\":1}")
                .post("/demo/clock")
                .then()
                .statusCode(200);
        String number = as(logIn("to-truong.tan-phu-thanh-a"))
                .get("/v1/workers?limit=1")
                .jsonPath()
                .getString("items[0].msisdn");
        for (String path : List.of("/v1/worker-codes", "/demo/sms"))
            as(null).contentType("application/json")
                    .body("{\"msisdn\":\"" + number + "\"}")
                    .post(path)
                    .then()
                    .statusCode(path.startsWith("/demo") ? 200 : 202);
    }

    /** By any other address of the machine nobody comes in, be it 127.0.0.2. */
    @Test
    @Order(3)
    void the_demo_listens_on_the_loopback_address_only() throws Exception {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
        var refused = new ArrayList<>(others);
        refused.add(InetAddress.getByName("127.0.0.2"));
        for (InetAddress address : refused)
            assertThatThrownBy(() -> {
                        try (var socket = new Socket()) {
                            socket.connect(new InetSocketAddress(address, demo.port()), 2_000);
                        }
                    })
                    .as(address.toString())
                    .isInstanceOf(IOException.class);
    }

    private static String logIn(String login) {
        String find = "accounts.find { it.login == '" + login + "' }.password";
        String password = as(null).get("/demo/credentials").jsonPath().getString(find);
        return as(null).contentType("application/json")
                .body("{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}")
                .post("/v1/sessions")
                .jsonPath()
                .getString("token");
    }

    private static RequestSpecification as(String token) {
        var request = given().baseUri(demo.base()).filter(Held.TO_THE_CONTRACT);
        return token == null ? request : request.auth().oauth2(token);
    }

    @Test
    @Order(4)
    void every_command_does_what_its_page_says_though_the_service_is_killed_on_the_way() throws Exception {
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(KILLED_AFTER + 1);
        Path killed = demo.folder().resolve("start-again");
        Path output = demo.folder().resolve("output");
        var builder =
                new ProcessBuilder("sh", "-eu", script(demo, steps, killed).toString());
        builder.environment().put("BASE", demo.base());
        Process shell = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (shell.isAlive()
                    && System.nanoTime() < giveUp
                    && !Files.readString(output).contains(END + KILLED_AFTER + "\n")) Thread.sleep(100);
            check(steps.subList(0, KILLED_AFTER + 1), Files.readString(output));
            demo.kill();
            demo.start();
            Files.createFile(killed);
            boolean ended = shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            check(steps, Files.readString(output));
            assertThat(ended).isTrue();
            assertThat(shell.exitValue()).isZero();
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        assertThat(demo.log()).doesNotContain(" ERROR ", "+84977000321", "093184765432");
    }

    @Test
    @Order(5)
    void a_steward_goes_on_looking_people_up_while_the_database_answers_nobody() throws Exception {
        String steward = logIn("to-truong.tan-phu-thanh-a");
        var person = as(steward).get("/v1/workers?limit=1").jsonPath().getString("items[0].id");
        var known = lookUp(steward, person);
        demo.withFrozenDatabase(() -> {
            var meanwhile = lookUp(steward, person);
            assertThat(meanwhile.getString("text")).isNotBlank().isEqualTo(known.getString("text"));
            assertThat(meanwhile.getList("matches")).hasSameSizeAs(known.getList("matches"));
            Service.eventually(
                    "the answer is older than a second",
                    Duration.ofSeconds(30),
                    () -> lookUp(steward, person).getInt("ageSeconds") >= 1);
            // the first waits for an answer that does not come; who comes after it does not
            long begun = System.nanoTime();
            for (int again = 0; again < 5; again++) lookUp(steward, person);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
            as("nobody-at-all").get("/v1/workers?limit=1").then().statusCode(401);
            as(null).get("/q/health/ready").then().statusCode(503);
            // only the first waits as long as a request may
            for (String path : List.of("/v1/workers?limit=1", "/v1/criteria", "/v1/packages", "/v1/carriers"))
                as(steward)
                        .get(path)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", "2")
                        .body("type", Matchers.equalTo("/problems/unavailable"));
        });
        Service.eventually(
                "the database is back",
                Duration.ofSeconds(60),
                () -> as(steward).get("/v1/workers?limit=1").statusCode() == 200);
    }

    private static JsonPath lookUp(String token, String worker) {
        var answer = as(token)
                .contentType("application/json")
                .body(Map.of("workerId", worker))
                .post("/v1/eligibility/lookups");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** Two starts, imports, look-ups, a negotiation, enrolments, usage, and what goes wrong, down to the level of debugging. */
    @Test
    @Order(6)
    void nobody_of_all_that_took_part_stands_in_the_log_in_any_writing() throws Exception {
        List<String> numbers = new ArrayList<>(List.of("+84977000321"));
        List<String> ids = new ArrayList<>(List.of("093184765432"));
        List<String> names = new ArrayList<>();
        everybody((number, id, name) -> {
            numbers.add(number);
            ids.add(id);
            names.add(name);
        });
        assertThat(numbers).hasSizeGreaterThan(5_500);
        goWrong(numbers.getLast(), ids.getLast(), names.getLast());
        String log = demo.log();
        assertThat(log).contains("demo step rosters", "Demo log-ins");
        var people = new PeopleInLog(log);
        assertThat(people.numbers(numbers)).isEmpty();
        assertThat(people.nationalIds(ids)).isEmpty();
        assertThat(people.names(names)).isEmpty();
    }

    private interface Person {
        void take(String number, String nationalId, String name);
    }

    private static void everybody(Person person) {
        for (String federation : List.of("lien-doan.can-tho", "lien-doan.an-giang", "lien-doan.vinh-long")) {
            String officer = logIn(federation);
            String after = null;
            do {
                var request = as(officer).queryParam("limit", 500);
                if (after != null) request.queryParam("after", after);
                var page = request.get("/v1/workers").jsonPath();
                for (var each : page.<Map<String, Object>>getList("items"))
                    if (each.get("msisdn") != null)
                        person.take(
                                String.valueOf(each.get("msisdn")),
                                String.valueOf(each.get("nationalId")),
                                String.valueOf(each.get("fullName")));
                after = page.getString("next");
            } while (after != null);
        }
    }

    /** What people type into the wrong place, and what is refused. */
    private static void goWrong(String number, String nationalId, String name) {
        for (String typed : List.of(number, nationalId, name))
            as(null).contentType("application/json")
                    .body(Map.of("login", typed, "password", typed))
                    .post("/v1/sessions")
                    .then()
                    .statusCode(401);
        String steward = logIn("to-truong.tan-phu-thanh-a");
        for (String field : List.of("msisdn", "nationalId"))
            as(steward)
                    .contentType("application/json")
                    .body(Map.of(field, field.equals("msisdn") ? number : nationalId))
                    .post("/v1/eligibility/lookups");
        as(steward)
                .contentType("application/json")
                .body("{\"msisdn\":\"" + number)
                .post("/v1/eligibility/lookups");
        as(null).contentType("application/json")
                .body(Map.of("msisdn", number, "code", "000000"))
                .post("/v1/worker-sessions")
                .then()
                .statusCode(422);
        as(steward).queryParam("after", name).get("/v1/workers").then().statusCode(400);
    }

    private static void check(List<Step> steps, String output) {
        String rest = output;
        for (int i = 0; i < steps.size(); i++) {
            int end = rest.indexOf(END + i + "\n");
            String shown = end < 0 ? rest : rest.substring(0, end);
            for (String expected : steps.get(i).expected())
                assertThat(shown).as("step %d of the tour", i).contains(expected);
            assertThat(end)
                    .as("step %d of the tour came to its end: %s", i, shown)
                    .isNotNegative();
            rest = rest.substring(end + (END + i + "\n").length());
        }
    }

    private static Path script(RunningDemo demo, List<Step> steps, Path startAgain) throws Exception {
        var script = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            script.append(steps.get(i).commands())
                    .append("\necho\necho '")
                    .append(END)
                    .append(i)
                    .append("'\n");
            if (i == KILLED_AFTER)
                script.append("until [ -e '").append(startAgain).append("' ]; do sleep 0.1; done\n");
        }
        return Files.writeString(demo.folder().resolve("tour.sh"), script.toString());
    }

    private static List<Step> steps() throws Exception {
        var steps = new ArrayList<Step>();
        var blocks = BLOCK.matcher(Files.readString(Path.of("docs", "tour.md")));
        while (blocks.find())
            steps.add(new Step(
                    blocks.group(1),
                    blocks.group(2)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList()));
        return steps;
    }
}
