package org.goichung.negotiation.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.NewPaperAnswer.Answer;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.CarrierId;
import org.hibernate.annotations.DynamicUpdate;

/** What a carrier says on paper to a counter-offer, or when last offers are asked for. */
@Entity
@Table(name = "paper_answer")
@DynamicUpdate
public class PaperAnswer extends Paper {
    protected PaperAnswer() {}

    public PaperAnswer(UUID id, UUID rfqId, Two two, String sealed, Instant now) {
        super(id, rfqId, two, sealed, now);
    }

    /**
     * What is sealed.
     *
     * @param offerId the offer that it answers
     * @param content who says it, and the terms of a revision; those of the offer it answers otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(UUID bidId, UUID offerId, Answer answer, OfferContent content) {
        public CarrierId carrier() {
            return content.carrier();
        }

        public OfferTerms terms() {
            return content.terms();
        }
    }
}
