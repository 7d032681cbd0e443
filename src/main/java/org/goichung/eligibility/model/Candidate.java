package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goichung.catalog.PackageVersionView;
import org.goichung.platform.http.Language;
import org.goichung.subsidy.ProgrammeView;
import org.goichung.workforce.EnrolledPackage;
import org.jspecify.annotations.Nullable;

/**
 * A package as a person could get it: off the shelf, or by their enterprise's agreement, with or without a programme. What is the same
 * for everybody, over 30 days and in words, is made once.
 */
public final class Candidate {
    private final PackageVersionView version;
    private final @Nullable UUID agreementId;
    private final @Nullable UUID programmeId;
    private final boolean held;
    private final List<String> criteria;
    private final long coPayVnd;
    private final long price30Vnd;
    private final long coPay30Vnd;
    private final long data30Bytes;
    private final long usable30Bytes;
    private final @Nullable LocalDate smsChecked;
    /** By language, made when first asked for. Races are harmless: two threads word the same. */
    private final @Nullable Phrases[] phrases = new Phrases[Language.values().length];

    /**
     * @param priceVnd of one cycle
     * @param coPayVnd what the worker bears of it
     */
    public Candidate(
            PackageVersionView version,
            @Nullable UUID agreementId,
            @Nullable ProgrammeView programme,
            long priceVnd,
            long coPayVnd) {
        this(
                version,
                agreementId,
                programme == null ? null : programme.id(),
                false,
                programme == null ? version.criteria() : joined(version, programme.criteria()),
                priceVnd,
                coPayVnd);
    }

    private Candidate(
            PackageVersionView version,
            @Nullable UUID agreementId,
            @Nullable UUID programmeId,
            boolean held,
            List<String> criteria,
            long priceVnd,
            long coPayVnd) {
        this.version = version;
        this.agreementId = agreementId;
        this.programmeId = programmeId;
        this.held = held;
        this.criteria = Clause.shared(criteria);
        this.coPayVnd = coPayVnd;
        int cycleDays = version.cycleDays();
        this.price30Vnd = Math.ceilDiv(Math.multiplyExact(priceVnd, Bill.DAYS), cycleDays);
        this.coPay30Vnd = Math.ceilDiv(Math.multiplyExact(coPayVnd, Bill.DAYS), cycleDays);
        this.data30Bytes = Math.multiplyExact(version.allowance().dataBytesPerCycle(), Bill.DAYS) / cycleDays;
        this.usable30Bytes = Math.min(data30Bytes, Usable.bytesPer30Days(version.allowance(), cycleDays));
        this.smsChecked = smsChecked(version, agreementId);
    }

    public static Candidate offTheShelf(PackageVersionView version) {
        return new Candidate(version, null, null, version.priceVnd(), version.priceVnd());
    }

    /** What somebody has by an enrolment: decided when they agreed to it, whatever is asked for or offered today. */
    public static Candidate held(PackageVersionView version, EnrolledPackage as) {
        return new Candidate(
                version, as.agreementId(), as.programmeId(), true, List.of(), as.priceVnd(), as.workerVnd());
    }

    public PackageVersionView version() {
        return version;
    }

    public @Nullable UUID agreementId() {
        return agreementId;
    }

    public @Nullable UUID programmeId() {
        return programmeId;
    }

    /** The package's criteria, then the programme's; all must hold. */
    public List<String> criteria() {
        return criteria;
    }

    /** Whether the person has it already, by an enrolment. */
    boolean held() {
        return held;
    }

    /** Whether these are ways to the same package by the same agreement. */
    public boolean isAnotherWayTo(List<Candidate> ways) {
        Candidate one = ways.getFirst();
        return version.id().equals(one.version.id()) && Objects.equals(agreementId, one.agreementId);
    }

    /** What the worker bears of one cycle. */
    long coPayVnd() {
        return coPayVnd;
    }

    /** The day on which its SMS was last checked against the carrier; null for what nobody gets by an SMS. */
    @Nullable
    LocalDate smsChecked() {
        return smsChecked;
    }

    private static @Nullable LocalDate smsChecked(PackageVersionView version, @Nullable UUID agreementId) {
        boolean bySms = agreementId == null
                && version.verified()
                && version.registerSms() != null
                && version.shortCode() != null;
        return bySms ? version.verifiedOn() : null;
    }

    /**
     * The part of a bill for calls that its minutes over 30 days stand for, at what a minute costs otherwise. Of all calls half are taken to
     * be within the carrier.
     */
    long talk30Vnd(long billVnd) {
        long any = minutesWorthVnd(version.allowance().minutesAny());
        long onNet = Math.min(minutesWorthVnd(version.allowance().minutesOnNet()), billVnd / 2);
        return Math.min(billVnd, any + onNet);
    }

    /** Whether there is time to talk in it. */
    boolean talks() {
        return version.allowance().minutesAny() > 0 || version.allowance().minutesOnNet() > 0;
    }

    private long minutesWorthVnd(long minutesPerCycle) {
        return Math.multiplyExact(minutesPerCycle, Bill.DAYS * Bill.MINUTE_VND) / version.cycleDays();
    }

    /** Rounded up to the đồng. */
    long price30Vnd() {
        return price30Vnd;
    }

    /** Rounded up to the đồng. */
    long coPay30Vnd() {
        return coPay30Vnd;
    }

    /** Rounded down to the byte. */
    long data30Bytes() {
        return data30Bytes;
    }

    /** What of it can be used at any time of most days. */
    long usable30Bytes() {
        return usable30Bytes;
    }

    Phrases phrases(Language language) {
        Phrases known = phrases[language.ordinal()];
        if (known == null) phrases[language.ordinal()] = known = Phrases.of(this, language);
        return known;
    }

    /** The package's criteria, then those of a programme, each once. */
    public static List<String> joined(PackageVersionView version, List<String> ofProgramme) {
        Set<String> both = new LinkedHashSet<>(version.criteria());
        both.addAll(ofProgramme);
        return List.copyOf(both);
    }
}
