-- The platform's own tables. ${app}: requests; ${system}: relay, feed, batch writer and jobs. Only what is needed is granted.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ${app}, ${system};

-- What the keys file of this database's first start looked like; a start with other keys is refused.
CREATE TABLE key_check (
    fingerprint text PRIMARY KEY
);
INSERT INTO key_check VALUES ('${keys}');

-- The one clock: the database's time plus the demo's offset.
CREATE TABLE clock_offset (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    seconds  bigint NOT NULL DEFAULT 0
);
INSERT INTO clock_offset DEFAULT VALUES;
CREATE FUNCTION goichung_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS
    $$ SELECT clock_timestamp() + make_interval(secs => (SELECT seconds FROM clock_offset)) $$;
GRANT SELECT ON clock_offset TO ${app}, ${system};
GRANT UPDATE ON clock_offset TO ${system};

CREATE TABLE account (
    id            uuid PRIMARY KEY,
    login         text NOT NULL UNIQUE CHECK (length(login) BETWEEN 3 AND 80),
    password_hash text NOT NULL,
    role          text NOT NULL CHECK (role IN
                      ('union-officer', 'steward', 'employer', 'carrier', 'worker', 'auditor', 'admin')),
    enterprise_id uuid,
    union_body_id uuid,
    carrier_id    uuid,
    worker_id     uuid,
    demo          boolean NOT NULL DEFAULT false,
    disabled      boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CHECK (CASE role
        WHEN 'union-officer' THEN union_body_id IS NOT NULL
        WHEN 'steward'       THEN enterprise_id IS NOT NULL
        WHEN 'employer'      THEN enterprise_id IS NOT NULL
        WHEN 'carrier'       THEN carrier_id IS NOT NULL
        WHEN 'worker'        THEN worker_id IS NOT NULL
        WHEN 'auditor'       THEN num_nonnulls(enterprise_id, union_body_id, carrier_id) = 1
        ELSE true END)
);
GRANT SELECT, INSERT, UPDATE ON account TO ${app}, ${system};

CREATE TABLE api_key (
    id         uuid PRIMARY KEY,
    key_hash   bytea NOT NULL UNIQUE,
    carrier_id uuid NOT NULL,
    label      text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    demo       boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
CREATE INDEX api_key_of_carrier ON api_key (carrier_id, id);
GRANT SELECT, INSERT, UPDATE ON api_key TO ${app}, ${system};

-- Unpartitioned on purpose: a partition by month would lose keys at midnight. Kept 48 hours.
CREATE TABLE idempotency_key (
    scope_hash bytea NOT NULL,          -- keyed hash of principal, method, path and key
    body_hash  bytea NOT NULL,          -- keyed hash of what the client sent
    status     integer,                 -- of the stored answer; null only inside the claiming transaction
    answer     bytea,                   -- headers and body, sealed
    claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (scope_hash)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (claimed_at);
GRANT SELECT, INSERT, UPDATE ON idempotency_key TO ${app}, ${system};
GRANT DELETE ON idempotency_key TO ${system};

CREATE TABLE outbox_event (
    id           uuid PRIMARY KEY,
    seq          bigint GENERATED ALWAYS AS IDENTITY,
    type         text NOT NULL,
    key          uuid NOT NULL,
    subject      uuid NOT NULL,
    audience     text[] NOT NULL,
    data         jsonb NOT NULL,
    occurred_at  timestamptz NOT NULL,
    -- set by the relay: when receivers had it, and the place in the published order
    attempts     integer NOT NULL DEFAULT 0,
    retry_at     timestamptz,
    published_seq bigint UNIQUE
);
CREATE SEQUENCE outbox_published;
CREATE INDEX outbox_waiting ON outbox_event (seq) WHERE published_seq IS NULL;
GRANT SELECT, INSERT ON outbox_event TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_event TO ${system};
GRANT USAGE ON SEQUENCE outbox_published TO ${system};

CREATE TABLE audit_entry (
    id          uuid PRIMARY KEY,
    tenant      text NOT NULL,          -- the audience word: enterprise:<id>, carrier:<id>, union:<id>
    actor       text NOT NULL,
    action      text NOT NULL,
    subject     uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    salt        bytea NOT NULL,
    commitment  bytea NOT NULL,         -- SHA-256 of salt and content: the chain covers this, so content can be erased
    -- set once by the chaining job
    position    bigint,
    hash        bytea,
    UNIQUE (tenant, position)
);
CREATE INDEX audit_unchained ON audit_entry (id) WHERE position IS NULL;
GRANT SELECT, INSERT ON audit_entry TO ${app};
GRANT SELECT, INSERT, UPDATE (position, hash) ON audit_entry TO ${system};
