package org.goichung.platform.problem.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goichung.platform.http.StrictJson;
import org.goichung.platform.problem.FieldError;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Turns whatever was thrown into the refusal that a client can do something with. */
public final class Refusals {
    private static final Set<String> GONE = Set.of("Broken pipe", "Connection reset by peer", "Connection reset");

    private static final Set<String> NONE_FREE = Set.of("Timeout", "Timeout waiting for connection");
    private static final String CLOSING = "Connection is not active now";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusals() {}

    /** Empty where it is a fault of ours. */
    public static Optional<Refusal> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Refusal refusal = known(cause);
            if (refusal != null) return Optional.of(refusal);
            if (cause.getCause() == cause) break;
        }
        return failure instanceof WebApplicationException web
                ? byStatus(web.getResponse().getStatus())
                : Optional.empty();
    }

    private static @Nullable Refusal known(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case AuthenticationFailedException e -> Refusal.of(ProblemType.UNAUTHENTICATED);
            case UnauthorizedException e -> Refusal.of(ProblemType.UNAUTHENTICATED);
            case ForbiddenException e -> Refusal.of(ProblemType.FORBIDDEN);
            case ConstraintViolationException e -> invalid(e);
            case UnrecognizedPropertyException e -> Refusal.field(ProblemType.UNKNOWN_FIELD, pointer(e), "unknown");
            case MismatchedInputException e -> mismatched(e);
            case JsonMappingException e -> unmapped(e);
            case InputCoercionException e -> Refusal.of(ProblemType.NUMBER_OUT_OF_RANGE);
            case com.fasterxml.jackson.core.JsonProcessingException e -> Refusal.of(ProblemType.MALFORMED_JSON);
            case OptimisticLockException e -> Refusal.of(ProblemType.STALE_VERSION);
            case StaleStateException e -> Refusal.of(ProblemType.STALE_VERSION);
            case PgException e -> ofDatabase(e);
            // refused, reset, broken pipe: the database's connection, since the client's own is never told of
            case java.net.SocketException e -> unavailable();
            case java.io.IOException e when GONE.contains(String.valueOf(e.getMessage())) -> unavailable();
            case io.vertx.core.impl.NoStackTraceTimeoutException e -> unavailable();
            case io.smallrye.mutiny.TimeoutException e -> unavailable();
            case io.vertx.sqlclient.ClosedConnectionException e -> unavailable();
            case io.vertx.core.http.ConnectionPoolTooBusyException e -> unavailable();
            case io.vertx.core.VertxException e when saysNoConnection(e) -> unavailable();
            case io.vertx.core.impl.NoStackTraceThrowable e when saysNoConnection(e) -> unavailable();
            default -> null;
        };
    }

    /** None came free, as a statement and a transaction say it, or the one there was is closing. */
    private static boolean saysNoConnection(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        return NONE_FREE.contains(words) || words.startsWith(CLOSING);
    }

    private static Refusal unavailable() {
        return Refusal.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(2));
    }

    private static @Nullable Refusal ofDatabase(PgException failure) {
        return switch (String.valueOf(failure.getSqlState())) {
            case "23505" -> Refusal.of(ProblemType.ALREADY_EXISTS);
            // shutting down, starting up, too many connections, deadlock, serialization
            case "57P01", "57P02", "57P03", "53300", "40P01", "40001" -> unavailable();
            default -> null;
        };
    }

    private static @Nullable Refusal unmapped(JsonMappingException failure) {
        if (failure.getCause() instanceof Refusal) return null;
        return failure.getCause() instanceof InputCoercionException
                ? Refusal.field(ProblemType.NUMBER_OUT_OF_RANGE, pointer(failure), "out-of-range")
                : Refusal.field(ProblemType.WRONG_TYPE, pointer(failure), "wrong-type");
    }

    private static Refusal mismatched(MismatchedInputException failure) {
        if (failure instanceof StrictJson.NoSuchYear)
            return Refusal.fields(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new FieldError(
                            pointer(failure),
                            "no-such-year",
                            Map.of("first", StrictJson.FIRST_YEAR, "last", StrictJson.LAST_YEAR))));
        if (failure instanceof InvalidFormatException format
                && format.getValue() instanceof String text
                && text.indexOf('\0') >= 0) return Refusal.field(ProblemType.INVALID_REQUEST, pointer(failure), "nul");
        if (failure instanceof InvalidFormatException format
                && format.getValue() instanceof String text
                && format.getTargetType() == LocalDate.class
                && text.matches("\\d{4}-\\d{2}-\\d{2}"))
            return Refusal.field(ProblemType.INVALID_REQUEST, pointer(failure), "no-such-day");
        if (failure instanceof InvalidFormatException && failure.getTargetType().isEnum())
            return Refusal.fields(
                    ProblemType.INVALID_REQUEST,
                    Map.of(),
                    List.of(new FieldError(
                            pointer(failure), "not-one-of", Map.of("words", words(failure.getTargetType())))));
        if (failure instanceof InvalidFormatException && failure.getTargetType() == UUID.class)
            return Refusal.field(ProblemType.INVALID_REQUEST, pointer(failure), "not-an-id");
        boolean range = String.valueOf(failure.getOriginalMessage()).contains("out of range");
        ProblemType type = range ? ProblemType.NUMBER_OUT_OF_RANGE : ProblemType.WRONG_TYPE;
        return Refusal.field(type, pointer(failure), range ? "out-of-range" : "wrong-type");
    }

    /** As JSON writes them. */
    private static String words(Class<?> choice) {
        return Stream.of(choice.getEnumConstants())
                .map(constant -> JSON.convertValue(constant, String.class))
                .collect(Collectors.joining(", "));
    }

    private static String pointer(JsonMappingException failure) {
        JsonPointer pointer = JsonPointer.empty();
        for (var step : failure.getPath())
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(Math.max(0, step.getIndex()))
                    : pointer.appendProperty(step.getFieldName());
        return pointer.toString();
    }

    private static Refusal invalid(ConstraintViolationException failure) {
        List<FieldError> fields = failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), code(violation), limits(violation)))
                .sorted(java.util.Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
        return Refusal.fields(ProblemType.INVALID_REQUEST, Map.of(), fields);
    }

    /** The method and its parameter come first in the path; what follows is inside the body. */
    private static String pointer(ConstraintViolation<?> violation) {
        var steps = new ArrayList<String>();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            Integer index = node.getIndex();
            if (index != null && depth >= 2) steps.add(index.toString());
            if (depth++ >= 2 && node.getName() != null && !node.getName().startsWith("<")) steps.add(node.getName());
        }
        return steps.isEmpty() ? queryParameter(violation) : "/" + String.join("/", steps);
    }

    /** {@code ?name} where the parameter itself is at fault and comes from the query; empty for a body. */
    private static String queryParameter(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().iterator();
        Path.Node method = path.next();
        if (!path.hasNext() || method.getKind() != ElementKind.METHOD) return "";
        Path.Node parameter = path.next();
        if (parameter.getKind() != ElementKind.PARAMETER) return "";
        Class<?>[] types = method.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass())
            try {
                var query = type.getDeclaredMethod(method.getName(), types)
                        .getParameters()[index]
                        .getAnnotation(QueryParam.class);
                if (query != null) return "?" + query.value();
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        return "";
    }

    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, Object> limits(ConstraintViolation<?> violation) {
        var limits = new java.util.TreeMap<String, Object>();
        violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (value instanceof Number && List.of("min", "max", "value").contains(name)) limits.put(name, value);
        });
        return limits;
    }

    private static Optional<Refusal> byStatus(int status) {
        return Optional.ofNullable(
                        switch (status) {
                            case 401 -> ProblemType.UNAUTHENTICATED;
                            case 403 -> ProblemType.FORBIDDEN;
                            case 404 -> ProblemType.NOT_FOUND;
                            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                            case 406 -> ProblemType.NOT_ACCEPTABLE;
                            case 413 -> ProblemType.BODY_TOO_LARGE;
                            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
                            case 503 -> ProblemType.UNAVAILABLE;
                            default -> status >= 400 && status < 500 ? ProblemType.INVALID_REQUEST : null;
                        })
                .map(Refusal::of);
    }
}
