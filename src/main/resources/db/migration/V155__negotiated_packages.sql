-- A package may be made for one RFQ. It stands in no list and is sold to nobody else, so its code need not differ from any other.
ALTER TABLE package ADD COLUMN negotiated boolean NOT NULL DEFAULT false;
ALTER TABLE package DROP CONSTRAINT package_carrier_id_code_key;
CREATE UNIQUE INDEX package_one_per_carrier_and_code ON package (carrier_id, code) WHERE NOT negotiated;
