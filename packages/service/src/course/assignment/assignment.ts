// Knows who has which task in a course: four roles, one person in each at a time, with hand-over and history.
import { Type } from "typebox";
import { factKind, lastOfKind } from "../../facts/fact.ts";
import type { MatterType } from "../../facts/matter.ts";
import { oneOf, orNull } from "../../http/schemas/basics.ts";

/** Four different roles; one person may have several. The practitioner treats, the coordinator keeps it together. */
export const TASK_ROLES = [
  "coordinator",
  "ip-coordinator",
  "municipal-contact",
  "practitioner",
] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

const RoleShape = oneOf(TASK_ROLES);

/** Somebody takes the task, from whoever had it. */
export const ASSIGNED = factKind(
  "assigned",
  Type.Object({
    role: RoleShape,
    personId: Type.String(),
    personName: Type.String(),
    /** How to reach the person. */
    phone: orNull(Type.String()),
    note: orNull(Type.String()),
  }),
);

/** Nobody has the task any more. */
export const ASSIGNMENT_ENDED = factKind(
  "assignment-ended",
  Type.Object({ role: RoleShape, note: orNull(Type.String()) }),
);

/** One matter for each course and role: so that two can never hold the same task. */
export function assignmentId(courseId: string, role: TaskRole): string {
  return `assignment:${role}:${courseId}`;
}

/** Open while somebody holds it: the person's right to see the course hangs on this. */
export const ASSIGNMENT: MatterType = {
  type: "assignment",
  kinds: [ASSIGNED, ASSIGNMENT_ENDED],
  standing: (facts) => {
    const last = facts.at(-1);
    const assigned = lastOfKind(facts, ASSIGNED);
    const held = assigned !== undefined && assigned === last;
    return {
      state: held ? assigned.body.role : "ended",
      open: held,
      unitId: held ? assigned.unitId : null,
      personId: held ? assigned.body.personId : null,
      dueOn: null,
    };
  },
};
