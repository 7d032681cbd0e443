-- The one code a number may be proven with. Numbers that nobody has get a row too, so that asking takes the same time for all.

CREATE TABLE worker_code (
    msisdn_index bytea PRIMARY KEY CHECK (octet_length(msisdn_index) = 32),
    code_mac     bytea       NOT NULL CHECK (octet_length(code_mac) = 32),
    tries_left   integer     NOT NULL CHECK (tries_left BETWEEN 0 AND 5),
    expires_at   timestamptz NOT NULL,
    asked_since  timestamptz NOT NULL,
    asked        integer     NOT NULL CHECK (asked >= 1)
);
CREATE INDEX worker_code_by_expiry ON worker_code (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_code TO ${app}, ${system};
