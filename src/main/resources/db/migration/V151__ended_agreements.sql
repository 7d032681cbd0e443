-- Agreements that have ended, as it was told to enrolment: whatever is still enrolled under one of them ends with it.

CREATE TABLE enrolment_agreement_end (
    agreement_id uuid PRIMARY KEY,
    reason       text        NOT NULL CHECK (reason IN ('agreement-expired', 'agreement-terminated')),
    ended_at     timestamptz NOT NULL
);
GRANT SELECT ON enrolment_agreement_end TO ${app};
GRANT SELECT, INSERT ON enrolment_agreement_end TO ${system};

CREATE INDEX enrolment_open_of_agreement ON enrolment (agreement_id, id) WHERE state NOT IN ('exited', 'ordered');

-- those that ended before this was kept
INSERT INTO enrolment_agreement_end (agreement_id, reason, ended_at)
SELECT a.id, CASE a.state WHEN 'EXPIRED' THEN 'agreement-expired' ELSE 'agreement-terminated' END,
       CASE a.state WHEN 'EXPIRED' THEN (a.until_date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
                    ELSE coalesce((SELECT max(r.happened_at) FROM negotiation_record r
                                    WHERE r.subject = a.id AND r.move = 'terminate'), goichung_now()) END
  FROM agreement a
 WHERE a.state IN ('EXPIRED', 'TERMINATED');
