package org.goichung.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.goichung.platform.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is sent: RFC 9457, with the mend, the fields at fault and the refusal's own facts beside the standard members.
 *
 * @param mend what to do about it
 * @param facts the refusal's parameters, for a machine
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String mend,
        List<Field> errors,
        Map<String, Object> facts,
        @Nullable String instance) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public record Field(String pointer, String code, String detail) {}

    public static Problem of(Refusal refusal, Language language, @Nullable String requestId) {
        ProblemType type = refusal.type();
        return new Problem(
                "/problems/" + type.slug(),
                ProblemTexts.title(type, language),
                type.status(),
                ProblemTexts.detail(type, refusal.parameters(), language),
                ProblemTexts.mend(type, refusal.parameters(), language),
                refusal.fields().stream()
                        .map(error -> new Field(error.pointer(), error.code(), ProblemTexts.field(error, language)))
                        .toList(),
                refusal.parameters(),
                requestId == null ? null : "urn:request:" + requestId);
    }
}
