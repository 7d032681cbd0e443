package org.goichung.negotiation.model;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.goichung.negotiation.Lot;
import org.goichung.negotiation.RollOver;
import org.goichung.platform.identity.CarrierId;
import org.goichung.platform.identity.UnionBodyId;
import org.goichung.platform.time.Clock;

/** The deal with one carrier on one lot, from its first day to its last. */
@Entity
@Table(name = "agreement")
@SuppressWarnings("NullAway.Init")
public class Agreement {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID rfqId;
    private UUID offerId;
    private UUID leadBodyId;
    private UUID carrierId;
    private String title;
    private String lot;

    @Enumerated(EnumType.STRING)
    private AgreementState state;

    private LocalDate fromDate;
    private LocalDate untilDate;
    private int graceDays;

    @Enumerated(EnumType.STRING)
    private RollOver rollOver;

    private Instant ratifiedAt;

    protected Agreement() {}

    public static Agreement ratify(UUID id, Rfq rfq, Lot lot, UUID offerId, CarrierId carrier, Instant now) {
        var agreement = new Agreement();
        agreement.id = id;
        agreement.rfqId = rfq.id();
        agreement.offerId = offerId;
        agreement.leadBodyId = rfq.leadBodyId().value();
        agreement.carrierId = carrier.value();
        agreement.title = rfq.title();
        agreement.lot = lot.name();
        agreement.state = AgreementState.RATIFIED;
        agreement.fromDate = lot.firstDay();
        agreement.untilDate = lot.lastDay();
        agreement.graceDays = rfq.graceDays();
        agreement.rollOver = rfq.rollOver();
        agreement.ratifiedAt = now;
        return agreement;
    }

    public void move(AgreementMove move) {
        state = state.after(move);
    }

    /** What is agreed may still be changed until it ends. */
    public void requireNotEnded(String verb) {
        if (state == AgreementState.EXPIRED || state == AgreementState.TERMINATED)
            throw Machine.illegal(verb, state.word());
    }

    /** From when on it is in the state it has just come to: an expired one since its last day was over. */
    public Instant since(Instant now) {
        return state == AgreementState.EXPIRED
                ? untilDate.plusDays(1).atStartOfDay(Clock.VIETNAM).toInstant()
                : now;
    }

    /** True when its first day has come and it was not yet started. */
    public boolean dueToStart(LocalDate today) {
        return state == AgreementState.RATIFIED && !fromDate.isAfter(today);
    }

    /** True when its last day is over and it was not yet ended. */
    public boolean dueToEnd(LocalDate today) {
        return (state == AgreementState.IN_FORCE || state == AgreementState.SUSPENDED) && untilDate.isBefore(today);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID rfqId() {
        return rfqId;
    }

    public UUID offerId() {
        return offerId;
    }

    public UnionBodyId leadBodyId() {
        return new UnionBodyId(leadBodyId);
    }

    public CarrierId carrierId() {
        return new CarrierId(carrierId);
    }

    public String title() {
        return title;
    }

    public String lot() {
        return lot;
    }

    public AgreementState state() {
        return state;
    }

    public LocalDate fromDate() {
        return fromDate;
    }

    /** The last day, inclusive. */
    public LocalDate untilDate() {
        return untilDate;
    }

    public int graceDays() {
        return graceDays;
    }

    public RollOver rollOver() {
        return rollOver;
    }

    public Instant ratifiedAt() {
        return ratifiedAt;
    }
}
