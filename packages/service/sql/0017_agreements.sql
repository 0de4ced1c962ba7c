-- An agreement with a municipality concerns no patient, and is for everybody who works with patients, on both sides.
CREATE POLICY agreements ON rettvei.matter FOR SELECT TO rettvei_service USING (
  patient_id IS NULL AND type = 'agreement'
  AND (SELECT rettvei.my_role()) IN ('practitioner', 'coordinator', 'leader', 'municipality')
);
