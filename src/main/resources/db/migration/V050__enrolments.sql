-- One worker's use of one subsidised package, the consents it stands on, and the order its carrier works off.

CREATE TABLE enrolment (
    id                 uuid PRIMARY KEY,
    worker_id          uuid        NOT NULL,
    enterprise_id      uuid        NOT NULL,
    programme_id       uuid        NOT NULL,
    agreement_id       uuid        NOT NULL,
    package_version_id uuid        NOT NULL REFERENCES package_version,
    carrier_id         uuid        NOT NULL REFERENCES carrier,
    msisdn_index       bytea       NOT NULL CHECK (octet_length(msisdn_index) = 32),
    state              text        NOT NULL CHECK (state IN
                           ('draft', 'qualified', 'consented', 'ordered', 'active', 'paused', 'lapsed', 'notice-of-non-use',
                            'recertification-due', 'exited')),
    reasons            jsonb       NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(reasons) = 'array'),
    price_vnd          bigint      NOT NULL CHECK (price_vnd >= 0),
    carrier_vnd        bigint      NOT NULL CHECK (carrier_vnd >= 0),
    union_vnd          bigint      NOT NULL CHECK (union_vnd >= 0),
    employer_vnd       bigint      NOT NULL CHECK (employer_vnd >= 0),
    worker_vnd         bigint      NOT NULL CHECK (worker_vnd >= 0),
    fund_vnd           bigint      NOT NULL CHECK (fund_vnd BETWEEN 0 AND union_vnd + employer_vnd),
    decided_at         timestamptz NOT NULL,
    active_from        timestamptz,
    exited_at          timestamptz CHECK ((state = 'exited') = (exited_at IS NOT NULL)),
    exit_reason        text CHECK (exit_reason ~ '^[a-z][a-z-]{1,60}$'),
    created_at         timestamptz NOT NULL DEFAULT goichung_now(),
    version            bigint      NOT NULL DEFAULT 1,
    CONSTRAINT shares_make_the_price CHECK (carrier_vnd + union_vnd + employer_vnd + worker_vnd = price_vnd)
);
CREATE UNIQUE INDEX enrolment_one_per_person ON enrolment (worker_id, programme_id) WHERE state <> 'exited';
CREATE UNIQUE INDEX enrolment_one_per_number ON enrolment (msisdn_index) WHERE state <> 'exited';
CREATE INDEX enrolment_of_enterprise ON enrolment (enterprise_id, id);
CREATE INDEX enrolment_of_worker ON enrolment (worker_id, id);
GRANT SELECT, INSERT, UPDATE ON enrolment TO ${app}, ${system};

-- What a person agreed to, purpose by purpose, in which wording; never changed.
CREATE TABLE enrolment_consent (
    enrolment_id uuid        NOT NULL REFERENCES enrolment,
    purpose      text        NOT NULL CHECK (purpose IN ('number-to-carrier', 'usage-for-quota')),
    text_version text        NOT NULL CHECK (text_version ~ '^[0-9]{4}-[0-9]{2}$'),
    given_at     timestamptz NOT NULL DEFAULT goichung_now(),
    recorded_by  text        NOT NULL,
    witness      bytea,
    PRIMARY KEY (enrolment_id, purpose, given_at)
);
GRANT SELECT, INSERT ON enrolment_consent TO ${app}, ${system};

-- An order to a carrier. The number is readable to that carrier only, and until the worker is erased.
CREATE TABLE activation (
    id                 uuid PRIMARY KEY,
    enrolment_id       uuid        NOT NULL UNIQUE REFERENCES enrolment,
    carrier_id         uuid        NOT NULL REFERENCES carrier,
    package_version_id uuid        NOT NULL REFERENCES package_version,
    msisdn             bytea,
    state              text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'acknowledged', 'refused')),
    carrier_reference  text CHECK (length(carrier_reference) BETWEEN 1 AND 80),
    activated_at       timestamptz,
    refusal            text CHECK (refusal ~ '^[a-z][a-z-]{1,40}$'),
    ordered_at         timestamptz NOT NULL DEFAULT goichung_now(),
    answered_at        timestamptz,
    CHECK (CASE state
        WHEN 'pending'      THEN num_nonnulls(carrier_reference, activated_at, refusal, answered_at) = 0
        WHEN 'acknowledged' THEN num_nonnulls(carrier_reference, activated_at, answered_at) = 3 AND refusal IS NULL
        ELSE num_nonnulls(refusal, answered_at) = 2 AND activated_at IS NULL END)
);
CREATE INDEX activation_queue ON activation (carrier_id, state, id);
GRANT SELECT, INSERT, UPDATE ON activation TO ${app}, ${system};
