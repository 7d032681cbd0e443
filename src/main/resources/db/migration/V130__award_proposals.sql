-- Asked-for awards and what came of the search; a row that is being solved is taken again by another instance once its time is over.
CREATE TABLE award_proposal (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    rfq_id     uuid        NOT NULL REFERENCES rfq,
    rules      text        NOT NULL CHECK (rules IS JSON OBJECT),
    seconds    integer     NOT NULL CHECK (seconds BETWEEN 1 AND 60),
    state      text        NOT NULL CHECK (state IN ('WAITING', 'SOLVING', 'SOLVED', 'FAILED')),
    asked_at   timestamptz NOT NULL,
    taken_until timestamptz,
    ended_at   timestamptz,
    result     text CHECK (result IS JSON OBJECT),
    CONSTRAINT award_proposal_taken CHECK ((state = 'SOLVING') = (taken_until IS NOT NULL)),
    CONSTRAINT award_proposal_ended CHECK ((state IN ('SOLVED', 'FAILED')) = (ended_at IS NOT NULL)),
    CONSTRAINT award_proposal_result CHECK ((state = 'SOLVED') = (result IS NOT NULL))
);
CREATE INDEX award_proposal_of_rfq ON award_proposal (rfq_id, id);
CREATE INDEX award_proposal_due ON award_proposal (asked_at) WHERE state IN ('WAITING', 'SOLVING');
GRANT SELECT, INSERT, UPDATE ON award_proposal TO ${app}, ${system};
