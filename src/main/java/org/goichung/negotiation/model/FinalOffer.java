package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A last offer in a best-and-final round, sealed until it ends; it does not know whose it is. */
@Entity
@Table(name = "final_offer")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class FinalOffer {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID rfqId;

    @Column(updatable = false)
    private String finalIndex;

    @Column(updatable = false)
    private String sealed;

    @Column(updatable = false)
    private String digest;

    @Column(updatable = false)
    private Instant submittedAt;

    @Column(updatable = false)
    private boolean onPaper;

    private @Nullable Instant withdrawnAt;

    protected FinalOffer() {}

    /** @param finalIndex keyed fingerprint of carrier and lot under the RFQ's key */
    public FinalOffer(UUID id, UUID rfqId, String finalIndex, String sealed, String digest, Instant now) {
        this.id = id;
        this.rfqId = rfqId;
        this.finalIndex = finalIndex;
        this.sealed = sealed;
        this.digest = digest;
        this.submittedAt = now;
    }

    /** One that two officials answer for; what the carrier hands in itself goes before it. */
    public static FinalOffer onPaper(
            UUID id, UUID rfqId, String finalIndex, String sealed, String digest, Instant now) {
        var offer = new FinalOffer(id, rfqId, finalIndex, sealed, digest, now);
        offer.onPaper = true;
        return offer;
    }

    public void withdraw(Instant now) {
        withdrawnAt = now;
    }

    /** When the round has ended: the same envelope under the same id, as a revision of its bid. */
    public Offer revealed(UUID bidId, int revision, OfferContent content) {
        var offer = Offer.sealed(id, bidId, revision, sealed, digest, submittedAt);
        offer.reveal(content);
        return offer;
    }

    public UUID id() {
        return id;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public String finalIndex() {
        return finalIndex;
    }

    public String sealed() {
        return sealed;
    }

    public String digest() {
        return digest;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public boolean isOnPaper() {
        return onPaper;
    }
}
