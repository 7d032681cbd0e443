package org.goichung.negotiation.model;

import java.util.Map;

/** Where an agreement stands. Generated picture: docs/state-machines.md. */
public enum AgreementState {
    RATIFIED,
    IN_FORCE,
    SUSPENDED,
    EXPIRED,
    TERMINATED;

    private static final Map<AgreementState, Map<AgreementMove, AgreementState>> NEXT = Map.of(
            RATIFIED, Map.of(AgreementMove.START, IN_FORCE, AgreementMove.TERMINATE, TERMINATED),
            IN_FORCE,
                    Map.of(
                            AgreementMove.SUSPEND, SUSPENDED,
                            AgreementMove.TERMINATE, TERMINATED,
                            AgreementMove.EXPIRE, EXPIRED),
            SUSPENDED,
                    Map.of(
                            AgreementMove.RESUME, IN_FORCE,
                            AgreementMove.TERMINATE, TERMINATED,
                            AgreementMove.EXPIRE, EXPIRED));

    public AgreementState after(AgreementMove move) {
        return Machine.next(NEXT, this, move);
    }

    public String word() {
        return Machine.word(this);
    }

    public static String mermaid() {
        return Machine.mermaid(NEXT, RATIFIED);
    }
}
