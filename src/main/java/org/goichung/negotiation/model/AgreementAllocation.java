package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.OfferTerms;
import org.goichung.platform.identity.EnterpriseId;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What an agreement gives one enterprise of one package version. */
@Entity
@Immutable
@Table(name = "agreement_allocation")
@SuppressWarnings("NullAway.Init")
public class AgreementAllocation {
    @Id
    private UUID id;

    private UUID agreementId;
    private UUID enterpriseId;
    private UUID packageVersionId;
    private long linesPerMonth;
    private long priceVnd;
    private @Nullable Long sharedBytesPerMonth;
    private @Nullable Long fundVndPerMonth;

    protected AgreementAllocation() {}

    public AgreementAllocation(UUID id, UUID agreementId, PricedLine line, OfferTerms terms) {
        this.id = id;
        this.agreementId = agreementId;
        this.enterpriseId = line.enterpriseId().value();
        this.packageVersionId = terms.versionId();
        this.linesPerMonth = line.lines();
        this.priceVnd = line.priceVnd();
        Long sharedPerLine = terms.sharedBytesPerLine();
        this.sharedBytesPerMonth = sharedPerLine == null ? null : Math.multiplyExact(sharedPerLine, line.lines());
        this.fundVndPerMonth = line.fundVndPerMonth();
    }

    public UUID agreementId() {
        return agreementId;
    }

    public EnterpriseId enterpriseId() {
        return new EnterpriseId(enterpriseId);
    }

    public Allocation value() {
        return new Allocation(
                enterpriseId(), packageVersionId, linesPerMonth, sharedBytesPerMonth, fundVndPerMonth, priceVnd);
    }
}
