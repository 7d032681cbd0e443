package org.goichung.negotiation.model;

/** What can be done with an agreement; {@code START} and {@code EXPIRE} are the calendar's. */
public enum AgreementMove {
    START,
    SUSPEND,
    RESUME,
    TERMINATE,
    EXPIRE
}
