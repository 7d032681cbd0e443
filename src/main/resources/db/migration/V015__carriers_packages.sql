-- Carriers, their packages, and the packages' immutable versions.

CREATE TABLE carrier (
    id         uuid PRIMARY KEY,
    code       text        NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9-]{1,29}$'),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    short_code text        NOT NULL CHECK (short_code ~ '^[0-9]{2,8}$'),
    created_at timestamptz NOT NULL DEFAULT goichung_now()
);

CREATE TABLE package (
    id         uuid PRIMARY KEY,
    carrier_id uuid        NOT NULL REFERENCES carrier,
    code       text        NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9_.-]{0,39}$'),
    created_at timestamptz NOT NULL DEFAULT goichung_now(),
    UNIQUE (carrier_id, code)
);

-- A version never changes: the tables' grants leave out UPDATE and DELETE. The main numbers stand as columns, so that the
-- database holds their limits; the whole allowance stands beside them as the record Allowance writes it.
CREATE TABLE package_version (
    id                   uuid PRIMARY KEY,
    package_id           uuid        NOT NULL REFERENCES package,
    version              integer     NOT NULL CHECK (version >= 1),
    name                 text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    price_vnd            bigint      NOT NULL CHECK (price_vnd BETWEEN 0 AND 100000000),
    cycle_unit           text        NOT NULL CHECK (cycle_unit IN ('day', 'calendar-month')),
    cycle_length         integer     NOT NULL CHECK (cycle_length BETWEEN 1 AND 366),
    data_bytes_per_cycle bigint      NOT NULL CHECK (data_bytes_per_cycle >= 0),
    data_bytes_per_day   bigint CHECK (data_bytes_per_day BETWEEN 1 AND data_bytes_per_cycle),
    minutes_on_net       bigint      NOT NULL CHECK (minutes_on_net >= 0),
    minutes_any          bigint      NOT NULL CHECK (minutes_any >= 0),
    sms                  bigint      NOT NULL CHECK (sms >= 0),
    allowance            jsonb       NOT NULL CHECK (jsonb_typeof(allowance) = 'object'),
    criteria             text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(criteria) <= 20),
    subscriber_kind      text        NOT NULL CHECK (subscriber_kind IN ('prepaid', 'postpaid')),
    short_code           text CHECK (short_code ~ '^[0-9]{2,8}$'),
    register_sms         text CHECK (length(register_sms) BETWEEN 1 AND 40),
    cancel_sms           text CHECK (length(cancel_sms) BETWEEN 1 AND 40),
    valid_as_of          text        NOT NULL CHECK (valid_as_of ~ '^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$'),
    source               text        NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
    verified_on          date,
    created_at           timestamptz NOT NULL DEFAULT goichung_now(),
    UNIQUE (package_id, version),
    CONSTRAINT a_number_follows_its_text CHECK (register_sms IS NULL OR short_code IS NOT NULL)
);

GRANT SELECT, INSERT ON carrier, package, package_version TO ${app}, ${system};
-- a row lock on the package puts its new versions in a line
GRANT UPDATE (id) ON package TO ${app}, ${system};

INSERT INTO carrier (id, code, name, short_code)
VALUES ('01900000-0000-7000-8000-000000000001', 'VIETTEL', 'Viettel', '191'),
       ('01900000-0000-7000-8000-000000000002', 'VINAPHONE', 'VinaPhone', '888'),
       ('01900000-0000-7000-8000-000000000003', 'MOBIFONE', 'MobiFone', '999'),
       ('01900000-0000-7000-8000-000000000004', 'VIETNAMOBILE', 'Vietnamobile', '345'),
       ('01900000-0000-7000-8000-000000000005', 'GMOBILE', 'Gmobile', '199');
