-- Old months of entries may be taken away: each pool keeps one closing entry per month, the sums of what is gone.
CREATE TABLE quota_closing (
    enterprise_id     uuid NOT NULL,
    pool_id           uuid NOT NULL,
    month             date NOT NULL,      -- in UTC, as the partitions are cut
    first_entry       bigint NOT NULL,    -- it stands for these numbers, both inclusive
    last_entry        bigint NOT NULL,
    first_recorded_at timestamptz NOT NULL,
    last_recorded_at  timestamptz NOT NULL,
    granted           bigint NOT NULL,
    carried_in        bigint NOT NULL,
    transferred_in    bigint NOT NULL,
    carried_out       bigint NOT NULL,
    transferred_out   bigint NOT NULL,
    returned          bigint NOT NULL,
    reserved          bigint NOT NULL,
    posted            bigint NOT NULL,
    overused          bigint NOT NULL,
    PRIMARY KEY (enterprise_id, pool_id, last_entry)
);
GRANT SELECT ON quota_closing TO ${app}, ${system};

-- All that balances are the sums of: the entries that are there, and the closing entries of those that are not.
CREATE VIEW quota_booked AS
SELECT enterprise_id, pool_id, number AS first_entry, number, recorded_at, kind, limit_delta,
       CASE WHEN kind = 'grant' THEN limit_delta ELSE 0 END AS granted,
       CASE WHEN kind = 'carry-in' THEN limit_delta ELSE 0 END AS carried_in,
       CASE WHEN kind = 'transfer-in' THEN limit_delta ELSE 0 END AS transferred_in,
       CASE WHEN kind = 'carry-out' THEN -limit_delta ELSE 0 END AS carried_out,
       CASE WHEN kind = 'transfer-out' THEN -limit_delta ELSE 0 END AS transferred_out,
       CASE WHEN kind = 'return' THEN -limit_delta ELSE 0 END AS returned,
       reserved, posted, overused, reference
  FROM quota_entry
UNION ALL
SELECT enterprise_id, pool_id, first_entry, last_entry, last_recorded_at, 'closing',
       granted + carried_in + transferred_in - carried_out - transferred_out - returned,
       granted, carried_in, transferred_in, carried_out, transferred_out, returned, reserved, posted, overused, pool_id
  FROM quota_closing;
GRANT SELECT ON quota_booked TO ${app}, ${system};

CREATE OR REPLACE VIEW quota_mismatch AS
SELECT p.enterprise_id, p.pool_id
  FROM quota_pool p
  LEFT JOIN (SELECT enterprise_id, pool_id, sum(number - first_entry + 1) AS entries, max(number) AS last_entry,
                    sum(granted) AS granted, sum(carried_in) AS carried_in, sum(transferred_in) AS transferred_in,
                    sum(carried_out) AS carried_out, sum(transferred_out) AS transferred_out, sum(returned) AS returned,
                    sum(limit_delta) AS quota_limit,
                    sum(reserved) AS reserved, sum(posted) AS posted, sum(overused) AS overused
               FROM quota_booked GROUP BY enterprise_id, pool_id) e USING (enterprise_id, pool_id)
  LEFT JOIN (SELECT enterprise_id, pool_id, sum(amount) AS pending
               FROM quota_reservation WHERE state = 'pending' GROUP BY enterprise_id, pool_id) r
       USING (enterprise_id, pool_id)
 WHERE (p.granted, p.carried_in, p.transferred_in, p.carried_out, p.transferred_out, p.returned, p.quota_limit,
        p.reserved, p.reserved, p.posted, p.overused, p.last_entry, p.last_entry)
       IS DISTINCT FROM
       (coalesce(e.granted, 0), coalesce(e.carried_in, 0), coalesce(e.transferred_in, 0), coalesce(e.carried_out, 0),
        coalesce(e.transferred_out, 0), coalesce(e.returned, 0), coalesce(e.quota_limit, 0),
        coalesce(e.reserved, 0), coalesce(r.pending, 0), coalesce(e.posted, 0), coalesce(e.overused, 0),
        coalesce(e.last_entry, 0), coalesce(e.entries, 0));

-- Makes the partitions of this month and the months ahead, and of any month whose entries lie in the default partition: there they are
-- moved over, as they are. A database that is busy is left for the next time.
CREATE OR REPLACE FUNCTION quota_entry_partitions(ahead integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    present timestamp := date_trunc('month', goichung_now() AT TIME ZONE 'UTC');
    made    integer := 0;
    month   timestamp;
    name    text;
BEGIN
    PERFORM pg_advisory_xact_lock(7226350040);
    FOR month IN
        SELECT present + make_interval(months => step) FROM generate_series(0, ahead) AS step
        UNION SELECT date_trunc('month', recorded_at AT TIME ZONE 'UTC') FROM quota_entry_other
        ORDER BY 1
    LOOP
        name := 'quota_entry_' || to_char(month, 'YYYY_MM');
        CONTINUE WHEN to_regclass(name) IS NOT NULL;
        LOCK TABLE quota_entry IN SHARE ROW EXCLUSIVE MODE;
        EXECUTE format('CREATE TABLE %I (LIKE quota_entry INCLUDING ALL)', name);
        EXECUTE format('WITH moved AS (DELETE FROM quota_entry_other WHERE recorded_at >= %L AND recorded_at < %L RETURNING *)
                        INSERT INTO %I SELECT * FROM moved',
                       month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC', name);
        EXECUTE format('ALTER TABLE quota_entry ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                       name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
        made := made + 1;
    END LOOP;
    RETURN made;
END $$;

-- For the owner. Takes the oldest month's entries away, into a table of its own that may be kept elsewhere and dropped; balances,
-- from its end on, stay what they were. The number of pools that got a closing entry.
CREATE FUNCTION quota_entry_detach(of_month date) RETURNS bigint LANGUAGE plpgsql
    SET search_path = public, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    name   text := 'quota_entry_' || to_char(of_month, 'YYYY_MM');
    ends   timestamptz := (date_trunc('month', of_month::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
    in_use boolean;
    closed bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(7226350040);
    IF NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = 'quota_entry'::regclass AND inhrelid = to_regclass(name)) THEN
        RAISE EXCEPTION 'There is no month % among the entries.', to_char(of_month, 'YYYY-MM');
    END IF;
    IF ends > goichung_now() THEN
        RAISE EXCEPTION 'The month % is not over.', to_char(of_month, 'YYYY-MM');
    END IF;
    IF EXISTS (SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = 'quota_entry'::regclass AND c.relname ~ '^quota_entry_\d{4}_\d{2}$' AND c.relname < name)
       OR EXISTS (SELECT FROM quota_entry_other WHERE recorded_at < ends) THEN
        RAISE EXCEPTION 'There are older entries: the oldest month goes first.';
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT FROM quota_pool p WHERE p.state <> ''closed'' AND EXISTS (
                        SELECT FROM %I e WHERE e.enterprise_id = p.enterprise_id AND e.pool_id = p.pool_id))', name) INTO in_use;
    IF in_use THEN
        RAISE EXCEPTION 'Pools that are not closed yet have entries in the month %.', to_char(of_month, 'YYYY-MM');
    END IF;
    EXECUTE format('INSERT INTO quota_closing
                    SELECT enterprise_id, pool_id, %L, min(number), max(number), min(recorded_at), max(recorded_at),
                           sum(granted), sum(carried_in), sum(transferred_in), sum(carried_out), sum(transferred_out),
                           sum(returned), sum(reserved), sum(posted), sum(overused)
                      FROM quota_booked WHERE kind <> ''closing'' AND recorded_at < %L
                     GROUP BY enterprise_id, pool_id', date_trunc('month', of_month::timestamp)::date, ends);
    GET DIAGNOSTICS closed = ROW_COUNT;
    EXECUTE format('ALTER TABLE quota_entry DETACH PARTITION %I', name);
    RETURN closed;
END $$;
REVOKE EXECUTE ON FUNCTION quota_entry_detach(date) FROM PUBLIC;

-- For the owner. Brings back the month that was taken away last, while its table is there.
CREATE FUNCTION quota_entry_attach(of_month date) RETURNS bigint LANGUAGE plpgsql
    SET search_path = public, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    begins timestamp := date_trunc('month', of_month::timestamp);
    name   text := 'quota_entry_' || to_char(of_month, 'YYYY_MM');
    either bigint;
    opened bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(7226350040);
    IF to_regclass(name) IS NULL
       OR EXISTS (SELECT FROM pg_inherits WHERE inhrelid = to_regclass(name)) THEN
        RAISE EXCEPTION 'There is no table % that was taken away.', name;
    END IF;
    IF EXISTS (SELECT FROM quota_closing c WHERE c.month > begins) THEN
        RAISE EXCEPTION 'A later month was taken away: the last one comes back first.';
    END IF;
    EXECUTE format('SELECT count(*) FROM (
                        SELECT enterprise_id, pool_id, first_entry, last_entry, reserved, posted, overused,
                               granted + carried_in + transferred_in - carried_out - transferred_out - returned AS quota_limit
                          FROM quota_closing WHERE month = %L
                        UNION
                        SELECT enterprise_id, pool_id, min(number), max(number), sum(reserved), sum(posted), sum(overused),
                               sum(limit_delta)
                          FROM %I GROUP BY enterprise_id, pool_id) AS either', begins, name) INTO either;
    EXECUTE format('SELECT count(DISTINCT (enterprise_id, pool_id)) FROM %I', name) INTO opened;
    IF either <> opened OR opened <> (SELECT count(*) FROM quota_closing c WHERE c.month = begins) THEN
        RAISE EXCEPTION 'The table % does not hold what the closing entries stand for.', name;
    END IF;
    DELETE FROM quota_closing c WHERE c.month = begins;
    EXECUTE format('ALTER TABLE quota_entry ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   name, begins AT TIME ZONE 'UTC', (begins + interval '1 month') AT TIME ZONE 'UTC');
    RETURN opened;
END $$;
REVOKE EXECUTE ON FUNCTION quota_entry_attach(date) FROM PUBLIC;
