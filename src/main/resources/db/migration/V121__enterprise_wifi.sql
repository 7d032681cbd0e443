-- Whether an enterprise has wifi for its people: the other route on line.

ALTER TABLE enterprise ADD COLUMN wifi boolean NOT NULL DEFAULT false;
CREATE INDEX enterprise_with_wifi ON enterprise (id) WHERE wifi;
