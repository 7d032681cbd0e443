-- The quota ledger and usage. Everything is written by ${system} under the pool's lock; ${app} reads.
-- Lock order: usage events, allotments, pools by id, reservations by id, keys in sorted order, daily totals.

-- What an agreement in force promises, as it was told to this room.
CREATE TABLE quota_agreement (
    agreement_id uuid PRIMARY KEY,
    carrier_id   uuid NOT NULL,
    first_period date NOT NULL CHECK (extract(day FROM first_period) = 1),
    until_day    date NOT NULL,
    grace_days   integer NOT NULL CHECK (grace_days >= 0),
    roll_over    text NOT NULL CHECK (roll_over IN ('none', 'one-period', 'until-end')),
    state        text NOT NULL DEFAULT 'in-force' CHECK (state IN ('in-force', 'suspended', 'ended'))
);
GRANT SELECT, INSERT, UPDATE (state) ON quota_agreement TO ${system};

CREATE TABLE quota_term (
    agreement_id       uuid NOT NULL REFERENCES quota_agreement,
    enterprise_id      uuid NOT NULL,
    package_version_id uuid NOT NULL,
    lines              bigint NOT NULL CHECK (lines >= 0),
    shared_bytes       bigint CHECK (shared_bytes >= 0),
    fund_vnd           bigint CHECK (fund_vnd >= 0),
    PRIMARY KEY (agreement_id, enterprise_id, package_version_id)
);
GRANT SELECT, INSERT ON quota_term TO ${system};

-- What may be granted in a period; locked while granting, so that no more ever is.
CREATE TABLE quota_allotment (
    enterprise_id      uuid NOT NULL,
    agreement_id       uuid NOT NULL REFERENCES quota_agreement,
    package_version_id uuid NOT NULL,
    period             date NOT NULL CHECK (extract(day FROM period) = 1),
    lines              bigint NOT NULL CHECK (lines >= 0),
    bytes              bigint CHECK (bytes >= 0),
    vnd                bigint CHECK (vnd >= 0),
    granted_lines      bigint NOT NULL DEFAULT 0 CHECK (granted_lines BETWEEN 0 AND lines),
    granted_bytes      bigint NOT NULL DEFAULT 0 CHECK (granted_bytes BETWEEN 0 AND coalesce(bytes, 0)),
    granted_vnd        bigint NOT NULL DEFAULT 0 CHECK (granted_vnd BETWEEN 0 AND coalesce(vnd, 0)),
    PRIMARY KEY (enterprise_id, agreement_id, package_version_id, period)
);
CREATE INDEX quota_allotment_of_agreement ON quota_allotment (agreement_id, period);
GRANT SELECT, INSERT, UPDATE (granted_lines, granted_bytes, granted_vnd) ON quota_allotment TO ${system};

CREATE TABLE quota_pool (
    enterprise_id      uuid NOT NULL,
    pool_id            uuid NOT NULL,
    agreement_id       uuid NOT NULL REFERENCES quota_agreement,
    carrier_id         uuid NOT NULL,
    package_version_id uuid NOT NULL,
    period             date NOT NULL CHECK (extract(day FROM period) = 1),
    unit               text NOT NULL CHECK (unit IN ('LINE_CYCLE', 'BYTE', 'VND')),
    state              text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'grace', 'closed')),
    frozen             boolean NOT NULL DEFAULT false,  -- its agreement is suspended or ended
    grace_until        timestamptz NOT NULL,
    granted            bigint NOT NULL DEFAULT 0 CHECK (granted >= 0),
    carried_in         bigint NOT NULL DEFAULT 0 CHECK (carried_in >= 0),
    transferred_in     bigint NOT NULL DEFAULT 0 CHECK (transferred_in >= 0),
    carried_out        bigint NOT NULL DEFAULT 0 CHECK (carried_out >= 0),
    transferred_out    bigint NOT NULL DEFAULT 0 CHECK (transferred_out >= 0),
    returned           bigint NOT NULL DEFAULT 0 CHECK (returned >= 0),
    reserved           bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    posted             bigint NOT NULL DEFAULT 0 CHECK (posted >= 0),
    overused           bigint NOT NULL DEFAULT 0 CHECK (overused >= 0),
    quota_limit        bigint NOT NULL GENERATED ALWAYS AS
                           (granted + carried_in + transferred_in - carried_out - transferred_out - returned) STORED,
    available          bigint NOT NULL GENERATED ALWAYS AS
                           (granted + carried_in + transferred_in - carried_out - transferred_out - returned
                            - reserved - posted) STORED,
    last_entry         bigint NOT NULL DEFAULT 0 CHECK (last_entry >= 0),
    alerted            integer NOT NULL DEFAULT 0 CHECK (alerted IN (0, 50, 75, 90, 100)),
    PRIMARY KEY (enterprise_id, pool_id),
    CONSTRAINT quota_pool_once UNIQUE (enterprise_id, agreement_id, package_version_id, period, unit),
    CONSTRAINT quota_pool_not_overdrawn CHECK (available >= 0),
    CONSTRAINT quota_pool_limit CHECK (quota_limit >= 0)
) WITH (fillfactor = 60);
CREATE INDEX quota_pool_not_closed ON quota_pool (period) WHERE state <> 'closed';
CREATE INDEX quota_pool_of_agreement ON quota_pool (agreement_id, period);
GRANT SELECT ON quota_pool TO ${app};
GRANT SELECT, INSERT, UPDATE ON quota_pool TO ${system};

-- Append-only: nobody but the owner may change or remove an entry. Numbered without gaps per pool, under the pool's lock.
CREATE TABLE quota_entry (
    enterprise_id uuid NOT NULL,
    pool_id       uuid NOT NULL,
    number        bigint NOT NULL CHECK (number > 0),
    recorded_at   timestamptz NOT NULL,
    kind          text NOT NULL CHECK (kind IN
                      ('grant', 'carry-in', 'carry-out', 'transfer-in', 'transfer-out', 'return',
                       'draw', 'reserve', 'post', 'void', 'expire', 'usage')),
    limit_delta   bigint NOT NULL,
    reserved      bigint NOT NULL,
    posted        bigint NOT NULL,
    overused      bigint NOT NULL,
    reference     uuid NOT NULL,          -- the draw, reservation, usage chunk or agreement it is of
    PRIMARY KEY (enterprise_id, pool_id, number, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE TABLE quota_entry_other PARTITION OF quota_entry DEFAULT;
GRANT SELECT ON quota_entry TO ${app};
GRANT SELECT, INSERT ON quota_entry TO ${system};

-- Makes the partitions of this month and the months ahead. A month whose entries already lie in the default partition is left there.
CREATE FUNCTION quota_entry_partitions(ahead integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
DECLARE
    month timestamp := date_trunc('month', goichung_now() AT TIME ZONE 'UTC');
    made  integer := 0;
    name  text;
    taken boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(7226350040);
    FOR step IN 0..ahead LOOP
        name := 'quota_entry_' || to_char(month, 'YYYY_MM');
        SELECT EXISTS (SELECT FROM quota_entry_other
                        WHERE recorded_at >= month AT TIME ZONE 'UTC'
                          AND recorded_at < (month + interval '1 month') AT TIME ZONE 'UTC') INTO taken;
        IF to_regclass(name) IS NULL AND NOT taken THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF quota_entry FOR VALUES FROM (%L) TO (%L)',
                           name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
            made := made + 1;
        END IF;
        month := month + interval '1 month';
    END LOOP;
    RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION quota_entry_partitions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION quota_entry_partitions(integer) TO ${system};
SELECT quota_entry_partitions(3);

CREATE TABLE quota_reservation (
    enterprise_id  uuid NOT NULL,
    reservation_id uuid NOT NULL,
    pool_id        uuid NOT NULL,
    amount         bigint NOT NULL CHECK (amount > 0),
    posted         bigint NOT NULL DEFAULT 0,
    state          text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'posted', 'voided', 'expired')),
    expires_at     timestamptz,           -- null: stays until it is posted or voided
    enrolment_id   uuid,
    created_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    PRIMARY KEY (enterprise_id, reservation_id),
    FOREIGN KEY (enterprise_id, pool_id) REFERENCES quota_pool,
    CHECK (CASE state WHEN 'posted' THEN posted BETWEEN 1 AND amount ELSE posted = 0 END),
    CHECK ((state = 'pending') = (ended_at IS NULL))
);
CREATE INDEX quota_reservation_due ON quota_reservation (expires_at) WHERE state = 'pending' AND expires_at IS NOT NULL;
CREATE INDEX quota_reservation_pending ON quota_reservation (enterprise_id, pool_id) WHERE state = 'pending';
CREATE UNIQUE INDEX quota_reservation_once_per_enrolment ON quota_reservation (enrolment_id, pool_id)
    WHERE state IN ('pending', 'posted');
GRANT SELECT ON quota_reservation TO ${app};
GRANT SELECT, INSERT, UPDATE (state, posted, expires_at, ended_at) ON quota_reservation TO ${system};

-- Claimed keys of draws and reservations, with what their answers are made of. The hashes are keyed; kept 48 hours.
CREATE TABLE quota_draw_key (
    key_hash   uuid PRIMARY KEY,          -- of principal, method, path and key: the first 16 bytes
    body_hash  uuid NOT NULL,             -- of what the client sent
    language   text NOT NULL,             -- of the texts, should it be a refusal
    kind       text NOT NULL CHECK (kind IN ('draw', 'reserve', 'post', 'void')),
    subject_id uuid NOT NULL,             -- the draw or reservation
    pool_id    uuid NOT NULL,
    amount     bigint NOT NULL,
    posted     bigint NOT NULL DEFAULT 0,
    expires_at timestamptz,
    claimed_at timestamptz NOT NULL,
    refusal    text,                      -- the problem type's slug; null where it was done
    available  bigint,                    -- what the refusal tells
    state      text
);
CREATE INDEX quota_draw_key_by_age ON quota_draw_key USING brin (claimed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON quota_draw_key TO ${system};

-- Each threshold of a pool is told once; never un-fired.
CREATE TABLE quota_alert (
    enterprise_id uuid NOT NULL,
    pool_id       uuid NOT NULL,
    threshold     integer NOT NULL CHECK (threshold IN (50, 75, 90, 100)),
    entry         bigint NOT NULL,        -- the entry that crossed it
    fired_at      timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, pool_id, threshold),
    FOREIGN KEY (enterprise_id, pool_id) REFERENCES quota_pool
);
GRANT SELECT ON quota_alert TO ${app};
GRANT SELECT, INSERT ON quota_alert TO ${system};

-- A number under a package, from the acknowledgement to the end: what usage is matched with, and nothing else.
CREATE TABLE quota_line (
    enterprise_id      uuid NOT NULL,
    enrolment_id       uuid NOT NULL,
    from_at            timestamptz NOT NULL,
    to_at              timestamptz,       -- exclusive
    carrier_id         uuid NOT NULL,
    msisdn_index       bytea NOT NULL,
    agreement_id       uuid NOT NULL,
    package_version_id uuid NOT NULL,
    PRIMARY KEY (enterprise_id, enrolment_id, from_at),
    CHECK (to_at IS NULL OR to_at >= from_at)
);
CREATE INDEX quota_line_of_number ON quota_line (carrier_id, msisdn_index, from_at);
CREATE UNIQUE INDEX quota_line_open_once ON quota_line (enrolment_id) WHERE to_at IS NULL;
GRANT SELECT ON quota_line TO ${app};
GRANT SELECT, INSERT, UPDATE (to_at) ON quota_line TO ${system};

-- Every event once, per carrier. Unpartitioned: a month's partition would forget at midnight. Kept as long as events are accepted.
CREATE TABLE usage_event (
    carrier_id         uuid NOT NULL,
    event_id           text NOT NULL CHECK (length(event_id) BETWEEN 1 AND 128),
    content_hash       uuid NOT NULL,     -- keyed: the content holds a number
    state              text NOT NULL CHECK (state IN ('counted', 'parked', 'amendment')),
    bytes              bigint NOT NULL CHECK (bytes >= 0),   -- as amended
    amended_by         text,              -- of several amendments the one with the greatest event id counts
    started_at         timestamptz NOT NULL,
    enterprise_id      uuid,
    agreement_id       uuid,
    package_version_id uuid,
    pool_id            uuid,
    PRIMARY KEY (carrier_id, event_id),
    CHECK ((state = 'counted') = (enterprise_id IS NOT NULL))
);
CREATE INDEX usage_event_by_age ON usage_event USING brin (started_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_event TO ${system};

CREATE TABLE usage_quarantine (
    carrier_id    uuid NOT NULL,
    event_id      text NOT NULL,
    msisdn_index  bytea NOT NULL,
    msisdn_sealed bytea NOT NULL,
    bytes         bigint NOT NULL,
    started_at    timestamptz NOT NULL,
    amends        text,
    cause         text NOT NULL CHECK (cause IN ('no-line', 'awaiting-original')),
    parked_at     timestamptz NOT NULL,
    PRIMARY KEY (carrier_id, event_id)
);
CREATE INDEX usage_quarantine_by_age ON usage_quarantine (carrier_id, parked_at, event_id);
CREATE INDEX usage_quarantine_amendments ON usage_quarantine (carrier_id, amends) WHERE amends IS NOT NULL;
GRANT SELECT ON usage_quarantine TO ${app};
GRANT SELECT, INSERT, DELETE ON usage_quarantine TO ${system};

CREATE TABLE usage_daily (
    enterprise_id      uuid NOT NULL,
    day                date NOT NULL,     -- of startedAt in Asia/Ho_Chi_Minh
    agreement_id       uuid NOT NULL,
    package_version_id uuid NOT NULL,
    carrier_id         uuid NOT NULL,
    events             bigint NOT NULL CHECK (events >= 0),
    bytes              bigint NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (enterprise_id, day, agreement_id, package_version_id)
);
GRANT SELECT ON usage_daily TO ${app};
GRANT SELECT, INSERT, UPDATE (events, bytes) ON usage_daily TO ${system};

-- Pools whose balances are not the sums of their entries and reservations. Always empty.
CREATE VIEW quota_mismatch AS
SELECT p.enterprise_id, p.pool_id
  FROM quota_pool p
  LEFT JOIN (SELECT enterprise_id, pool_id, count(*) AS entries, max(number) AS last_entry,
                    sum(limit_delta) FILTER (WHERE kind = 'grant') AS granted,
                    sum(limit_delta) FILTER (WHERE kind = 'carry-in') AS carried_in,
                    sum(limit_delta) FILTER (WHERE kind = 'transfer-in') AS transferred_in,
                    -sum(limit_delta) FILTER (WHERE kind = 'carry-out') AS carried_out,
                    -sum(limit_delta) FILTER (WHERE kind = 'transfer-out') AS transferred_out,
                    -sum(limit_delta) FILTER (WHERE kind = 'return') AS returned,
                    sum(limit_delta) AS quota_limit,
                    sum(reserved) AS reserved, sum(posted) AS posted, sum(overused) AS overused
               FROM quota_entry GROUP BY enterprise_id, pool_id) e USING (enterprise_id, pool_id)
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
GRANT SELECT ON quota_mismatch TO ${app}, ${system};
