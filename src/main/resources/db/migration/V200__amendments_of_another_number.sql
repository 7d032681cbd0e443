-- An amendment that came before its original and turned out to be of another number stays parked, for a cause of its own.

ALTER TABLE usage_quarantine
    DROP CONSTRAINT usage_quarantine_cause_check,
    ADD CONSTRAINT usage_quarantine_cause_check CHECK (cause IN ('no-line', 'awaiting-original', 'amends-another-number')) NOT VALID;
GRANT UPDATE (cause) ON usage_quarantine TO ${system};
