package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.goichung.negotiation.NewProposal;
import org.goichung.negotiation.ProposalView;
import org.jspecify.annotations.Nullable;

/** An award that was asked for, and what the search for it gave. */
@Entity
@Table(name = "award_proposal")
@SuppressWarnings("NullAway.Init")
public class Proposal {
    private static final int USUAL_SECONDS = 30;
    /** For reading the question and writing the answer. */
    private static final Duration AROUND = Duration.ofSeconds(60);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID rfqId;
    private String rules;
    private int seconds;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant askedAt;
    private @Nullable Instant takenUntil;
    private @Nullable Instant endedAt;
    private @Nullable String result;

    protected Proposal() {}

    public Proposal(UUID id, UUID rfqId, NewProposal asked, Instant now) {
        this.id = id;
        this.rfqId = rfqId;
        this.rules = Json.write(asked);
        this.seconds = asked.seconds() == null ? USUAL_SECONDS : asked.seconds();
        this.state = State.WAITING;
        this.askedAt = now;
    }

    /** Where the search stands. */
    public enum State {
        WAITING,
        SOLVING,
        SOLVED,
        FAILED
    }

    /** For one instance, until it should long be done. */
    public void take(Instant now) {
        state = State.SOLVING;
        takenUntil = now.plusSeconds(seconds).plus(AROUND);
    }

    /** @param found null where nothing was */
    public void end(ProposalView.@Nullable Result found, Instant now) {
        state = found == null ? State.FAILED : State.SOLVED;
        result = found == null ? null : Json.write(found);
        takenUntil = null;
        endedAt = now;
    }

    public boolean isBeingSolved() {
        return state == State.SOLVING;
    }

    public ProposalView view() {
        return new ProposalView(
                id,
                rfqId,
                Machine.word(state),
                askedAt,
                asked(),
                endedAt,
                result == null ? null : Json.read(result, ProposalView.Result.class));
    }

    public NewProposal asked() {
        return Json.read(rules, NewProposal.class);
    }

    public Duration limit() {
        return Duration.ofSeconds(seconds);
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }
}
