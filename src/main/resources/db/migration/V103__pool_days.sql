-- What was taken out of a pool per day, summed from entries once the day is over: what a pool's pace is told by.
CREATE TABLE quota_pool_day (
    enterprise_id uuid NOT NULL,
    pool_id       uuid NOT NULL,
    day           date NOT NULL,          -- in Asia/Ho_Chi_Minh
    consumed      bigint NOT NULL,        -- posted and overused; less than nothing where more was taken back
    PRIMARY KEY (enterprise_id, pool_id, day)
);
GRANT SELECT ON quota_pool_day TO ${app};
GRANT SELECT, INSERT, UPDATE (consumed) ON quota_pool_day TO ${system};

-- How far a pool's entries are summed.
CREATE TABLE quota_pool_summed (
    enterprise_id uuid NOT NULL,
    pool_id       uuid NOT NULL,
    entry         bigint NOT NULL,        -- the last one that is in a day
    until_day     date NOT NULL,          -- exclusive
    PRIMARY KEY (enterprise_id, pool_id)
);
GRANT SELECT, INSERT, UPDATE (entry, until_day) ON quota_pool_summed TO ${system};
