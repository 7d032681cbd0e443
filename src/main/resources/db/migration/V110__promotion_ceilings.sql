-- A ceiling holds from its first day until the next one of its kind begins. New ones are added ahead of their day; none is changed.
ALTER TABLE promotion_ceiling ADD COLUMN id uuid NOT NULL DEFAULT uuidv7();
ALTER TABLE promotion_ceiling ADD CONSTRAINT promotion_ceiling_id UNIQUE (id);
GRANT INSERT ON promotion_ceiling TO ${app};
