-- Enterprises, the union tree, people and their employments.

CREATE TABLE enterprise (
    id            uuid PRIMARY KEY,
    tax_code      text NOT NULL UNIQUE CHECK (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'),
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    park          text CHECK (length(park) BETWEEN 1 AND 100),
    province_code text,
    commune_code  text,
    place_dataset text,
    created_at    timestamptz NOT NULL DEFAULT goichung_now(),
    version       bigint NOT NULL DEFAULT 0,
    -- codes of places were reused in the 2025 merger: a code means nothing without its data set
    CHECK ((province_code IS NULL) = (place_dataset IS NULL)),
    CHECK (commune_code IS NULL OR province_code IS NOT NULL)
);
CREATE INDEX enterprise_by_name ON enterprise (name, id);
GRANT SELECT, INSERT, UPDATE ON enterprise TO ${app}, ${system};

CREATE TABLE union_body (
    id            uuid PRIMARY KEY,
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    level         text NOT NULL CHECK (level IN ('CONFEDERATION', 'PROVINCIAL_FEDERATION', 'DIRECT_SUPERIOR', 'GRASSROOTS')),
    enterprise_id uuid REFERENCES enterprise,
    closed_on     date,
    created_at    timestamptz NOT NULL DEFAULT goichung_now(),
    version       bigint NOT NULL DEFAULT 0,
    CHECK ((level = 'GRASSROOTS') = (enterprise_id IS NOT NULL))
);
CREATE UNIQUE INDEX union_body_one_grassroots_per_enterprise ON union_body (enterprise_id) WHERE closed_on IS NULL;
CREATE INDEX union_body_by_name ON union_body (name, id);
GRANT SELECT, INSERT, UPDATE ON union_body TO ${app}, ${system};

-- Who stands under whom, and when; both days inclusive.
CREATE TABLE union_edge (
    id         uuid PRIMARY KEY,
    child_id   uuid NOT NULL REFERENCES union_body,
    parent_id  uuid NOT NULL REFERENCES union_body,
    valid_from date NOT NULL,
    valid_to   date,
    CHECK (child_id <> parent_id),
    CHECK (valid_to >= valid_from),
    UNIQUE (child_id, valid_from)
);
CREATE UNIQUE INDEX union_edge_one_open_per_child ON union_edge (child_id) WHERE valid_to IS NULL;
CREATE INDEX union_edge_by_parent ON union_edge (parent_id);
GRANT SELECT, INSERT, UPDATE ON union_edge TO ${app}, ${system};

-- A person, once for the whole country. What names a person is sealed; the keyed indexes find it without opening it.
CREATE TABLE worker (
    id                        uuid PRIMARY KEY,
    name_sealed               bytea,
    name_words                bigint[] NOT NULL DEFAULT '{}',
    national_id_sealed        bytea,
    national_id_index         bytea UNIQUE,
    msisdn_sealed             bytea,
    msisdn_index              bytea UNIQUE,
    birth_year                integer CHECK (birth_year BETWEEN 1900 AND 2200),
    union_member              boolean,
    monthly_wage_vnd          bigint CHECK (monthly_wage_vnd >= 0),
    monthly_telecom_spend_vnd bigint CHECK (monthly_telecom_spend_vnd >= 0),
    monthly_data_bytes        bigint CHECK (monthly_data_bytes >= 0),
    phone_kind                text CHECK (phone_kind IN ('SMARTPHONE', 'FEATURE')),
    carrier_code              text,
    carrier_guessed           boolean NOT NULL DEFAULT true,
    lapses_last_90_days       integer CHECK (lapses_last_90_days >= 0),
    province_code             text,
    commune_code              text,
    place_dataset             text,
    erased_at                 timestamptz,
    created_at                timestamptz NOT NULL DEFAULT goichung_now(),
    version                   bigint NOT NULL DEFAULT 0,
    row_xid                   xid8 NOT NULL,
    row_seq                   bigint NOT NULL,
    CHECK ((province_code IS NULL) = (place_dataset IS NULL)),
    CHECK (commune_code IS NULL OR province_code IS NOT NULL),
    CHECK (CASE WHEN erased_at IS NULL
           THEN num_nulls(name_sealed, national_id_sealed, national_id_index, msisdn_sealed, msisdn_index) = 0
           ELSE num_nonnulls(name_sealed, national_id_sealed, national_id_index, msisdn_sealed, msisdn_index) = 0
                AND name_words = '{}' END)
);
CREATE INDEX worker_by_name_words ON worker USING gin (name_words);
GRANT SELECT, INSERT, UPDATE ON worker TO ${app}, ${system};

-- Where someone works, and when; both days inclusive.
CREATE TABLE employment (
    id            uuid PRIMARY KEY,
    worker_id     uuid NOT NULL REFERENCES worker,
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    employed_from date NOT NULL,
    employed_to   date,
    created_at    timestamptz NOT NULL DEFAULT goichung_now(),
    version       bigint NOT NULL DEFAULT 0,
    CHECK (employed_to >= employed_from),
    UNIQUE (worker_id, enterprise_id, employed_from)
);
CREATE UNIQUE INDEX employment_one_open_per_person ON employment (worker_id) WHERE employed_to IS NULL;
CREATE INDEX employment_by_enterprise ON employment (enterprise_id, worker_id);
GRANT SELECT, INSERT, UPDATE ON employment TO ${app}, ${system};

-- The change feed: each change of a person's facts is stamped with its transaction and a number. A reader takes what lies
-- below the snapshot's xmin, in the order (row_xid, row_seq); row_seq grows with each change of one person.
CREATE SEQUENCE worker_row_seq CACHE 1;
GRANT USAGE ON SEQUENCE worker_row_seq TO ${app}, ${system};
CREATE INDEX worker_feed ON worker (row_xid, row_seq);

CREATE FUNCTION worker_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.row_xid := pg_current_xact_id();
    NEW.row_seq := nextval('worker_row_seq');
    RETURN NEW;
END $$;
CREATE TRIGGER worker_stamped BEFORE INSERT OR UPDATE ON worker FOR EACH ROW EXECUTE FUNCTION worker_stamp();

CREATE FUNCTION employment_touches_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- a person already stamped by this transaction is read with all of it, or not at all
    UPDATE worker SET row_seq = row_seq
     WHERE id IN (SELECT worker_id FROM changed) AND row_xid <> pg_current_xact_id();
    RETURN NULL;
END $$;
CREATE TRIGGER employment_begun AFTER INSERT ON employment REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION employment_touches_worker();
CREATE TRIGGER employment_changed AFTER UPDATE ON employment REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION employment_touches_worker();

-- What criteria speak of, without a name in it: the latest employment is the open one, else the one that ended last.
CREATE VIEW worker_facts WITH (security_invoker = true) AS
SELECT w.id AS worker_id, w.msisdn_index, w.national_id_index, e.enterprise_id, w.birth_year, w.union_member,
       w.monthly_wage_vnd, w.monthly_telecom_spend_vnd, w.phone_kind, w.carrier_code, w.carrier_guessed,
       w.province_code, w.commune_code, e.employed_from, e.employed_to, w.lapses_last_90_days, w.monthly_data_bytes,
       w.erased_at IS NOT NULL AS erased, w.row_xid, w.row_seq
  FROM worker w
  LEFT JOIN LATERAL (SELECT enterprise_id, employed_from, employed_to
                       FROM employment
                      WHERE worker_id = w.id
                      ORDER BY employed_to DESC NULLS FIRST, employed_from DESC
                      LIMIT 1) e ON true;
GRANT SELECT ON worker_facts TO ${app}, ${system};
