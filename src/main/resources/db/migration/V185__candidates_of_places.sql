-- Where a roster's commune may be more than one of today's, their codes, a blank between them, so that somebody can be asked which.
ALTER TABLE worker_import_error ADD COLUMN candidates text NOT NULL DEFAULT '';
