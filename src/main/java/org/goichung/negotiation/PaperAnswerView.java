package org.goichung.negotiation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.model.Machine;
import org.goichung.negotiation.model.PaperAnswer;
import org.goichung.platform.identity.CarrierId;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's answer on paper as the two who entered it see it.
 *
 * @param offerId the offer that it answers
 * @param terms of a revision
 * @param enteredBy the log-in of the official who entered it
 * @param witness the log-in of the second, who confirms it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperAnswerView(
        UUID id,
        UUID rfqId,
        UUID bidId,
        UUID offerId,
        CarrierId carrierId,
        String answer,
        String state,
        @Nullable OfferTerms terms,
        String enteredBy,
        String witness,
        Instant enteredAt,
        @Nullable Instant confirmedAt) {

    static PaperAnswerView of(PaperAnswer answer, PaperAnswer.Said said) {
        var paper = said.content().requirePaper();
        return new PaperAnswerView(
                answer.id(),
                answer.rfqId(),
                said.bidId(),
                said.offerId(),
                said.carrier(),
                Machine.word(said.answer()),
                answer.state().word(),
                said.answer() == NewPaperAnswer.Answer.REVISE ? said.terms().asSent() : null,
                paper.enteredBy(),
                paper.witness(),
                answer.enteredAt(),
                answer.confirmedAt());
    }
}
