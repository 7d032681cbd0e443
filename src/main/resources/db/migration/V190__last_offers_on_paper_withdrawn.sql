-- A last offer on paper that counts already is withdrawn by both who answer for it, as one before the close is.
ALTER TABLE paper_answer ADD COLUMN withdrawal_index text;
ALTER TABLE paper_answer DROP CONSTRAINT paper_answer_ends_once;
ALTER TABLE paper_answer ADD CONSTRAINT paper_answer_withdrawn_by_both
    CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL OR withdrawal_index IS NOT NULL);
GRANT UPDATE (withdrawal_index) ON paper_answer TO ${app}, ${system};
