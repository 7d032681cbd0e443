package org.goichung.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goichung.contract.Contract.Op;
import org.goichung.support.Door;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class ContractTest {
    /** Endless. */
    private static final Set<String> STREAMS = Set.of("followEvents");

    private static final Map<Class<?>, String> METHODS = Map.of(
            GET.class, "GET", POST.class, "POST", PUT.class, "PUT", PATCH.class, "PATCH", DELETE.class, "DELETE");

    @Inject
    Router router;

    @Test
    void what_is_served_and_what_the_contract_says_are_the_same_operations() {
        Set<String> contract =
                Contract.operations().stream().map(Op::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = served();
        served.addAll(routes());
        assertThat(served).isEqualTo(contract);
    }

    @Test
    void every_operation_has_its_row_in_the_access_matrix_and_no_row_is_left_over() {
        assertThat(Contract.accessMatrix().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Contract.operations().stream().map(Op::id).toList());
    }

    @TestFactory
    List<DynamicTest> without_credentials_only_what_is_public_answers() {
        return Contract.operations().stream()
                .filter(op -> !op.isPublic())
                .map(op -> dynamicTest(op.toString(), () -> assertThat(
                                send(op, given(), first(op)).statusCode())
                        .isEqualTo(isDemos(op) ? 404 : 401)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> each_role_is_let_in_or_refused_as_the_matrix_says() {
        Map<String, String> tokens = tokens();
        Map<String, Map<String, Boolean>> matrix = Contract.accessMatrix();
        var tests = new ArrayList<DynamicTest>();
        for (Op op : Contract.operations()) {
            if (STREAMS.contains(op.id()) || op.isPublic() || !matrix.containsKey(op.id())) continue;
            matrix.get(op.id())
                    .forEach((role, may) -> tests.add(dynamicTest(op + " as " + role, () -> {
                        Response answer = send(op, given().auth().oauth2(tokens.get(role)), first(op));
                        if (!may)
                            assertThat(answer.statusCode())
                                    .as(answer.asString())
                                    .isEqualTo(isDemos(op) ? 404 : 403);
                        else if (op.hasPathParameter() || isDemos(op))
                            // nothing of this tenant has that id: unknown and not yours look the same
                            assertThat(answer.statusCode())
                                    .as(answer.asString())
                                    .isIn(404, 400, 428, 412, 415);
                        else
                            assertThat(answer.statusCode())
                                    .as(answer.asString())
                                    .isNotIn(401, 500);
                    })));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> every_example_is_understood_and_every_answer_is_as_the_contract_says() {
        Map<String, String> tokens = tokens();
        Map<String, Map<String, Boolean>> matrix = Contract.accessMatrix();
        var tests = new ArrayList<DynamicTest>();
        for (Op op : Contract.operations()) {
            if (STREAMS.contains(op.id()) || !matrix.containsKey(op.id())) continue;
            for (var body : op.bodies()) {
                for (var role : matrix.get(op.id()).entrySet()) {
                    if (!role.getValue()) continue;
                    tests.add(dynamicTest(op + " as " + role.getKey(), () -> {
                        Response answer = send(
                                op,
                                given().filter(Held.TO_THE_CONTRACT).auth().oauth2(tokens.get(role.getKey())),
                                body);
                        assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
                        if (answer.statusCode() == 400)
                            assertThat(answer.<String>path("type"))
                                    .as(answer.asString())
                                    .isNotIn(
                                            "/problems/unknown-field",
                                            "/problems/wrong-type",
                                            "/problems/malformed-json",
                                            "/problems/invalid-request");
                        assertThat(answer.statusCode()).as(answer.asString()).isNotEqualTo(415);
                    }));
                }
            }
        }
        return tests;
    }

    /** Not there outside demo mode, for nobody. */
    private static boolean isDemos(Op op) {
        return op.path().startsWith("/demo/");
    }

    private static Map.Entry<String, String> first(Op op) {
        return op.bodies().stream().findFirst().orElse(Map.entry("application/json", "{}"));
    }

    private static Response send(Op op, RequestSpecification request, Map.Entry<String, String> body) {
        if (op.wants("Idempotency-Key"))
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        if (op.wants("If-Match")) request.header("If-Match", "\"0\"");
        if (!body.getKey().isEmpty())
            request.contentType(body.getKey()).body(body.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return request.when().request(op.method(), op.pathWithUnknownIds());
    }

    private static Map<String, String> tokens() {
        UUID nobody = UUID.randomUUID();
        return Map.of(
                "union-officer", Door.unionOfficer(nobody),
                "steward", Door.steward(nobody),
                "employer", Door.employer(nobody),
                "carrier", Door.carrier(nobody),
                "worker", Door.worker(nobody),
                "auditor", Door.auditor(nobody),
                "admin", Door.admin());
    }

    /** What streams is served by routes of its own beside the resources: the router itself is asked for them. */
    private Set<String> routes() {
        Set<String> served = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            String path = route.getPath();
            if (path == null || route.methods() == null || !(path.startsWith("/v1") || path.startsWith("/demo")))
                continue;
            for (HttpMethod method : route.methods()) served.add(method + " " + path.replaceAll(":(\\w+)", "{$1}"));
        }
        return served;
    }

    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.goichung")) {
            if (!resource.isAnnotatedWith(Path.class)) continue;
            String base = resource.getAnnotationOfType(Path.class).value();
            for (JavaMethod method : resource.getMethods())
                METHODS.forEach((annotation, name) -> {
                    if (!method.isAnnotatedWith(annotation.asSubclass(java.lang.annotation.Annotation.class))) return;
                    String path = method.isAnnotatedWith(Path.class)
                            ? base + "/"
                                    + method.getAnnotationOfType(Path.class).value()
                            : base;
                    path = path.replaceAll("/+", "/").replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
                    if (path.startsWith("/v1") || path.startsWith("/demo")) served.add(name + " " + path);
                });
        }
        return served;
    }
}
