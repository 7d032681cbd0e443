package org.goichung.negotiation.walk;

/** Who makes a move. */
enum Actor {
    /** The federation above the three unions, which leads. */
    LEAD,
    UNION_0,
    UNION_1,
    UNION_2,
    CARRIER_0,
    CARRIER_1,
    CARRIER_2,
    /** A federation that none of the three is under. */
    STRANGER,
    /** Two more officials of the federation that leads. */
    CLERK,
    WITNESS;

    static final int MANY = 3;

    static Actor union(int enterprise) {
        return values()[1 + enterprise];
    }

    static Actor carrier(int carrier) {
        return values()[1 + MANY + carrier];
    }

    boolean isUnion() {
        return this == UNION_0 || this == UNION_1 || this == UNION_2;
    }

    boolean isCarrier() {
        return this == CARRIER_0 || this == CARRIER_1 || this == CARRIER_2;
    }

    /** Whether it is one of the federation's officials: whatever it leads, any of them does. */
    boolean leads() {
        return this == LEAD || this == CLERK || this == WITNESS;
    }

    /** Of a union its enterprise, of a carrier its place among them; -1 of the others. */
    int number() {
        return isUnion() ? ordinal() - 1 : isCarrier() ? ordinal() - 1 - MANY : -1;
    }

    /** Whether it looks after the enterprise, its own or below it. */
    boolean reaches(int enterprise) {
        return leads() || isUnion() && number() == enterprise;
    }
}
