package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One immutable revision of a bid: sealed when it was handed in before the deadline, open when it was made after. */
@Entity
@Table(name = "offer")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class Offer {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID bidId;

    @Column(updatable = false)
    private int revision;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Side side;

    @Column(updatable = false)
    private @Nullable String sealed;

    private @Nullable String content;

    @Column(updatable = false)
    private String digest;

    @Column(updatable = false)
    private Instant submittedAt;

    protected Offer() {}

    public static Offer sealed(UUID id, UUID bidId, int revision, String sealed, String digest, Instant now) {
        var offer = new Offer();
        offer.id = id;
        offer.bidId = bidId;
        offer.revision = revision;
        offer.side = Side.CARRIER;
        offer.sealed = sealed;
        offer.digest = digest;
        offer.submittedAt = now;
        return offer;
    }

    public static Offer open(UUID id, UUID bidId, int revision, Side side, OfferContent content, Instant now) {
        var offer = new Offer();
        offer.id = id;
        offer.bidId = bidId;
        offer.revision = revision;
        offer.side = side;
        offer.content = Json.write(content);
        offer.digest = content.digest();
        offer.submittedAt = now;
        return offer;
    }

    /** At the RFQ's close: the content beside the seal, which stays as evidence. */
    public void reveal(OfferContent opened) {
        content = Json.write(opened);
    }

    public UUID id() {
        return id;
    }

    public UUID bidId() {
        return bidId;
    }

    public int revision() {
        return revision;
    }

    public Side side() {
        return side;
    }

    public @Nullable String sealed() {
        return sealed;
    }

    /** Of a revealed or open offer. */
    public OfferContent content() {
        return Json.read(Objects.requireNonNull(content), OfferContent.class);
    }

    public String digest() {
        return digest;
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
