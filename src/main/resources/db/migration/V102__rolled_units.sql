-- How much of a pool's limit has rolled over before: it does not roll again unless agreed, wherever a transfer takes it.
ALTER TABLE quota_pool ADD COLUMN rolled bigint NOT NULL DEFAULT 0 CHECK (rolled >= 0);
UPDATE quota_pool SET rolled = carried_in WHERE carried_in > 0;
ALTER TABLE quota_transfer ADD COLUMN rolled bigint NOT NULL DEFAULT 0 CHECK (rolled >= 0);
