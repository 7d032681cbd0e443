package org.goichung.platform.problem;

import java.util.Map;

/**
 * One field at fault.
 *
 * @param pointer JSON pointer into the request body ({@code /lots/0/lines}), or {@code ?name} for a query parameter
 * @param code key of the sentence under {@code field.<code>} in the problem texts, for instance {@code not-positive}
 * @param parameters what the sentence's {@code {name}} marks stand for; never personal data
 */
public record FieldError(String pointer, String code, Map<String, Object> parameters) {

    public static FieldError of(String pointer, String code) {
        return new FieldError(pointer, code, Map.of());
    }
}
