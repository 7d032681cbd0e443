package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A carrier's offer on paper: an offer once it is confirmed, sealed as all others; it does not know whose it is. */
@Entity
@Table(name = "paper_offer")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class PaperOffer extends Paper {
    @Column(updatable = false)
    private String digest;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    protected PaperOffer() {}

    public PaperOffer(UUID id, UUID rfqId, Two two, String sealed, String digest, Instant now) {
        super(id, rfqId, two, sealed, now);
        this.digest = digest;
    }

    /** What became of it at the close. */
    public enum Outcome {
        REVEALED,
        /** The carrier's own offer, or a later one on paper, stands in its stead. */
        SET_ASIDE,
        /** Nobody confirmed it. */
        LAPSED
    }

    /** At the close; what was withdrawn stays so. */
    public void end(Outcome how) {
        outcome = how;
    }

    @Override
    public State state() {
        return outcome == null || withdrawnAt() != null ? super.state() : State.valueOf(outcome.name());
    }

    public String digest() {
        return digest;
    }
}
