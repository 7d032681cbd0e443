-- Rosters that were sent, how far each has come, and which rows were at fault. No value of a row is kept.

CREATE TABLE worker_import (
    id              uuid PRIMARY KEY,
    enterprise_id   uuid NOT NULL REFERENCES enterprise,
    principal       text NOT NULL,
    dry_run         boolean NOT NULL,
    sha256          bytea NOT NULL CHECK (length(sha256) = 32),
    size_bytes      bigint NOT NULL CHECK (size_bytes >= 0),
    status          text NOT NULL CHECK (status IN ('RECEIVED', 'RUNNING', 'FINISHED', 'FAILED')),
    failure         text,
    failure_columns text[] NOT NULL DEFAULT '{}',
    unknown_columns integer[] NOT NULL DEFAULT '{}',
    rows_read       bigint NOT NULL DEFAULT 0,
    rows_accepted   bigint NOT NULL DEFAULT 0,
    rows_rejected   bigint NOT NULL DEFAULT 0,
    rows_mended     bigint NOT NULL DEFAULT 0,
    received_at     timestamptz NOT NULL DEFAULT goichung_now(),
    touched_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at     timestamptz,
    CHECK ((status = 'FAILED') = (failure IS NOT NULL)),
    CHECK (rows_accepted + rows_rejected = rows_read)
);
CREATE UNIQUE INDEX worker_import_same_file ON worker_import (enterprise_id, sha256)
    WHERE NOT dry_run AND status <> 'FAILED';
CREATE INDEX worker_import_unfinished ON worker_import (touched_at) WHERE status IN ('RECEIVED', 'RUNNING');
GRANT SELECT, INSERT, UPDATE ON worker_import TO ${app}, ${system};

CREATE TABLE worker_import_error (
    import_id   uuid NOT NULL REFERENCES worker_import,
    row_number  bigint NOT NULL,
    ordinal     integer NOT NULL,
    column_name text NOT NULL,
    code        text NOT NULL,
    mended      boolean NOT NULL,
    PRIMARY KEY (import_id, row_number, ordinal)
);
GRANT SELECT, INSERT ON worker_import_error TO ${app}, ${system};
