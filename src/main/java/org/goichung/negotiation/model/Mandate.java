package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** An enterprise's union authorising a body (which may be itself) to bargain for it, by a vote of its members. */
@Entity
@Table(name = "mandate")
@SuppressWarnings("NullAway.Init")
public class Mandate {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID enterpriseId;
    private UUID fromBodyId;
    private UUID toBodyId;
    private int voters;
    private int yes;
    private int no;
    private LocalDate validUntil;
    private Instant givenAt;
    private @Nullable Instant withdrawnAt;

    protected Mandate() {}

    public static Mandate give(
            UUID id,
            EnterpriseId enterprise,
            UnionBodyId from,
            UnionBodyId to,
            Ballot ballot,
            LocalDate validUntil,
            Instant now,
            LocalDate today) {
        if (!ballot.carried())
            throw Refusal.of(
                    ProblemType.MANDATE_NOT_CARRIED,
                    Map.of("voters", ballot.voters(), "yes", ballot.yes(), "no", ballot.no()));
        if (validUntil.isBefore(today)) throw Refusal.field(ProblemType.INVALID_REQUEST, "/validUntil", "in-the-past");
        var mandate = new Mandate();
        mandate.id = id;
        mandate.enterpriseId = enterprise.value();
        mandate.fromBodyId = from.value();
        mandate.toBodyId = to.value();
        mandate.voters = ballot.voters();
        mandate.yes = ballot.yes();
        mandate.no = ballot.no();
        mandate.validUntil = validUntil;
        mandate.givenAt = now;
        return mandate;
    }

    public void withdraw(Instant now) {
        if (withdrawnAt != null) throw Machine.illegal("withdraw", "withdrawn");
        withdrawnAt = now;
    }

    /** True when the body may still bargain for the enterprise on that day. */
    public boolean covers(UnionBodyId body, LocalDate day) {
        return withdrawnAt == null && toBodyId.equals(body.value()) && !validUntil.isBefore(day);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public EnterpriseId enterpriseId() {
        return new EnterpriseId(enterpriseId);
    }

    public UnionBodyId fromBodyId() {
        return new UnionBodyId(fromBodyId);
    }

    public UnionBodyId toBodyId() {
        return new UnionBodyId(toBodyId);
    }

    public Ballot ballot() {
        return new Ballot(voters, yes, no);
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public Instant givenAt() {
        return givenAt;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }
}
