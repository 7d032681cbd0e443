-- The package that a person has by an enrolment they agreed to, kept beside their other facts so that a look-up knows it from memory.
ALTER TABLE worker ADD COLUMN enrolled_version_id uuid;

UPDATE worker w
   SET enrolled_version_id = e.package_version_id
  FROM enrolment e
 WHERE e.worker_id = w.id
   AND e.state NOT IN ('draft', 'qualified', 'exited');

CREATE OR REPLACE VIEW worker_facts WITH (security_invoker = true) AS
SELECT w.id AS worker_id, w.msisdn_index, w.national_id_index, e.enterprise_id, w.birth_year, w.union_member,
       w.monthly_wage_vnd, w.monthly_telecom_spend_vnd, w.phone_kind, w.carrier_code, w.carrier_guessed,
       w.province_code, w.commune_code, e.employed_from, e.employed_to, w.lapses_last_90_days, w.monthly_data_bytes,
       w.erased_at IS NOT NULL AS erased, w.row_xid, w.row_seq, w.enrolled_version_id
  FROM worker w
  LEFT JOIN LATERAL (SELECT enterprise_id, employed_from, employed_to
                       FROM employment
                      WHERE worker_id = w.id
                      ORDER BY employed_to DESC NULLS FIRST, employed_from DESC
                      LIMIT 1) e ON true;
