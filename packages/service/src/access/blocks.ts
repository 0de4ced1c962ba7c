// Knows what a patient's block does: whoever it names sees nothing of what it covers, also of what is added later.
import { AppError } from "../app-error.ts";
import { blockedSql } from "./ground-sql.ts";
import type { Asking, Ground } from "./grounds.ts";

const BLOCKED = `
  SELECT FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'block-set'
  WHERE m.patient_id = $1 AND (m.course_id IS NULL OR m.course_id = $2) AND ${blockedSql("$3", "$4", "$5")}
  LIMIT 1`;

/** Whether the patient has closed this to whoever asks. */
export async function isBlocked({ client, actor, target }: Asking): Promise<boolean> {
  const { patientId, courseId } = target;
  if (patientId === null) return false;
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
