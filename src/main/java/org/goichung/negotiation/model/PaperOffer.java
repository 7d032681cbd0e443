package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's offer on paper: entered by one official, confirmed by a second with a log-in of their own, and only then an offer. Sealed
 * as all others; it does not know whose it is, and its two people by keyed fingerprints alone.
 */
@Entity
@Table(name = "paper_offer")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class PaperOffer {
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
    private String digest;

    @Column(updatable = false)
    private Instant enteredAt;

    private @Nullable Instant confirmedAt;
    private @Nullable String withdrawalIndex;
    private @Nullable Instant withdrawnAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    protected PaperOffer() {}

    /** The two at the table, as keyed fingerprints. */
    public record Two(String entererIndex, String witnessIndex) {}

    public PaperOffer(UUID id, UUID rfqId, Two two, String sealed, String digest, Instant now) {
        this.id = id;
        this.rfqId = rfqId;
        this.entererIndex = two.entererIndex();
        this.witnessIndex = two.witnessIndex();
        this.sealed = sealed;
        this.digest = digest;
        this.enteredAt = now;
    }

    /** What became of it at the close. */
    public enum Outcome {
        REVEALED,
        /** The carrier's own offer, or a later one on paper, stands in its stead. */
        SET_ASIDE,
        /** Nobody confirmed it. */
        LAPSED
    }

    /** Where it stands. */
    public enum State {
        ENTERED,
        CONFIRMED,
        WITHDRAWAL_ASKED,
        WITHDRAWN,
        REVEALED,
        SET_ASIDE,
        LAPSED;

        public String word() {
            return Machine.word(this);
        }
    }

    /** Not found for whoever is none of the two. */
    public void requireOneOfTheTwo(String personIndex) {
        if (!isOf(personIndex)) throw Refusal.notFound();
    }

    public boolean isOf(String personIndex) {
        return entererIndex.equals(personIndex) || witnessIndex.equals(personIndex);
    }

    /** Of one that both have withdrawn: whether the enterer asked for it and the witness agreed, or the other way round. */
    public boolean withdrawalAskedByEnterer() {
        return entererIndex.equals(withdrawalIndex);
    }

    /** By the witness alone: two people answer for it, or nobody. */
    public void confirm(String personIndex, Instant now) {
        requireOneOfTheTwo(personIndex);
        if (!witnessIndex.equals(personIndex)) throw Refusal.of(ProblemType.WITNESS_NEEDED);
        if (state() != State.ENTERED) throw Machine.illegal("confirm", state().word());
        confirmedAt = now;
    }

    /** Before it counts by either of the two; after that one asks and the other agrees. */
    public void withdraw(String personIndex, Instant now) {
        requireOneOfTheTwo(personIndex);
        switch (state()) {
            case ENTERED -> withdrawnAt = now;
            case CONFIRMED -> withdrawalIndex = personIndex;
            case WITHDRAWAL_ASKED -> {
                if (Objects.equals(withdrawalIndex, personIndex)) throw Refusal.of(ProblemType.WITNESS_NEEDED);
                withdrawnAt = now;
            }
            case WITHDRAWN, REVEALED, SET_ASIDE, LAPSED -> throw Machine.illegal("withdraw", state().word());
        }
    }

    /** At the close; what was withdrawn stays so. */
    public void end(Outcome how) {
        outcome = how;
    }

    /** Confirmed and not withdrawn by both. */
    public boolean counts() {
        return confirmedAt != null && withdrawnAt == null;
    }

    public State state() {
        if (withdrawnAt != null) return State.WITHDRAWN;
        if (outcome != null) return State.valueOf(outcome.name());
        if (withdrawalIndex != null) return State.WITHDRAWAL_ASKED;
        return confirmedAt == null ? State.ENTERED : State.CONFIRMED;
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

    public String digest() {
        return digest;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }
}
