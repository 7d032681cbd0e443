package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.Scope;
import org.goichung.platform.identity.UnionBodyId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An enterprise's joining or leaving of a coalition, as it is kept for good. */
@Entity
@Immutable
@Table(name = "rfq_membership")
@SuppressWarnings("NullAway.Init")
public class Membership {
    @Id
    private UUID id;

    private UUID rfqId;
    private UUID enterpriseId;

    @Enumerated(EnumType.STRING)
    private Change move;

    private @Nullable String principal;
    private @Nullable UUID bodyId;
    private UUID mandateId;
    private @Nullable String reason;
    private Instant happenedAt;

    protected Membership() {}

    /** @param reason why it leaves; null where it joins */
    public Membership(UUID id, RfqMember member, Scope by, @Nullable String reason, Instant now) {
        this.id = id;
        this.rfqId = member.rfqId();
        this.enterpriseId = member.enterpriseId().value();
        this.move = reason == null ? Change.JOIN : Change.LEAVE;
        this.principal = by.principal();
        UnionBodyId body = by.unionBody();
        this.bodyId = body == null ? null : body.value();
        this.mandateId = member.mandateId();
        this.reason = reason;
        this.happenedAt = now;
    }

    /** Which of the two it was. */
    public enum Change {
        JOIN,
        LEAVE;

        public String word() {
            return Machine.word(this);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public EnterpriseId enterpriseId() {
        return new EnterpriseId(enterpriseId);
    }

    public Change move() {
        return move;
    }

    /** Unknown of who was named in a draft before this was kept. */
    public @Nullable String principal() {
        return principal;
    }

    /** Whose officer it was; nobody's where the deadline's job did it. */
    public @Nullable UnionBodyId bodyId() {
        return bodyId == null ? null : new UnionBodyId(bodyId);
    }

    public UUID mandateId() {
        return mandateId;
    }

    public @Nullable String reason() {
        return reason;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}
