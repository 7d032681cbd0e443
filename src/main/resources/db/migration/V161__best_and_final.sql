-- One last round: every bid that stands may be bettered once more by a common deadline, sealed as the first offers were.
ALTER TABLE rfq DROP CONSTRAINT rfq_state_check;
ALTER TABLE rfq ADD CONSTRAINT rfq_state_check CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'BEST_AND_FINAL', 'EVALUATED', 'AWARDED',
                                                                'RATIFYING', 'CONCLUDED', 'CANCELLED', 'FAILED'));
ALTER TABLE rfq
    ADD COLUMN final_deadline  timestamptz,
    ADD COLUMN final_called_at timestamptz,
    ADD COLUMN final_called_by text,
    ADD COLUMN final_reason    text CHECK (length(final_reason) BETWEEN 1 AND 1000),
    ADD COLUMN final_ended_at  timestamptz,
    ADD CONSTRAINT rfq_final_is_called_by_somebody
        CHECK ((final_deadline IS NULL) = (final_called_at IS NULL) AND (final_deadline IS NULL) = (final_called_by IS NULL)),
    ADD CONSTRAINT rfq_final_ended_after_its_deadline CHECK (final_ended_at IS NULL OR final_ended_at > final_deadline),
    ADD CONSTRAINT rfq_final_runs CHECK (state <> 'BEST_AND_FINAL' OR final_deadline IS NOT NULL AND final_ended_at IS NULL);
CREATE INDEX rfq_final_due ON rfq (final_deadline) WHERE state = 'BEST_AND_FINAL';

ALTER TABLE bid DROP CONSTRAINT bid_state_check;
ALTER TABLE bid ADD CONSTRAINT bid_state_check CHECK (state IN ('SUBMITTED', 'WITHDRAWN', 'REVEALED', 'COUNTERED', 'REVISED',
                                                                'COUNTER_ACCEPTED', 'INVITED', 'AWARDED', 'NOT_AWARDED', 'DECLINED',
                                                                'EXPIRED'));

-- Last offers until the round ends. Whose they are is known by a keyed index alone, which is not the one its bid is found by.
CREATE TABLE final_offer (
    id           uuid PRIMARY KEY,
    rfq_id       uuid        NOT NULL REFERENCES rfq,
    final_index  text        NOT NULL,
    sealed       text        NOT NULL,
    digest       text        NOT NULL,
    submitted_at timestamptz NOT NULL,
    withdrawn_at timestamptz
);
CREATE INDEX final_offer_of_rfq ON final_offer (rfq_id, id);
GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON final_offer TO ${app}, ${system};
