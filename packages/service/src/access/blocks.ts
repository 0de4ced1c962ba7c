// Knows what a patient's block does: whoever it names sees nothing of what it covers, also of what is added later.
import { AppError } from "../app-error.ts";
import type { Asking, Ground } from "./grounds.ts";
import { isNobodys, patientSql } from "./target.ts";

const BLOCKED = `
  SELECT FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'block-set'
  WHERE m.patient_id = ${patientSql("$1", "$2")} AND m.type = 'block' AND m.open AND (m.course_id IS NULL OR m.course_id = $2)
    AND (m.person_id = $3 OR m.unit_id = ANY ($4) OR f.body ->> 'organisation' = $5)
  LIMIT 1`;

/** Whether the patient has closed this to whoever asks. */
export async function isBlocked({ client, actor, target }: Asking): Promise<boolean> {
  const { patientId, courseId } = target;
  if (isNobodys(target)) return false;
  const values = [patientId, courseId, actor.actorId, actor.unitIds, actor.organisation];
  const { rowCount } = await client.query({ name: "blocked", text: BLOCKED, values });
  return rowCount !== 0;
}

/**
 * What is blocked is refused to whoever would else see it, with AppError `blocked`: they are told that something is
 * blocked, and nothing of it. A block gives way only to a ground that overrides it, and never meets the patient.
 */
export function refuseBlocked({ basis, overridesBlock }: Ground): void {
  if (basis === "own" || overridesBlock === true) return;
  throw new AppError(
    "blocked",
    "the patient has blocked this for you; where life or health is in danger, open it with a reason",
  );
}
