package org.goichung.negotiation.model;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.Shortfall;
import org.jspecify.annotations.Nullable;

/** One decision of the leading body, put to its members' vote until it is settled one way or the other. */
@Entity
@Table(name = "award")
@SuppressWarnings("NullAway.Init")
public class Award {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID rfqId;
    private Instant madeAt;
    private Instant voteUntil;

    @Convert(converter = Shortfalls.class)
    private List<Shortfall> shortfalls;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable Instant settledAt;

    protected Award() {}

    public Award(UUID id, Rfq rfq, List<Shortfall> shortfalls, Instant now) {
        this.id = id;
        this.rfqId = rfq.id();
        this.shortfalls = shortfalls;
        this.madeAt = now;
        this.voteUntil = now.plus(rfq.ratificationWindow());
    }

    /** How the vote ended. */
    public enum Outcome {
        CONCLUDED,
        QUORUM_LOST,
        TIER_LOST;

        public String word() {
            return Machine.word(this);
        }
    }

    public void settle(Outcome how, Instant now) {
        if (outcome != null) throw Machine.illegal("settle", outcome.word());
        outcome = how;
        settledAt = now;
    }

    /** Votes count up to and including the end of the window, until the award is settled. */
    public void requireTakesVotes(Instant now) {
        if (outcome != null) throw Machine.illegal("vote", outcome.word());
        if (now.isAfter(voteUntil)) throw Machine.illegal("vote", "window-ended");
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Instant voteUntil() {
        return voteUntil;
    }

    public List<Shortfall> shortfalls() {
        return shortfalls;
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable Instant settledAt() {
        return settledAt;
    }

    /** The shortfalls in their column. */
    @Converter
    public static class Shortfalls extends Json.Column<List<Shortfall>> {
        public Shortfalls() {
            super(new TypeReference<>() {});
        }
    }
}
