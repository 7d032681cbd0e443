package org.goichung.negotiation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.goichung.negotiation.Allocation;
import org.goichung.negotiation.NewAgreementAmendment;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.platform.time.Clock;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What one member of an agreement gives another in months to come: proposed by the giver, and in force once the receiver accepts it. */
@Entity
@DynamicUpdate
@Table(name = "agreement_amendment")
@SuppressWarnings("NullAway.Init")
public class AgreementAmendment {
    private static final Duration TIME_TO_ANSWER = Duration.ofDays(14);
    /** A month is granted a little before it begins; the answer has to be well known by then. */
    private static final Duration BEFORE_THE_MONTH = Duration.ofDays(1);

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID agreementId;
    private UUID fromEnterpriseId;
    private UUID toEnterpriseId;
    private UUID packageVersionId;
    private long linesPerMonth;
    private @Nullable Long sharedBytesPerMonth;
    private @Nullable Long fundVndPerMonth;
    private LocalDate fromMonth;
    private LocalDate untilMonth;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    private @Nullable Integer revision;
    private Instant proposedAt;
    private Instant expiresAt;
    private @Nullable Instant answeredAt;

    /** Where it stands; an unanswered one is over when its time is. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    protected AgreementAmendment() {}

    /** Refused where its first month is too near to be answered, or its months are not the agreement's. */
    public static AgreementAmendment propose(
            UUID id, AgreementWhole whole, NewAgreementAmendment wanted, Allocation givers, Instant now) {
        YearMonth last = YearMonth.from(whole.agreement().untilDate());
        YearMonth until = wanted.untilMonth() == null ? last : wanted.untilMonth();
        Instant begins = wanted.fromMonth().atDay(1).atStartOfDay(Clock.VIETNAM).toInstant();
        Instant latest = begins.minus(BEFORE_THE_MONTH);
        if (wanted.fromMonth().isBefore(YearMonth.from(whole.agreement().fromDate())))
            throw invalid("/fromMonth", "before-the-agreement");
        if (!latest.isAfter(now)) throw invalid("/fromMonth", "month-too-near");
        if (until.isAfter(last)) throw invalid("/untilMonth", "behind-the-agreement");
        if (until.isBefore(wanted.fromMonth())) throw invalid("/untilMonth", "before-the-first-month");
        var amendment = new AgreementAmendment();
        amendment.id = id;
        amendment.agreementId = whole.agreement().id();
        amendment.fromEnterpriseId = wanted.fromEnterpriseId().value();
        amendment.toEnterpriseId = wanted.toEnterpriseId().value();
        amendment.packageVersionId = givers.packageVersionId();
        amendment.linesPerMonth = wanted.linesPerMonth();
        Long perLine = whole.terms().sharedBytesPerLine();
        amendment.sharedBytesPerMonth = perLine == null ? null : Math.multiplyExact(perLine, wanted.linesPerMonth());
        amendment.fundVndPerMonth = wanted.fundVndPerMonth();
        amendment.fromMonth = wanted.fromMonth().atDay(1);
        amendment.untilMonth = until.atDay(1);
        amendment.state = State.PROPOSED;
        amendment.proposedAt = now;
        Instant patience = now.plus(TIME_TO_ANSWER);
        amendment.expiresAt = patience.isBefore(latest) ? patience : latest;
        return amendment;
    }

    public void accept(int itsRevision, Instant now) {
        answer(State.ACCEPTED, now);
        revision = itsRevision;
    }

    /** Declined by the receiver or withdrawn by the giver. */
    public void answer(State how, Instant now) {
        requireUnanswered(now);
        state = how;
        answeredAt = now;
    }

    public void requireUnanswered(Instant now) {
        if (state != State.PROPOSED || now.isAfter(expiresAt))
            throw Refusal.of(ProblemType.AMENDMENT_ENDED, Map.of("state", word(now)));
    }

    public boolean covers(YearMonth month) {
        return !month.isBefore(fromMonth()) && !month.isAfter(untilMonth());
    }

    /** The word for where it stands. */
    public String word(Instant now) {
        return state == State.PROPOSED && now.isAfter(expiresAt) ? "expired" : Machine.word(state);
    }

    private static Refusal invalid(String pointer, String code) {
        return Refusal.field(ProblemType.AMENDMENT_INVALID, pointer, code);
    }

    public UUID id() {
        return id;
    }

    public UUID agreementId() {
        return agreementId;
    }

    public EnterpriseId from() {
        return new EnterpriseId(fromEnterpriseId);
    }

    public EnterpriseId to() {
        return new EnterpriseId(toEnterpriseId);
    }

    public UUID packageVersionId() {
        return packageVersionId;
    }

    public long linesPerMonth() {
        return linesPerMonth;
    }

    public @Nullable Long sharedBytesPerMonth() {
        return sharedBytesPerMonth;
    }

    public @Nullable Long fundVndPerMonth() {
        return fundVndPerMonth;
    }

    public YearMonth fromMonth() {
        return YearMonth.from(fromMonth);
    }

    public YearMonth untilMonth() {
        return YearMonth.from(untilMonth);
    }

    public @Nullable Integer revision() {
        return revision;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }
}
