-- The last entry of a pool when its period was closed: what comes later stands in a later month's statement.
ALTER TABLE quota_pool ADD COLUMN closed_entry bigint CHECK (closed_entry BETWEEN 0 AND last_entry);
UPDATE quota_pool SET closed_entry = last_entry WHERE state = 'closed';
