package org.goichung.eligibility.model;

/** The three-valued answer of a rule (Kleene's logic): a missing fact may leave it open. */
public enum Verdict {
    YES("qualified"),
    UNKNOWN("unknown"),
    NO("unqualified");

    private final String wireName;

    Verdict(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Both must hold. */
    public Verdict and(Verdict other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    /** One of them is enough. */
    Verdict or(Verdict other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    Verdict not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
