-- Whose line an event counts under, so that one enrolment's usage is told against its own package. Known of events from here on, as long
-- as they are kept.

ALTER TABLE usage_event ADD COLUMN enrolment_id uuid;
CREATE INDEX usage_event_of_enrolment ON usage_event (enrolment_id, started_at) WHERE enrolment_id IS NOT NULL;
GRANT SELECT (enrolment_id, state, started_at, bytes) ON usage_event TO ${app};
