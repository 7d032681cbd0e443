-- One-time links by which a member's officers vote on an award. Of the secret only its hash stays; until the notice is sent the secret
-- is kept wrapped by a key outside the database.

CREATE TABLE vote_link (
    id             uuid PRIMARY KEY,
    award_id       uuid        NOT NULL REFERENCES award,
    rfq_id         uuid        NOT NULL REFERENCES rfq,
    enterprise_id  uuid        NOT NULL,
    union_body_id  uuid        NOT NULL,
    account_id     uuid,
    login          text,
    secret_hash    bytea       NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
    wrapped_secret bytea,
    valid_until    timestamptz NOT NULL,
    made_at        timestamptz NOT NULL DEFAULT goichung_now(),
    attempts       integer     NOT NULL DEFAULT 0,
    retry_at       timestamptz NOT NULL DEFAULT goichung_now(),
    sent_at        timestamptz,
    used_at        timestamptz,
    CONSTRAINT vote_link_one_for_each UNIQUE NULLS NOT DISTINCT (award_id, enterprise_id, account_id)
);
CREATE INDEX vote_link_to_send ON vote_link (retry_at) WHERE wrapped_secret IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (wrapped_secret, attempts, retry_at, sent_at, used_at) ON vote_link TO ${app}, ${system};
