package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier wrote on paper: entered by one official, and said once a second one with a log-in of their own has confirmed it. Sealed;
 * it knows its two people by keyed fingerprints alone.
 */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class Paper {
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

    protected Paper() {}

    /** The two at the table, as keyed fingerprints. */
    public record Two(String entererIndex, String witnessIndex) {}

    protected Paper(UUID id, UUID rfqId, Two two, String sealed, Instant now) {
        this.id = id;
        this.rfqId = rfqId;
        this.entererIndex = two.entererIndex();
        this.witnessIndex = two.witnessIndex();
        this.sealed = sealed;
        this.enteredAt = now;
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
        if (!entererIndex.equals(personIndex) && !witnessIndex.equals(personIndex)) throw Refusal.notFound();
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
                if (personIndex.equals(withdrawalIndex)) throw Refusal.of(ProblemType.WITNESS_NEEDED);
                withdrawnAt = now;
            }
            case WITHDRAWN, REVEALED, SET_ASIDE, LAPSED -> throw Machine.illegal("withdraw", state().word());
        }
    }

    /** Confirmed and not withdrawn by both. */
    public boolean counts() {
        return confirmedAt != null && withdrawnAt == null;
    }

    public State state() {
        if (withdrawnAt != null) return State.WITHDRAWN;
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
