-- The last day for which every open enrolment was held against its worker's employment.

CREATE TABLE enrolment_calendar (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    checked_for date NOT NULL
);
INSERT INTO enrolment_calendar (checked_for) VALUES ('2000-01-01');
GRANT SELECT ON enrolment_calendar TO ${app};
GRANT SELECT, UPDATE ON enrolment_calendar TO ${system};

CREATE INDEX enrolment_open ON enrolment (id) WHERE state <> 'exited';
