-- From which day a criterion's version is in force. Those that are there always were.

ALTER TABLE criterion ADD COLUMN effective_from date NOT NULL DEFAULT DATE '2020-01-01';
ALTER TABLE criterion ALTER COLUMN effective_from SET DEFAULT (goichung_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
