-- What a person has by an enrolment was decided when they agreed to it: where, under what, and what of the price is theirs.
ALTER TABLE worker
    ADD COLUMN enrolled_enterprise_id uuid,
    ADD COLUMN enrolled_agreement_id uuid,
    ADD COLUMN enrolled_programme_id uuid,
    ADD COLUMN enrolled_price_vnd bigint CHECK (enrolled_price_vnd >= 0),
    ADD COLUMN enrolled_worker_vnd bigint CHECK (enrolled_worker_vnd BETWEEN 0 AND enrolled_price_vnd);

-- whoever is not found below has nothing
UPDATE worker SET enrolled_version_id = NULL WHERE enrolled_version_id IS NOT NULL;

UPDATE worker w
   SET enrolled_version_id = e.package_version_id, enrolled_enterprise_id = e.enterprise_id, enrolled_agreement_id = e.agreement_id,
       enrolled_programme_id = e.programme_id, enrolled_price_vnd = e.price_vnd, enrolled_worker_vnd = e.worker_vnd
  FROM enrolment e
 WHERE e.worker_id = w.id
   AND e.state NOT IN ('draft', 'qualified', 'exited');

ALTER TABLE worker ADD CONSTRAINT enrolled_as_a_whole CHECK (
    num_nulls(enrolled_version_id, enrolled_enterprise_id, enrolled_agreement_id, enrolled_programme_id, enrolled_price_vnd,
              enrolled_worker_vnd) IN (0, 6));

CREATE OR REPLACE VIEW worker_facts WITH (security_invoker = true) AS
SELECT w.id AS worker_id, w.msisdn_index, w.national_id_index, e.enterprise_id, w.birth_year, w.union_member,
       w.monthly_wage_vnd, w.monthly_telecom_spend_vnd, w.phone_kind, w.carrier_code, w.carrier_guessed,
       w.province_code, w.commune_code, e.employed_from, e.employed_to, w.lapses_last_90_days, w.monthly_data_bytes,
       w.erased_at IS NOT NULL AS erased, w.row_xid, w.row_seq, w.enrolled_version_id, w.enrolled_enterprise_id,
       w.enrolled_agreement_id, w.enrolled_programme_id, w.enrolled_price_vnd, w.enrolled_worker_vnd
  FROM worker w
  LEFT JOIN LATERAL (SELECT enterprise_id, employed_from, employed_to
                       FROM employment
                      WHERE worker_id = w.id
                      ORDER BY employed_to DESC NULLS FIRST, employed_from DESC
                      LIMIT 1) e ON true;
