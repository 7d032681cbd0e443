-- How far the demo's load has come: a finished step and what it made, so that a load cut short goes on at the next start.

CREATE TABLE demo_load (
    step    text PRIMARY KEY,
    made    jsonb       NOT NULL,
    done_at timestamptz NOT NULL DEFAULT goichung_now()
);
GRANT SELECT, INSERT ON demo_load TO ${system};
