-- Negotiation: mandate -> RFQ -> sealed offers -> award -> ratification -> agreement.

CREATE TABLE mandate (
    id            uuid PRIMARY KEY,
    version       bigint      NOT NULL,
    enterprise_id uuid        NOT NULL,
    from_body_id  uuid        NOT NULL,
    to_body_id    uuid        NOT NULL,
    voters        integer     NOT NULL CHECK (voters > 0),
    yes           integer     NOT NULL CHECK (yes >= 0),
    no            integer     NOT NULL CHECK (no >= 0),
    valid_until   date        NOT NULL,
    given_at      timestamptz NOT NULL,
    withdrawn_at  timestamptz,
    CONSTRAINT mandate_ballot_adds_up CHECK (yes + no <= voters),
    CONSTRAINT mandate_was_carried CHECK (yes > no AND 2 * (yes + no) >= voters)
);
CREATE UNIQUE INDEX mandate_standing ON mandate (enterprise_id, to_body_id) WHERE withdrawn_at IS NULL;
CREATE INDEX mandate_to_body ON mandate (to_body_id, id);
GRANT SELECT, INSERT, UPDATE ON mandate TO ${app}, ${system};

CREATE TABLE rfq (
    id                        uuid PRIMARY KEY,
    version                   bigint      NOT NULL,
    lead_body_id              uuid        NOT NULL,
    title                     text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    state                     text        NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'EVALUATED', 'AWARDED',
                                                                    'RATIFYING', 'CONCLUDED', 'CANCELLED', 'FAILED')),
    lots                      text        NOT NULL CHECK (lots IS JSON ARRAY),
    offer_deadline            timestamptz NOT NULL,
    ratification_window_hours integer     NOT NULL CHECK (ratification_window_hours > 0),
    quorum                    integer     NOT NULL CHECK (quorum > 0),
    grace_days                integer     NOT NULL CHECK (grace_days BETWEEN 0 AND 31),
    roll_over                 text        NOT NULL CHECK (roll_over IN ('NONE', 'ONE_PERIOD', 'UNTIL_END')),
    wrapped_key               text,
    created_at                timestamptz NOT NULL,
    opened_at                 timestamptz,
    closed_at                 timestamptz,
    CONSTRAINT rfq_open_has_key CHECK (opened_at IS NULL OR wrapped_key IS NOT NULL),
    CONSTRAINT rfq_closed_after_deadline CHECK (closed_at IS NULL OR closed_at > offer_deadline)
);
CREATE INDEX rfq_lead ON rfq (lead_body_id, id);
CREATE INDEX rfq_due ON rfq (offer_deadline) WHERE state = 'OPEN';
GRANT SELECT, INSERT, UPDATE ON rfq TO ${app}, ${system};

-- The coalition: each enterprise with the mandate it takes part on, and its demand per lot and carrier as it stood at opening.
CREATE TABLE rfq_member (
    id            uuid PRIMARY KEY,
    rfq_id        uuid NOT NULL REFERENCES rfq,
    enterprise_id uuid NOT NULL,
    mandate_id    uuid NOT NULL REFERENCES mandate,
    demand        text NOT NULL CHECK (demand IS JSON OBJECT),
    UNIQUE (rfq_id, enterprise_id)
);
CREATE INDEX rfq_member_enterprise ON rfq_member (enterprise_id, rfq_id);
GRANT SELECT, INSERT, UPDATE ON rfq_member TO ${app}, ${system};

-- The thread between one carrier and the union on a lot. Until the RFQ closes the bidder is known by a keyed index only.
CREATE TABLE bid (
    id           uuid PRIMARY KEY,
    version      bigint NOT NULL,
    rfq_id       uuid   NOT NULL REFERENCES rfq,
    state        text   NOT NULL CHECK (state IN ('SUBMITTED', 'WITHDRAWN', 'REVEALED', 'COUNTERED', 'REVISED',
                                                  'COUNTER_ACCEPTED', 'AWARDED', 'NOT_AWARDED', 'DECLINED', 'EXPIRED')),
    bidder_index text   NOT NULL,
    standing_offer_id uuid NOT NULL,
    carrier_id   uuid,
    lot          text,
    valid_until  timestamptz,
    CONSTRAINT bid_sealed_or_revealed CHECK ((carrier_id IS NULL) = (lot IS NULL)),
    CONSTRAINT bid_revealed_names_carrier CHECK (state IN ('SUBMITTED', 'WITHDRAWN', 'EXPIRED') OR carrier_id IS NOT NULL)
);
CREATE UNIQUE INDEX bid_one_per_carrier_and_lot ON bid (rfq_id, bidder_index) WHERE state <> 'WITHDRAWN';
CREATE INDEX bid_to_expire ON bid (valid_until) WHERE state IN ('REVEALED', 'COUNTERED', 'REVISED', 'COUNTER_ACCEPTED');
GRANT SELECT, INSERT, UPDATE ON bid TO ${app}, ${system};

-- Immutable revisions of a bid. `sealed` is what was handed in before the deadline; `content` is filled when it is revealed.
CREATE TABLE offer (
    id           uuid PRIMARY KEY,
    bid_id       uuid        NOT NULL REFERENCES bid,
    revision     integer     NOT NULL CHECK (revision > 0),
    side         text        NOT NULL CHECK (side IN ('CARRIER', 'UNION')),
    sealed       text,
    content      text CHECK (content IS JSON OBJECT),
    digest       text        NOT NULL,
    submitted_at timestamptz NOT NULL,
    UNIQUE (bid_id, revision),
    CONSTRAINT offer_has_content CHECK (sealed IS NOT NULL OR content IS NOT NULL)
);
GRANT SELECT, INSERT, UPDATE (content) ON offer TO ${app}, ${system};

-- How far a promotion may go below the reference price, by kind of subscriber. Dated configuration, each row with its source.
CREATE TABLE promotion_ceiling (
    subscriber_kind      text    NOT NULL CHECK (subscriber_kind IN ('PREPAID', 'POSTPAID')),
    valid_from           date    NOT NULL,
    valid_until          date,
    max_discount_percent integer NOT NULL CHECK (max_discount_percent BETWEEN 0 AND 100),
    source               text    NOT NULL,
    PRIMARY KEY (subscriber_kind, valid_from),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
);
GRANT SELECT ON promotion_ceiling TO ${app}, ${system};
INSERT INTO promotion_ceiling (subscriber_kind, valid_from, max_discount_percent, source)
VALUES ('PREPAID', '2018-03-01', 20, 'Thông tư 47/2017/TT-BTTTT'),
       ('POSTPAID', '2018-03-01', 50, 'Thông tư 47/2017/TT-BTTTT');

CREATE TABLE award (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    rfq_id     uuid        NOT NULL REFERENCES rfq,
    made_at    timestamptz NOT NULL,
    vote_until timestamptz NOT NULL CHECK (vote_until > made_at),
    shortfalls text        NOT NULL CHECK (shortfalls IS JSON ARRAY),
    outcome    text CHECK (outcome IN ('CONCLUDED', 'QUORUM_LOST', 'TIER_LOST')),
    settled_at timestamptz,
    CONSTRAINT award_settled_once CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE UNIQUE INDEX award_pending ON award (rfq_id) WHERE outcome IS NULL;
CREATE INDEX award_rfq ON award (rfq_id, id);
CREATE INDEX award_due ON award (vote_until) WHERE outcome IS NULL;
GRANT SELECT, INSERT, UPDATE ON award TO ${app}, ${system};

CREATE TABLE award_line (
    id                 uuid PRIMARY KEY,
    award_id           uuid   NOT NULL REFERENCES award,
    enterprise_id      uuid   NOT NULL,
    offer_id           uuid   NOT NULL REFERENCES offer,
    lot                text   NOT NULL,
    lines              bigint NOT NULL CHECK (lines > 0),
    price_vnd          bigint NOT NULL CHECK (price_vnd >= 0),
    alone_price_vnd    bigint NOT NULL CHECK (alone_price_vnd >= 0),
    fund_vnd_per_month bigint CHECK (fund_vnd_per_month >= 0),
    UNIQUE (award_id, enterprise_id, offer_id)
);
GRANT SELECT, INSERT ON award_line TO ${app}, ${system};

CREATE TABLE ratification_vote (
    id            uuid PRIMARY KEY,
    award_id      uuid        NOT NULL REFERENCES award,
    enterprise_id uuid        NOT NULL,
    carried       boolean     NOT NULL,
    voters        integer CHECK (voters > 0),
    yes           integer CHECK (yes >= 0),
    no            integer CHECK (no >= 0),
    cast_at       timestamptz NOT NULL,
    UNIQUE (award_id, enterprise_id),
    CHECK (voters IS NULL OR yes + no <= voters)
);
GRANT SELECT, INSERT ON ratification_vote TO ${app}, ${system};

CREATE TABLE agreement (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    rfq_id       uuid        NOT NULL REFERENCES rfq,
    offer_id     uuid        NOT NULL UNIQUE REFERENCES offer,
    lead_body_id uuid        NOT NULL,
    carrier_id   uuid        NOT NULL,
    title        text        NOT NULL,
    lot          text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('RATIFIED', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED')),
    from_date    date        NOT NULL,
    until_date   date        NOT NULL CHECK (until_date > from_date),
    grace_days   integer     NOT NULL CHECK (grace_days BETWEEN 0 AND 31),
    roll_over    text        NOT NULL CHECK (roll_over IN ('NONE', 'ONE_PERIOD', 'UNTIL_END')),
    ratified_at  timestamptz NOT NULL
);
CREATE INDEX agreement_lead ON agreement (lead_body_id, id);
CREATE INDEX agreement_carrier ON agreement (carrier_id, id);
CREATE INDEX agreement_to_start ON agreement (from_date) WHERE state = 'RATIFIED';
CREATE INDEX agreement_to_end ON agreement (until_date) WHERE state IN ('IN_FORCE', 'SUSPENDED');
GRANT SELECT, INSERT, UPDATE ON agreement TO ${app}, ${system};

CREATE TABLE agreement_allocation (
    id                     uuid PRIMARY KEY,
    agreement_id           uuid   NOT NULL REFERENCES agreement,
    enterprise_id          uuid   NOT NULL,
    package_version_id     uuid   NOT NULL,
    lines_per_month        bigint NOT NULL CHECK (lines_per_month > 0),
    price_vnd              bigint NOT NULL CHECK (price_vnd >= 0),
    shared_bytes_per_month bigint CHECK (shared_bytes_per_month > 0),
    fund_vnd_per_month     bigint CHECK (fund_vnd_per_month > 0),
    UNIQUE (agreement_id, enterprise_id, package_version_id)
);
CREATE INDEX agreement_allocation_enterprise ON agreement_allocation (enterprise_id, agreement_id);
GRANT SELECT, INSERT ON agreement_allocation TO ${app}, ${system};

-- Every move that was made: who, when, on whose mandate. Append-only. Sealed moves are written when the RFQ closes.
CREATE TABLE negotiation_record (
    id          uuid PRIMARY KEY,
    rfq_id      uuid,
    subject     uuid        NOT NULL,
    move        text        NOT NULL,
    state       text        NOT NULL,
    principal   text        NOT NULL,
    body_id     uuid,
    carrier_id  uuid,
    mandate_ids uuid[]      NOT NULL,
    happened_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT goichung_now()
);
CREATE INDEX negotiation_record_subject ON negotiation_record (subject, id);
GRANT SELECT, INSERT ON negotiation_record TO ${app}, ${system};
