-- Lines and fund that one member of an agreement gives another in months to come. What the agreement gives in all stays as it was agreed,
-- and so does what was agreed first: an accepted amendment is the agreement's next revision. An answered one never changes.

CREATE TABLE agreement_amendment (
    id                     uuid PRIMARY KEY,
    version                bigint      NOT NULL,
    agreement_id           uuid        NOT NULL REFERENCES agreement,
    from_enterprise_id     uuid        NOT NULL,
    to_enterprise_id       uuid        NOT NULL CHECK (to_enterprise_id <> from_enterprise_id),
    package_version_id     uuid        NOT NULL,
    lines_per_month        bigint      NOT NULL CHECK (lines_per_month > 0),
    shared_bytes_per_month bigint CHECK (shared_bytes_per_month > 0),
    fund_vnd_per_month     bigint CHECK (fund_vnd_per_month > 0),
    from_month             date        NOT NULL CHECK (extract(day FROM from_month) = 1),
    until_month            date        NOT NULL CHECK (extract(day FROM until_month) = 1 AND until_month >= from_month),
    state                  text        NOT NULL CHECK (state IN ('PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    revision               integer CHECK (revision > 1),
    proposed_at            timestamptz NOT NULL,
    expires_at             timestamptz NOT NULL,
    answered_at            timestamptz,
    UNIQUE (agreement_id, revision),
    CONSTRAINT amendment_answered CHECK ((state = 'PROPOSED') = (answered_at IS NULL)),
    CONSTRAINT amendment_accepted_is_a_revision CHECK ((state = 'ACCEPTED') = (revision IS NOT NULL))
);
CREATE INDEX agreement_amendment_of ON agreement_amendment (agreement_id, id);
GRANT SELECT, INSERT, UPDATE (state, revision, answered_at, version) ON agreement_amendment TO ${app}, ${system};

-- The same as it was told to the ledger: what an amendment adds to or takes from an enterprise's months.
CREATE TABLE quota_term_change (
    amendment_id       uuid   NOT NULL,
    agreement_id       uuid   NOT NULL,
    enterprise_id      uuid   NOT NULL,
    package_version_id uuid   NOT NULL,
    first_period       date   NOT NULL CHECK (extract(day FROM first_period) = 1),
    last_period        date   NOT NULL CHECK (extract(day FROM last_period) = 1),
    lines              bigint NOT NULL,
    shared_bytes       bigint NOT NULL,
    fund_vnd           bigint NOT NULL,
    PRIMARY KEY (amendment_id, enterprise_id)
);
CREATE INDEX quota_term_change_of ON quota_term_change (agreement_id, enterprise_id);
GRANT SELECT, INSERT ON quota_term_change TO ${system};
