package org.goichung.eligibility.model;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What criteria may speak of: whole numbers, texts and yes-or-no only; a day is the number of days since 1970-01-01. A fact that is reckoned from another names that one as its
 * source, since that is what somebody has to find out.
 */
public enum Fact {
    BIRTH_YEAR("worker", "birthYear", SimpleType.INT),
    AGE("worker", "age", SimpleType.INT, "worker.birthYear"),
    UNION_MEMBER("worker", "unionMember", SimpleType.BOOL),
    MONTHLY_WAGE_VND("worker", "monthlyWageVnd", SimpleType.INT),
    MONTHLY_TELECOM_SPEND_VND("worker", "monthlyTelecomSpendVnd", SimpleType.INT),
    PHONE_KIND("worker", "phoneKind", SimpleType.STRING),
    CARRIER("worker", "carrier", SimpleType.STRING),
    PROVINCE_CODE("worker", "provinceCode", SimpleType.STRING),
    COMMUNE_CODE("worker", "communeCode", SimpleType.STRING),
    LAPSES_LAST_90_DAYS("worker", "lapsesLast90Days", SimpleType.INT),
    MONTHLY_DATA_BYTES("worker", "monthlyDataBytes", SimpleType.INT),
    DAYS_EMPLOYED("employment", "daysEmployed", SimpleType.INT, "employment.employedFrom"),
    EMPLOYED_SINCE("employment", "since", SimpleType.INT, "employment.employedFrom"),
    ACTIVE("employment", "active", SimpleType.BOOL),
    ENTERPRISE_ID("enterprise", "id", SimpleType.STRING);

    private static final Map<String, Fact> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Fact::qualifiedName, Function.identity()));

    private final String owner;
    private final String field;
    private final CelType type;
    private final String source;
    private final Kind kind;

    Fact(String owner, String field, CelType type) {
        this(owner, field, type, owner + "." + field);
    }

    Fact(String owner, String field, CelType type, String source) {
        this.owner = owner;
        this.field = field;
        this.type = type;
        this.source = source;
        this.kind = type.equals(SimpleType.INT) ? Kind.NUMBER : type.equals(SimpleType.BOOL) ? Kind.FLAG : Kind.TEXT;
    }

    /** As criteria name it, for instance {@code worker.age}. */
    public String qualifiedName() {
        return owner + "." + field;
    }

    /** What has to be found out where it is missing. */
    public String source() {
        return source;
    }

    String owner() {
        return owner;
    }

    String field() {
        return field;
    }

    CelType type() {
        return type;
    }

    /** What kinds of values there are. */
    enum Kind {
        NUMBER,
        TEXT,
        FLAG
    }

    Kind kind() {
        return kind;
    }

    /** A year, a number of days, or a count: below a million. */
    boolean isSmall() {
        return switch (this) {
            case BIRTH_YEAR, AGE, LAPSES_LAST_90_DAYS, DAYS_EMPLOYED, EMPLOYED_SINCE -> true;
            default -> false;
        };
    }

    /** Whether it changes with the day alone. */
    boolean ofTheDay() {
        return this == AGE || this == DAYS_EMPLOYED || this == ACTIVE;
    }

    static Optional<Fact> named(String qualifiedName) {
        return Optional.ofNullable(BY_NAME.get(qualifiedName));
    }
}
