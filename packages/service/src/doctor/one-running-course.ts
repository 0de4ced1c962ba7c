// Knows that a patient has one running course of a pathway at one trust.
import { byStatement } from "./invariant.ts";

export const ONE_RUNNING_COURSE = byStatement(
  "No patient has two running courses of one pathway at one trust.",
  `SELECT 'courses ' || string_agg(course_id, ', ' ORDER BY course_id) || ': expected one running course of ' || pathway ||
     ' for a patient at a trust, got ' || count(*) AS trouble
   FROM rettvei.course_state s LEFT JOIN rettvei.unit u USING (unit_id)
   WHERE running GROUP BY patient_id, pathway, coalesce(u.hf_name, s.unit_id) HAVING count(*) > 1
   ORDER BY 1`,
);
