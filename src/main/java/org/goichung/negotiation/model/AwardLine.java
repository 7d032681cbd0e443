package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of an award as it was put to the vote. */
@Entity
@Immutable
@Table(name = "award_line")
@SuppressWarnings("NullAway.Init")
public class AwardLine {
    @Id
    private UUID id;

    private UUID awardId;
    private UUID enterpriseId;
    private UUID offerId;
    private String lot;
    private long lines;
    private long priceVnd;
    private long alonePriceVnd;
    private @Nullable Long fundVndPerMonth;

    protected AwardLine() {}

    public AwardLine(UUID id, UUID awardId, PricedLine line) {
        this.id = id;
        this.awardId = awardId;
        this.enterpriseId = line.enterpriseId().value();
        this.offerId = line.offerId();
        this.lot = line.lot();
        this.lines = line.lines();
        this.priceVnd = line.priceVnd();
        this.alonePriceVnd = line.alonePriceVnd();
        this.fundVndPerMonth = line.fundVndPerMonth();
    }

    public UUID awardId() {
        return awardId;
    }

    public PricedLine priced() {
        return new PricedLine(
                new EnterpriseId(enterpriseId), offerId, lot, lines, priceVnd, alonePriceVnd, fundVndPerMonth);
    }
}
