-- Enterprises join and leave a coalition until its RFQ closes. A row stays when its enterprise leaves; it takes part while left_at is null.
ALTER TABLE rfq_member ADD COLUMN left_at timestamptz;
ALTER TABLE rfq ADD COLUMN membership_changes integer NOT NULL DEFAULT 0 CHECK (membership_changes >= 0);

-- Every join and leave: who, when, on whose mandate, why. Append-only.
CREATE TABLE rfq_membership (
    id            uuid PRIMARY KEY,
    rfq_id        uuid        NOT NULL REFERENCES rfq,
    enterprise_id uuid        NOT NULL,
    move          text        NOT NULL CHECK (move IN ('JOIN', 'LEAVE')),
    principal     text,
    body_id       uuid,
    mandate_id    uuid        NOT NULL REFERENCES mandate,
    reason        text CHECK (length(reason) BETWEEN 1 AND 1000),
    happened_at   timestamptz NOT NULL,
    CONSTRAINT rfq_membership_leaves_for_a_reason CHECK ((move = 'LEAVE') = (reason IS NOT NULL))
);
CREATE INDEX rfq_membership_of_rfq ON rfq_membership (rfq_id, id);
GRANT SELECT, INSERT ON rfq_membership TO ${app}, ${system};

-- who was named in a draft before this was kept; by whom was not put on record
INSERT INTO rfq_membership (id, rfq_id, enterprise_id, move, body_id, mandate_id, happened_at)
SELECT uuidv7(), m.rfq_id, m.enterprise_id, 'JOIN', r.lead_body_id, m.mandate_id, r.created_at
  FROM rfq_member m
  JOIN rfq r ON r.id = m.rfq_id
 ORDER BY r.created_at, m.id;
