package org.goichung.platform.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one thing thrown at a client: a problem type and what its texts need to know. Carries no stack trace, since a refusal is an
 * ordinary answer. Parameters must not hold personal data.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Object> parameters;
    private final transient List<FieldError> fields;
    private final transient @Nullable Duration retryAfter;

    private Refusal(
            ProblemType type, Map<String, Object> parameters, List<FieldError> fields, @Nullable Duration retryAfter) {
        super(type.slug() + " " + parameters, null, false, false);
        this.type = type;
        // in an order that outlives the process: the same refusal is the same bytes
        this.parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        this.fields = List.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    public static Refusal of(ProblemType type) {
        return new Refusal(type, Map.of(), List.of(), null);
    }

    public static Refusal of(ProblemType type, Map<String, Object> parameters) {
        return new Refusal(type, parameters, List.of(), null);
    }

    /** The field at fault, by JSON pointer, with the code of the sentence that tells the mend. */
    public static Refusal field(ProblemType type, String pointer, String code) {
        return new Refusal(type, Map.of(), List.of(FieldError.of(pointer, code)), null);
    }

    public static Refusal fields(ProblemType type, Map<String, Object> parameters, List<FieldError> fields) {
        return new Refusal(type, parameters, fields, null);
    }

    /** Unknown and not yours look the same. */
    public static Refusal notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    public Refusal retryAfter(Duration wait) {
        return new Refusal(type, parameters, fields, wait);
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    public List<FieldError> fields() {
        return fields;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
