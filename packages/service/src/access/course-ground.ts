// Knows whose a course is, on what ground whoever asks may come to it, and whether it is blocked for them: in one
// statement, as nearly every request is about a course.
import { addDays } from "@rettvei/engine";
import type pg from "pg";
import { type Store, today } from "../store/store.ts";
import type { Actor } from "./actor.ts";
import { atUnitSql, blockedSql, breakGlassSql, taskSql } from "./ground-sql.ts";
import type { Ground } from "./grounds.ts";
import { ACCESS, type Scope } from "./matrix.ts";
import type { Target } from "./target.ts";

const SEEKER = { who: "$2", patient: "k.patient_id", course: "k.course_id", units: "$3" };

const SEEK = `
  SELECT k.patient_id, opened.ref AS opened_ref, opened.overrides, task.ref AS task_ref, at_unit.ref AS unit_ref,
         EXISTS (${blockedSql({ ...SEEKER, organisation: "$6" })}) AS blocked
  FROM rettvei.course k
  LEFT JOIN LATERAL (${breakGlassSql({ ...SEEKER, moment: "$5" })} AND $7 LIMIT 1) opened ON true
  LEFT JOIN LATERAL (${taskSql(SEEKER)} AND $7 LIMIT 1) task ON true
  LEFT JOIN LATERAL (SELECT ref FROM (${atUnitSql({ ...SEEKER, since: "$4" })}) refs WHERE $8 LIMIT 1) at_unit ON true
  WHERE k.course_id = $1`;

interface Row {
  readonly patient_id: string;
  readonly opened_ref: string | null;
  readonly overrides: boolean | null;
  readonly task_ref: string | null;
  readonly unit_ref: string | null;
  readonly blocked: boolean;
}

const BY_COURSE: readonly Scope[] = ["care", "unit"];

/** Whether grounds in these scopes are found by a course alone. */
export function foundByCourse(scopes: readonly Scope[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => BY_COURSE.includes(scope));
}

/** Opened access is named first: whoever has opened it reads on that ground, and the patient's log says so. */
function careIn({ opened_ref, overrides, task_ref }: Row): Ground | undefined {
  if (opened_ref !== null)
    return {
      basis: "break-glass",
      decisionRef: opened_ref,
      ...(overrides === true ? { overridesBlock: true } : {}),
    };
  return task_ref === null ? undefined : { basis: "care-relation", decisionRef: task_ref };
}

function unitIn({ unit_ref }: Row): Ground | undefined {
  return unit_ref === null ? undefined : { basis: "unit", decisionRef: unit_ref };
}

export interface FoundCourse {
  readonly target: Target;
  /** In the first of the scopes that has one. */
  readonly ground: Ground | undefined;
  readonly blocked: boolean;
}

/** Finds a course and the ground to come to it, in scopes of which `foundByCourse` holds; undefined if there is none. */
export async function findCourse(
  store: Store,
  client: pg.ClientBase,
  { actorId, unitIds, organisation }: Actor,
  courseId: string,
  scopes: readonly Scope[],
): Promise<FoundCourse | undefined> {
  const since = addDays(today(store), -ACCESS.daysAfterTheEnd);
  const who = [courseId, actorId, unitIds, since, store.now(), organisation];
  const values = [...who, scopes.includes("care"), scopes.includes("unit")];
  const { rows } = await client.query<Row>({ name: "find-course", text: SEEK, values });
  const [row] = rows;
  if (row === undefined) return undefined;
  const grounds = scopes.map((scope) => (scope === "care" ? careIn(row) : unitIn(row)));
  return {
    target: { courseId, matterId: null, patientId: row.patient_id, unitId: null },
    ground: grounds.find((ground) => ground !== undefined),
    blocked: row.blocked,
  };
}
