-- Subsidy programmes: who bears which part of a line's price. A programme never changes: the grants leave out UPDATE and DELETE.

CREATE TABLE programme (
    id            uuid PRIMARY KEY,
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    shares        jsonb       NOT NULL CHECK (jsonb_typeof(shares) = 'array' AND jsonb_array_length(shares) <= 3),
    rest_borne_by text        NOT NULL CHECK (rest_borne_by IN ('carrier', 'union', 'employer', 'worker')),
    criteria      text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(criteria) <= 20),
    valid_from    date        NOT NULL,
    valid_until   date CHECK (valid_until >= valid_from),
    created_at    timestamptz NOT NULL DEFAULT goichung_now()
);

-- Whose people it is for; no row where it is for everybody.
CREATE TABLE programme_enterprise (
    programme_id  uuid NOT NULL REFERENCES programme,
    enterprise_id uuid NOT NULL REFERENCES enterprise,
    PRIMARY KEY (programme_id, enterprise_id)
);
CREATE INDEX programme_of_enterprise ON programme_enterprise (enterprise_id, programme_id);

GRANT SELECT, INSERT ON programme, programme_enterprise TO ${app}, ${system};
