package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.model.Question;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A question on an RFQ, the same for everybody but for who asked it.
 *
 * @param mine true for the carrier that asked; absent for everybody else
 * @param carrierId who asked; for the union side alone, once the RFQ has closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuestionView(
        UUID id,
        UUID rfqId,
        String text,
        Instant askedAt,
        @Nullable Boolean mine,
        @Nullable CarrierId carrierId,
        @Nullable AnswerView answer) {

    /** What the leading body says to it. */
    public record AnswerView(String text, Instant answeredAt) {}

    static QuestionView of(Question question, boolean mine, @Nullable CarrierId asker) {
        return new QuestionView(
                question.id(),
                question.rfqId(),
                question.text(),
                question.askedAt(),
                mine ? true : null,
                asker,
                question.answer());
    }
}
