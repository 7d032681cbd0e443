package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A member union's answer to an award: by a counted ballot, or as its committee resolved. */
@Entity
@Immutable
@Table(name = "ratification_vote")
@SuppressWarnings("NullAway.Init")
public class Vote {
    @Id
    private UUID id;

    private UUID awardId;
    private UUID enterpriseId;
    private boolean carried;
    private @Nullable Integer voters;
    private @Nullable Integer yes;
    private @Nullable Integer no;
    private Instant castAt;

    protected Vote() {}

    public static Vote counted(UUID id, UUID awardId, EnterpriseId enterprise, Ballot ballot, Instant now) {
        Vote vote = resolved(id, awardId, enterprise, ballot.carried(), now);
        vote.voters = ballot.voters();
        vote.yes = ballot.yes();
        vote.no = ballot.no();
        return vote;
    }

    public static Vote resolved(UUID id, UUID awardId, EnterpriseId enterprise, boolean carried, Instant now) {
        var vote = new Vote();
        vote.id = id;
        vote.awardId = awardId;
        vote.enterpriseId = enterprise.value();
        vote.carried = carried;
        vote.castAt = now;
        return vote;
    }

    public UUID awardId() {
        return awardId;
    }

    public EnterpriseId enterpriseId() {
        return new EnterpriseId(enterpriseId);
    }

    public boolean carried() {
        return carried;
    }

    /** Null where the committee resolved without one. */
    public @Nullable Ballot ballot() {
        return voters == null || yes == null || no == null ? null : new Ballot(voters, yes, no);
    }

    public Instant castAt() {
        return castAt;
    }
}
