-- What a pool's balances were behind every few thousandth entry, so that a balance of the past is never the sum of all that came before.
-- A mark is a copy: entries alone are the truth.
CREATE TABLE quota_mark (
    enterprise_id   uuid NOT NULL,
    pool_id         uuid NOT NULL,
    entry           bigint NOT NULL CHECK (entry > 0),
    recorded_at     timestamptz NOT NULL,
    granted         bigint NOT NULL,
    carried_in      bigint NOT NULL,
    transferred_in  bigint NOT NULL,
    carried_out     bigint NOT NULL,
    transferred_out bigint NOT NULL,
    returned        bigint NOT NULL,
    reserved        bigint NOT NULL,
    posted          bigint NOT NULL,
    overused        bigint NOT NULL,
    PRIMARY KEY (enterprise_id, pool_id, entry),
    FOREIGN KEY (enterprise_id, pool_id) REFERENCES quota_pool
);
GRANT SELECT ON quota_mark TO ${app};
GRANT SELECT, INSERT ON quota_mark TO ${system};

-- A mark among entries that were detached, all but the last of them, stands beside nothing that could be added to it.
CREATE VIEW quota_standing_mark AS
SELECT m.* FROM quota_mark m
 WHERE NOT EXISTS (SELECT FROM quota_closing c
                    WHERE c.enterprise_id = m.enterprise_id AND c.pool_id = m.pool_id
                      AND c.first_entry <= m.entry AND m.entry < c.last_entry);
GRANT SELECT ON quota_standing_mark TO ${app}, ${system};

INSERT INTO quota_mark
SELECT p.enterprise_id, p.pool_id, p.last_entry, e.recorded_at, p.granted, p.carried_in, p.transferred_in, p.carried_out,
       p.transferred_out, p.returned, p.reserved, p.posted, p.overused
  FROM quota_pool p
  JOIN quota_entry e ON e.enterprise_id = p.enterprise_id AND e.pool_id = p.pool_id AND e.number = p.last_entry
 WHERE p.last_entry >= 4096;
