-- Parked usage is searched by number and time, and the numbers of strangers are purged. The row stays until its retention ends, without
-- the number, and says when it lost it.

ALTER TABLE usage_quarantine
    ALTER COLUMN msisdn_index DROP NOT NULL,
    ALTER COLUMN msisdn_sealed DROP NOT NULL,
    ADD COLUMN number_purged_at timestamptz,
    ADD CONSTRAINT usage_quarantine_purged CHECK
        (num_nonnulls(msisdn_index, msisdn_sealed) = CASE WHEN number_purged_at IS NULL THEN 2 ELSE 0 END);
CREATE INDEX usage_quarantine_by_time ON usage_quarantine (parked_at, carrier_id, event_id);
CREATE INDEX usage_quarantine_of_number ON usage_quarantine (carrier_id, msisdn_index, parked_at)
    WHERE msisdn_index IS NOT NULL;
CREATE INDEX usage_quarantine_with_number ON usage_quarantine (parked_at) WHERE number_purged_at IS NULL;
GRANT UPDATE (msisdn_index, msisdn_sealed, number_purged_at) ON usage_quarantine TO ${system};
