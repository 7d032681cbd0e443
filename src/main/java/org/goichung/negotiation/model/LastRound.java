package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** An RFQ's round of last offers, whether it runs or has ended. */
@Embeddable
@SuppressWarnings("NullAway.Init")
public class LastRound {
    @Column(name = "final_called_at")
    private Instant calledAt;

    @Column(name = "final_called_by")
    private String calledBy;

    @Column(name = "final_deadline")
    private Instant deadline;

    @Column(name = "final_reason")
    private @Nullable String reason;

    @Column(name = "final_ended_at")
    private @Nullable Instant endedAt;

    protected LastRound() {}

    LastRound(Instant calledAt, String calledBy, Instant deadline, @Nullable String reason) {
        this.calledAt = calledAt;
        this.calledBy = calledBy;
        this.deadline = deadline;
        this.reason = reason;
    }

    /** In time is up to and including the deadline. */
    void requireInTime(Instant now) {
        if (now.isAfter(deadline)) throw Refusal.of(ProblemType.OFFER_TOO_LATE);
    }

    void end(Instant now) {
        if (!now.isAfter(deadline))
            throw Machine.illegal(Machine.word(RfqMove.END_BEST_AND_FINAL), RfqState.BEST_AND_FINAL.word());
        endedAt = now;
    }

    public Instant calledAt() {
        return calledAt;
    }

    /** Whose log-in. */
    public String calledBy() {
        return calledBy;
    }

    public Instant deadline() {
        return deadline;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
