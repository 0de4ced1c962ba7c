// Knows the registration that the load writes: an evaluation held today.
import { randomUUID } from "node:crypto";
import { UNIT_HEADER } from "../coordinator.mjs";

/** The request for a course as its sender has seen it. */
export function registrationIn({ courseId, unitId, version }, today) {
  return {
    path: `api/courses/${encodeURIComponent(courseId)}/records`,
    headers: {
      [UNIT_HEADER]: unitId,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      "if-match": `"${version}"`,
    },
    body: JSON.stringify({ records: [{ event: "evaluation", occurredOn: today }] }),
  };
}
