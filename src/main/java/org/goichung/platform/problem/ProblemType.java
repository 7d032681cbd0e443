package org.goichung.platform.problem;

import java.util.Locale;

/**
 * Every kind of problem the service tells a client, with its HTTP status. Titles, explanations and remedies in Vietnamese and
 * English stand in {@code problems/vi.properties} and {@code problems/en.properties} under the slug; a page per type is served at
 * {@code /problems/{slug}}.
 */
public enum ProblemType {
    // --- the request itself
    MALFORMED_JSON(400),
    INVALID_REQUEST(400),
    UNKNOWN_FIELD(400),
    WRONG_TYPE(400),
    NUMBER_OUT_OF_RANGE(400),
    INVALID_CURSOR(400),
    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_INVALID(400),
    UNAUTHENTICATED(401),
    WRONG_CREDENTIALS(401),
    DEMO_ACCOUNT(403),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ALREADY_EXISTS(409),
    IDEMPOTENCY_KEY_IN_USE(409),
    ILLEGAL_MOVE(409),
    STALE_VERSION(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    VERSION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503),

    // --- catalogue

    // --- unions, enterprises, workers, rosters
    BAD_TAX_CODE(400),
    BAD_NUMBER(400),
    BAD_NATIONAL_ID(400),
    UNKNOWN_PLACE(400),
    UNION_TREE(409),
    NUMBER_TAKEN(409),
    ROSTER_NOT_UTF8(400),
    ROSTER_COLUMNS_MISSING(400),
    ROSTER_EMPTY(400),

    // --- eligibility, programmes
    INDEX_FULL(503),
    QUESTION_TOO_LARGE(422),

    // --- negotiation

    // --- quota and usage
    QUOTA_EXHAUSTED(409),
    PERIOD_CLOSED(409),
    POOL_FROZEN(409),
    RESERVATION_ENDED(409),
    MORE_THAN_RESERVED(409),
    TRANSFER_TO_ONESELF(422),
    TRANSFER_OUTSIDE_AGREEMENT(422),
    TRANSFER_ENDED(409),
    BALANCE_NOT_YET(400),
    ENTRIES_DETACHED(410),
    BROKEN_BODY(400),
    USAGE_INTERRUPTED(503),
    BAD_CRITERION(400),

    // --- negotiation
    MANDATE_NOT_CARRIED(422),
    MANDATE_MISSING(409),
    NO_DEMAND(409),
    OFFER_TOO_LATE(409),
    OFFER_INVALID(422),
    OFFER_SUPERSEDED(409),
    PACKAGE_DOES_NOT_FIT(422),
    PROMOTION_CEILING_EXCEEDED(422),
    AWARD_INVALID(422),
    AWARD_MAKES_LOSERS(422),
    TOO_MANY_QUESTIONS(409),
    TOO_MANY_AMENDMENTS(409),
    TOO_MANY_CRITERIA(409),
    TOO_MANY_PAPER_OFFERS(409),
    WITNESS_NEEDED(409),
    AMENDMENT_INVALID(422),
    AMENDMENT_ENDED(409),
    VOTE_LINK_UNKNOWN(404),
    VOTE_LINK_USED(409),
    VOTE_LINK_OVER(410),
    ALREADY_A_MEMBER(409),
    LAST_MEMBER(409),
    TOO_LATE_FOR_MEMBERS(409),
    // --- negotiation

    // --- quota and usage

    // --- enrolment
    NOT_EMPLOYED(409),
    NOT_ELIGIBLE(409),
    PROGRAMME_NOT_BEGUN(409),
    PROGRAMME_ENDED(409),
    AGREEMENT_NOT_IN_FORCE(409),
    ALREADY_ENROLLED(409),
    NUMBER_ALREADY_ENROLLED(409),
    CONSENT_NEEDED(422),

    // --- worker's own page
    WRONG_CODE(422),

// --- demo
;

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The last part of the type's address and the key of its texts, for instance {@code illegal-move}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
