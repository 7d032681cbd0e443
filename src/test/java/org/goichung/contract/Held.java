package org.goichung.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.goichung.contract.Contract.Op;

/**
 * Holds every answer that passes, whether yes or no, against the contract, and remembers which operations have said yes. Give it to a
 * request as a filter.
 */
public final class Held implements Filter {
    public static final Held TO_THE_CONTRACT = new Held();

    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(Contract.YAML)
                    .build();

    /** Operations in the order in which their paths are to be tried: what is spelled out comes before what has a parameter there. */
    private static final List<Map.Entry<Pattern, Op>> BY_PATH = Contract.operations().stream()
            .sorted(Comparator.comparing(op -> op.path().replace('{', '~')))
            .map(op -> Map.entry(Pattern.compile(op.path().replaceAll("\\{[^}]+}", "[^/]+")), op))
            .toList();

    private final Set<String> answeredWell = ConcurrentHashMap.newKeySet();

    private Held() {}

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        operation(request.getMethod(), URI.create(request.getURI()).getPath()).ifPresent(op -> hold(op, answer));
        return answer;
    }

    /** Those that said yes, as the contract has it. */
    Set<String> answeredWell() {
        return new TreeSet<>(answeredWell);
    }

    static Optional<Op> operation(String method, String path) {
        return BY_PATH.stream()
                .filter(each -> each.getValue().method().equals(method)
                        && each.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void hold(Op op, Response answer) {
        String body = answer.asString();
        assertThat(faults(op, answer.statusCode(), answer.contentType(), body))
                .as(op + " " + answer.statusCode() + " " + body)
                .isEmpty();
        if (answer.statusCode() < 300) answeredWell.add(op.id());
    }

    static List<?> faults(Op op, int status, String contentType, String body) {
        var response = SimpleResponse.Builder.status(status);
        if (contentType != null && !contentType.isEmpty()) response.withContentType(contentType);
        if (!body.isEmpty()) response.withBody(body);
        return VALIDATOR
                .validateResponse(op.path(), Request.Method.valueOf(op.method()), response.build())
                .getMessages();
    }

    static List<?> requestFaults(Op op, String contentType, String body) {
        var request = new SimpleRequest.Builder(op.method(), op.pathWithUnknownIds())
                .withAuthorization("Bearer some")
                .withContentType(contentType)
                .withBody(body);
        if (op.wants("Idempotency-Key")) request.withHeader("Idempotency-Key", "some");
        if (op.wants("If-Match")) request.withHeader("If-Match", "\"0\"");
        return VALIDATOR.validateRequest(request.build()).getMessages();
    }
}
