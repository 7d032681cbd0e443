package org.goichung.negotiation.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.NewPaperAnswer.Answer;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier says on paper to a counter-offer, or when last offers are asked for: entered by one official, and said once a second one
 * has confirmed it. Sealed; it knows its two people by keyed fingerprints alone.
 */
@Entity
@Table(name = "paper_answer")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class PaperAnswer {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(updatable = false)
    private UUID rfqId;

    @Column(updatable = false)
    private String entererIndex;

    @Column(updatable = false)
    private String witnessIndex;

    @Column(updatable = false)
    private String sealed;

    @Column(updatable = false)
    private Instant enteredAt;

    private @Nullable Instant confirmedAt;
    private @Nullable String withdrawalIndex;
    private @Nullable Instant withdrawnAt;

    protected PaperAnswer() {}

    public PaperAnswer(UUID id, UUID rfqId, PaperOffer.Two two, String sealed, Instant now) {
        this.id = id;
        this.rfqId = rfqId;
        this.entererIndex = two.entererIndex();
        this.witnessIndex = two.witnessIndex();
        this.sealed = sealed;
        this.enteredAt = now;
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

    /** Where it stands. */
    public enum State {
        ENTERED,
        CONFIRMED,
        WITHDRAWAL_ASKED,
        WITHDRAWN;

        public String word() {
            return Machine.word(this);
        }
    }

    /** Not found for whoever is none of the two. */
    public void requireOneOfTheTwo(String personIndex) {
        if (!entererIndex.equals(personIndex) && !witnessIndex.equals(personIndex)) throw Refusal.notFound();
    }

    /** By the witness alone. */
    public void confirm(String personIndex, Instant now) {
        if (!witnessIndex.equals(personIndex)) throw Refusal.of(ProblemType.WITNESS_NEEDED);
        if (state() != State.ENTERED) throw Machine.illegal("confirm", state().word());
        confirmedAt = now;
    }

    /** Before it counts by either of the two; after that one asks and the other agrees, of a last offer while the round runs. */
    public void withdraw(String personIndex, Instant now) {
        switch (state()) {
            case ENTERED -> withdrawnAt = now;
            case CONFIRMED -> withdrawalIndex = personIndex;
            case WITHDRAWAL_ASKED -> {
                if (personIndex.equals(withdrawalIndex)) throw Refusal.of(ProblemType.WITNESS_NEEDED);
                withdrawnAt = now;
            }
            case WITHDRAWN -> throw Machine.illegal("withdraw", state().word());
        }
    }

    public State state() {
        if (withdrawnAt != null) return State.WITHDRAWN;
        if (confirmedAt == null) return State.ENTERED;
        return withdrawalIndex == null ? State.CONFIRMED : State.WITHDRAWAL_ASKED;
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public String sealed() {
        return sealed;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }
}
