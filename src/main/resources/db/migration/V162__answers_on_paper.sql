-- What a carrier without a machine answers to a counter-offer, or offers last: entered by one official, confirmed by a second. Sealed, since
-- in a best-and-final round nobody else may know of it; its two people are known by keyed indexes.
CREATE TABLE paper_answer (
    id            uuid PRIMARY KEY,
    version       bigint      NOT NULL,
    rfq_id        uuid        NOT NULL REFERENCES rfq,
    enterer_index text        NOT NULL,
    witness_index text        NOT NULL,
    sealed        text        NOT NULL,
    entered_at    timestamptz NOT NULL,
    confirmed_at  timestamptz,
    withdrawn_at  timestamptz,
    CONSTRAINT paper_answer_by_two CHECK (enterer_index <> witness_index),
    CONSTRAINT paper_answer_ends_once CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX paper_answer_of_rfq ON paper_answer (rfq_id, id);
GRANT SELECT, INSERT, UPDATE (version, confirmed_at, withdrawn_at) ON paper_answer TO ${app}, ${system};

ALTER TABLE final_offer ADD COLUMN on_paper boolean NOT NULL DEFAULT false;
