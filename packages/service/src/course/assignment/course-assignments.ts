// Knows what the facts of a course say of its assignments: who holds what now, and who did before.
import type { CalendarDate } from "@rettvei/engine";
import { type Fact, isOfKind } from "../../facts/fact.ts";
import { ASSIGNED, ASSIGNMENT_ENDED, TASK_ROLES, type TaskRole } from "./assignment.ts";

/** One person's time in one role. */
export interface Tenure {
  readonly role: TaskRole;
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string | null;
  readonly phone: string | null;
  readonly from: CalendarDate;
  /** Null while the person holds it. */
  readonly to: CalendarDate | null;
  readonly assignedBy: string;
  /** Why it was given, and why it ended. */
  readonly notes: readonly string[];
}

export interface CourseAssignments {
  /** In the order of the roles. */
  readonly held: readonly Tenure[];
  /** Roles that nobody has. */
  readonly open: readonly TaskRole[];
  /** Those before, in the order in which they ended. */
  readonly earlier: readonly Tenure[];
  /** Number of the last fact of them; 0 if there is none. */
  readonly version: number;
}

function ended(tenure: Tenure, fact: Fact, note: string | null): Tenure {
  return { ...tenure, to: fact.happenedOn, notes: [...tenure.notes, ...(note ? [note] : [])] };
}

/** Of facts of one course in order; those of other matters are passed over. */
export function courseAssignments(facts: readonly Fact[]): CourseAssignments {
  const held = new Map<TaskRole, Tenure>();
  const earlier: Tenure[] = [];
  let version = 0;
  const end = (role: TaskRole, fact: Fact, note: string | null): void => {
    const tenure = held.get(role);
    if (tenure !== undefined) earlier.push(ended(tenure, fact, note));
    held.delete(role);
  };
  for (const fact of facts) {
    if (isOfKind(fact, ASSIGNED)) {
      const { role, personId, personName, phone, note } = fact.body;
      end(role, fact, null);
      const { unitId, happenedOn: from, recordedBy: assignedBy } = fact;
      const notes = note === null ? [] : [note];
      const who = { role, personId, personName, unitId, phone };
      held.set(role, { ...who, from, to: null, assignedBy, notes });
    } else if (isOfKind(fact, ASSIGNMENT_ENDED)) {
      end(fact.body.role, fact, fact.body.note);
    } else continue;
    version = fact.seq;
  }
  return {
    held: TASK_ROLES.flatMap((role) => held.get(role) ?? []),
    open: TASK_ROLES.filter((role) => !held.has(role)),
    earlier,
    version,
  };
}
