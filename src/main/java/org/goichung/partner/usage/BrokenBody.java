package org.goichung.partner.usage;

/** The body cannot be read on; what was taken before stays. Carries no stack trace: it is the client's body, not our fault. */
final class BrokenBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason {@code gzip}, {@code json}, {@code truncated} or {@code stalled} */
    BrokenBody(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
