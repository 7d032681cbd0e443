package org.goichung.eligibility.model;

import java.time.LocalDate;
import java.util.UUID;
import org.goichung.platform.identity.EnterpriseId;
import org.goichung.platform.identity.WorkerId;
import org.goichung.workforce.EnrolledPackage;
import org.goichung.workforce.PhoneKind;
import org.goichung.workforce.WorkerFacts;
import org.jspecify.annotations.Nullable;

/** One person's facts at one moment, as criteria and bills look at them. Missing is missing. */
public final class Facts {
    static final long MISSING = Long.MIN_VALUE;
    static final int NONE = Integer.MIN_VALUE;
    static final String SMARTPHONE = "smartphone";
    static final String FEATURE = "feature";

    private final long idHigh;
    private final long idLow;
    private final @Nullable EnterpriseId enterpriseId;
    private final @Nullable String carrier;
    private final @Nullable String province;
    private final @Nullable String commune;
    private final byte marks;
    private final int birthYear;
    private final int employedFrom;
    private final int employedTo;
    private final int lapses;
    private final long wageVnd;
    private final long spendVnd;
    private final long dataBytes;
    private final long version;
    private final @Nullable EnrolledPackage enrolled;

    private Facts(WorkerFacts row) {
        UUID id = row.workerId().value();
        this.idHigh = id.getMostSignificantBits();
        this.idLow = id.getLeastSignificantBits();
        this.enterpriseId = row.enterpriseId();
        this.carrier = row.carrierCode();
        this.province = row.provinceCode();
        this.commune = row.communeCode();
        this.marks = Marks.of(row);
        this.birthYear = number(row.birthYear());
        this.employedFrom = day(row.employedFrom());
        this.employedTo = day(row.employedTo());
        this.lapses = number(row.lapsesLast90Days());
        this.wageVnd = number(row.monthlyWageVnd());
        this.spendVnd = number(row.monthlyTelecomSpendVnd());
        this.dataBytes = number(row.monthlyDataBytes());
        this.version = row.version();
        this.enrolled = row.enrolled();
    }

    /** As a row of the index holds them. */
    Facts(Rows rows, Rows.Chunk chunk, int row) {
        this.idHigh = chunk.keys[Rows.WORKER][2 * row];
        this.idLow = chunk.keys[Rows.WORKER][2 * row + 1];
        this.enterpriseId = rows.enterprises.value(chunk.enterprise[row]);
        this.carrier = rows.carriers.value(chunk.carrier[row]);
        this.province = rows.provinces.value(chunk.province[row]);
        this.commune = rows.communes.value(chunk.commune[row]);
        this.marks = chunk.marks[row];
        this.birthYear = chunk.birthYear[row];
        this.employedFrom = chunk.employedFrom[row];
        this.employedTo = chunk.employedTo[row];
        this.lapses = chunk.lapses[row];
        this.wageVnd = chunk.wageVnd[row];
        this.spendVnd = chunk.spendVnd[row];
        this.dataBytes = chunk.dataBytes[row];
        this.version = chunk.version[row];
        this.enrolled = rows.packages.value(chunk.enrolled[row]);
    }

    public static Facts of(WorkerFacts row) {
        return new Facts(row);
    }

    public WorkerId workerId() {
        return new WorkerId(new UUID(idHigh, idLow));
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
        return (marks & Marks.GUESS) != 0;
    }

    public @Nullable Long monthlyTelecomSpendVnd() {
        return known(spendVnd);
    }

    public @Nullable Long monthlyDataBytes() {
        return known(dataBytes);
    }

    /** The package that they have by an enrolment. */
    public @Nullable EnrolledPackage enrolled() {
        return enrolled;
    }

    public long version() {
        return version;
    }

    /** The value that criteria see on this day: Long, String or Boolean; null where it is missing. */
    @Nullable
    Object value(Fact fact, LocalDate today) {
        return switch (fact.kind()) {
            case NUMBER -> known(number(fact, today));
            case TEXT -> text(fact);
            case FLAG -> {
                int flag = flag(fact, today);
                yield flag < 0 ? null : (Boolean) (flag == 1);
            }
        };
    }

    /** {@link #MISSING} where it is not known. */
    long number(Fact fact, LocalDate today) {
        return switch (fact) {
            case BIRTH_YEAR -> widened(birthYear);
            case AGE -> birthYear == NONE ? MISSING : (long) today.getYear() - birthYear;
            case MONTHLY_WAGE_VND -> wageVnd;
            case MONTHLY_TELECOM_SPEND_VND -> spendVnd;
            case LAPSES_LAST_90_DAYS -> widened(lapses);
            case MONTHLY_DATA_BYTES -> dataBytes;
            case EMPLOYED_SINCE -> widened(employedFrom);
            case DAYS_EMPLOYED -> daysEmployed(today.toEpochDay());
            default -> throw new IllegalArgumentException(fact + " is no number");
        };
    }

    @Nullable
    String text(Fact fact) {
        return switch (fact) {
            case PHONE_KIND ->
                switch (marks & Marks.PHONE) {
                    case Marks.SMARTPHONE -> SMARTPHONE;
                    case Marks.FEATURE_PHONE -> FEATURE;
                    default -> null;
                };
            case CARRIER -> carrier;
            case PROVINCE_CODE -> province;
            case COMMUNE_CODE -> commune;
            case ENTERPRISE_ID -> enterpriseId == null ? null : enterpriseId.toString();
            default -> throw new IllegalArgumentException(fact + " is no text");
        };
    }

    /** 1 for yes, 0 for no, -1 where it is not known. */
    int flag(Fact fact, LocalDate today) {
        return switch (fact) {
            case UNION_MEMBER ->
                switch (marks & Marks.MEMBERSHIP) {
                    case Marks.MEMBER -> 1;
                    case Marks.NO_MEMBER -> 0;
                    default -> -1;
                };
            case ACTIVE -> activeOn(today.toEpochDay()) ? 1 : 0;
            default -> throw new IllegalArgumentException(fact + " is no yes or no");
        };
    }

    boolean activeOn(long day) {
        return enterpriseId != null
                && employedFrom != NONE
                && employedFrom <= day
                && (employedTo == NONE || day <= employedTo);
    }

    private long daysEmployed(long today) {
        if (employedFrom == NONE) return MISSING;
        long last = employedTo == NONE ? today : Math.min(today, employedTo);
        return Math.max(0, last - employedFrom);
    }

    private static @Nullable Long known(long number) {
        return number == MISSING ? null : (Long) number;
    }

    private static long widened(int number) {
        return number == NONE ? MISSING : number;
    }

    static int number(@Nullable Integer number) {
        return number == null ? NONE : number;
    }

    static long number(@Nullable Long number) {
        return number == null ? MISSING : number;
    }

    static int day(@Nullable LocalDate day) {
        return day == null ? NONE : (int) day.toEpochDay();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Facts[…]";
    }

    /** What takes a bit or two of a person. */
    static final class Marks {
        static final int GUESS = 1;
        static final int MEMBERSHIP = 6;
        static final int MEMBER = 2;
        static final int NO_MEMBER = 4;
        static final int PHONE = 24;
        static final int SMARTPHONE = 8;
        static final int FEATURE_PHONE = 16;

        private Marks() {}

        static byte of(WorkerFacts row) {
            int marks = row.carrierIsGuess() ? GUESS : 0;
            if (row.unionMember() != null) marks |= row.unionMember() ? MEMBER : NO_MEMBER;
            if (row.phoneKind() != null) marks |= row.phoneKind() == PhoneKind.SMARTPHONE ? SMARTPHONE : FEATURE_PHONE;
            return (byte) marks;
        }
    }
}
