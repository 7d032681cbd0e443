-- A decision's reasons are told in the reader's language, so both are kept. What was decided before has its Vietnamese only.

UPDATE enrolment
   SET reasons = (SELECT jsonb_agg(CASE WHEN jsonb_typeof(reason) = 'object' AND reason ? 'text'
                                        THEN reason - 'text' || jsonb_build_object('vi', reason -> 'text', 'en', reason -> 'text')
                                        ELSE reason END ORDER BY place)
                    FROM jsonb_array_elements(reasons) WITH ORDINALITY AS each(reason, place))
 WHERE reasons <> '[]';
