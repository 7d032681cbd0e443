-- Offers of carriers without a machine, entered by an official and confirmed by a witness. Sealed under the RFQ's key as all others; the
-- keyed indexes find those of one person. What counts at the close becomes a bid and its offer.
CREATE TABLE paper_offer (
    id                  uuid PRIMARY KEY,
    version             bigint      NOT NULL,
    rfq_id              uuid        NOT NULL REFERENCES rfq,
    enterer_index       text        NOT NULL,
    witness_index       text        NOT NULL,
    sealed              text        NOT NULL,
    digest              text        NOT NULL,
    entered_at          timestamptz NOT NULL,
    confirmed_at        timestamptz,
    withdrawal_index    text,
    withdrawn_at        timestamptz,
    outcome             text CHECK (outcome IN ('REVEALED', 'SET_ASIDE', 'LAPSED')),
    CONSTRAINT paper_offer_two_people CHECK (enterer_index <> witness_index),
    CONSTRAINT paper_offer_counts_when_confirmed CHECK (outcome <> 'REVEALED' OR confirmed_at IS NOT NULL AND withdrawn_at IS NULL)
);
CREATE INDEX paper_offer_of_rfq ON paper_offer (rfq_id, id);
GRANT SELECT, INSERT, UPDATE (version, confirmed_at, withdrawal_index, withdrawn_at, outcome) ON paper_offer TO ${app}, ${system};
