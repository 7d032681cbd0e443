package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goichung.negotiation.AmendmentView;
import org.goichung.platform.identity.UnionBodyId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One amendment of an open RFQ as it is kept for good. */
@Entity
@Immutable
@Table(name = "rfq_amendment")
@SuppressWarnings("NullAway.Init")
public class Amendment {
    @Id
    private UUID id;

    private UUID rfqId;
    private int number;
    private String principal;
    private UUID bodyId;
    private String reason;
    private String changes;
    private Instant amendedAt;

    protected Amendment() {}

    public Amendment(UUID id, Rfq rfq, String principal, String reason, Changes changes, Instant now) {
        this.id = id;
        this.rfqId = rfq.id();
        this.number = rfq.amendments();
        this.principal = principal;
        this.bodyId = rfq.leadBodyId().value();
        this.reason = reason;
        this.changes = Json.write(changes);
        this.amendedAt = now;
    }

    /**
     * Old and new of everything that changed.
     *
     * @param lines exact totals of lots whose demand was corrected
     */
    public record Changes(
            AmendmentView.Deadlines offerDeadline,
            List<AmendmentView.LotChange> lots,
            List<AmendmentView.Lines> lines,
            List<AmendmentView.Demand> demand,
            AmendmentView.@Nullable Quorums quorum) {}

    public Changes changes() {
        return Json.read(changes, Changes.class);
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public int number() {
        return number;
    }

    public String principal() {
        return principal;
    }

    public UnionBodyId bodyId() {
        return new UnionBodyId(bodyId);
    }

    public String reason() {
        return reason;
    }

    public Instant amendedAt() {
        return amendedAt;
    }
}
