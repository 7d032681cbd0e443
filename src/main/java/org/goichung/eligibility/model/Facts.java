package org.goichung.eligibility.model;

import java.time.LocalDate;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/** One person's facts as the index holds them: small, since there are millions. Missing is missing. */
public final class Facts {
    private static final long MISSING = Long.MIN_VALUE;
    private static final int NONE = Integer.MIN_VALUE;

    private final WorkerId workerId;
    private final @Nullable EnterpriseId enterpriseId;
    private final @Nullable String carrier;
    private final @Nullable String province;
    private final @Nullable String commune;
    private final @Nullable PhoneKind phoneKind;
    private final @Nullable Boolean unionMember;
    private final boolean carrierIsGuess;
    private final int birthYear;
    private final int employedFrom;
    private final int employedTo;
    private final int lapses;
    private final long wageVnd;
    private final long spendVnd;
    private final long dataBytes;
    private final long version;

    private Facts(WorkerFacts row, @Nullable EnterpriseId enterpriseId) {
        this.workerId = row.workerId();
        this.enterpriseId = enterpriseId;
        this.carrier = interned(row.carrierCode());
        this.province = interned(row.provinceCode());
        this.commune = interned(row.communeCode());
        this.phoneKind = row.phoneKind();
        this.unionMember = row.unionMember();
        this.carrierIsGuess = row.carrierIsGuess();
        this.birthYear = number(row.birthYear());
        this.employedFrom = day(row.employedFrom());
        this.employedTo = day(row.employedTo());
        this.lapses = number(row.lapsesLast90Days());
        this.wageVnd = number(row.monthlyWageVnd());
        this.spendVnd = number(row.monthlyTelecomSpendVnd());
        this.dataBytes = number(row.monthlyDataBytes());
        this.version = row.version();
    }

    /** @param enterpriseId the row's, as one object shared by all its people */
    public static Facts of(WorkerFacts row, @Nullable EnterpriseId enterpriseId) {
        return new Facts(row, enterpriseId);
    }

    public static Facts of(WorkerFacts row) {
        return new Facts(row, row.enterpriseId());
    }

    public WorkerId workerId() {
        return workerId;
    }

    /** Where the latest employment is. */
    public @Nullable EnterpriseId enterpriseId() {
        return enterpriseId;
    }

    /** Where the person is employed on this day. */
    public @Nullable EnterpriseId employerOn(LocalDate day) {
        return activeOn(day.toEpochDay()) ? enterpriseId : null;
    }

    /** Where the person is employed on this day or will be later: whose steward may see them. */
    public @Nullable EnterpriseId employerFrom(LocalDate day) {
        return employedTo == NONE || day.toEpochDay() <= employedTo ? enterpriseId : null;
    }

    public @Nullable String carrier() {
        return carrier;
    }

    /** Whether the carrier is only read off the number's prefix. */
    public boolean carrierIsGuess() {
        return carrierIsGuess;
    }

    public @Nullable Long monthlyTelecomSpendVnd() {
        return spendVnd == MISSING ? null : (Long) spendVnd;
    }

    public @Nullable Long monthlyDataBytes() {
        return dataBytes == MISSING ? null : (Long) dataBytes;
    }

    public long version() {
        return version;
    }

    /** The value that criteria see on this day: Long, String or Boolean; null where it is missing. */
    @Nullable
    Object value(Fact fact, LocalDate today) {
        return switch (fact) {
            case BIRTH_YEAR -> known(birthYear);
            case AGE -> birthYear == NONE ? null : (Long) ((long) today.getYear() - birthYear);
            case UNION_MEMBER -> unionMember;
            case MONTHLY_WAGE_VND -> wageVnd == MISSING ? null : (Long) wageVnd;
            case MONTHLY_TELECOM_SPEND_VND -> monthlyTelecomSpendVnd();
            case PHONE_KIND -> phoneKind == null ? null : wireName(phoneKind);
            case CARRIER -> carrier;
            case PROVINCE_CODE -> province;
            case COMMUNE_CODE -> commune;
            case LAPSES_LAST_90_DAYS -> known(lapses);
            case MONTHLY_DATA_BYTES -> monthlyDataBytes();
            case DAYS_EMPLOYED -> daysEmployed(today.toEpochDay());
            case ACTIVE -> activeOn(today.toEpochDay());
            case ENTERPRISE_ID -> enterpriseId == null ? null : enterpriseId.toString();
        };
    }

    private boolean activeOn(long day) {
        return enterpriseId != null
                && employedFrom != NONE
                && employedFrom <= day
                && (employedTo == NONE || day <= employedTo);
    }

    private @Nullable Long daysEmployed(long today) {
        if (employedFrom == NONE) return null;
        long last = employedTo == NONE ? today : Math.min(today, employedTo);
        return Math.max(0, last - employedFrom);
    }

    private static String wireName(PhoneKind kind) {
        return switch (kind) {
            case SMARTPHONE -> "smartphone";
            case FEATURE -> "feature";
        };
    }

    private static @Nullable String interned(@Nullable String text) {
        return text == null ? null : text.intern();
    }

    private static @Nullable Long known(int number) {
        return number == NONE ? null : (Long) (long) number;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? NONE : number;
    }

    private static long number(@Nullable Long number) {
        return number == null ? MISSING : number;
    }

    private static int day(@Nullable LocalDate day) {
        return day == null ? NONE : (int) day.toEpochDay();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Facts[" + workerId + "]";
    }
}
