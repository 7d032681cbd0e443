-- What carriers ask about an open RFQ. Who asked is sealed under the RFQ's key; the keyed index finds a carrier's own.
CREATE TABLE rfq_question (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    rfq_id      uuid        NOT NULL REFERENCES rfq,
    asker_index text        NOT NULL,
    asker       text        NOT NULL,
    text        text        NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    asked_at    timestamptz NOT NULL,
    answer      text CHECK (length(answer) BETWEEN 1 AND 4000),
    answered_at timestamptz,
    CONSTRAINT rfq_question_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX rfq_question_of_rfq ON rfq_question (rfq_id, id);
GRANT SELECT, INSERT, UPDATE (version, answer, answered_at) ON rfq_question TO ${app}, ${system};

-- What was changed on an open RFQ: who, when, why, old and new. Append-only.
CREATE TABLE rfq_amendment (
    id         uuid PRIMARY KEY,
    rfq_id     uuid        NOT NULL REFERENCES rfq,
    number     integer     NOT NULL CHECK (number > 0),
    principal  text        NOT NULL,
    body_id    uuid        NOT NULL,
    reason     text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    changes    text        NOT NULL CHECK (changes IS JSON OBJECT),
    amended_at timestamptz NOT NULL,
    UNIQUE (rfq_id, number)
);
GRANT SELECT, INSERT ON rfq_amendment TO ${app}, ${system};

ALTER TABLE rfq ADD COLUMN amendments integer NOT NULL DEFAULT 0 CHECK (amendments >= 0);
