// Knows whose a course is, on what ground whoever asks may come to it, and whether it is blocked for them: in one
// statement, as nearly every request is about a course.
import { addDays } from "@rettvei/engine";
import type pg from "pg";
import { type Store, today } from "../store/store.ts";
import type { Actor } from "./actor.ts";
import { atUnitSql, blockedSql, openedSql, taskSql, waitingSql } from "./ground-sql.ts";
import type { Ground } from "./grounds.ts";
import { ACCESS, type Scope } from "./matrix.ts";
import type { Target } from "./target.ts";

// Whose the course is and whether it is at the unit, once with each open matter that says something of whoever asks.
const SEEK = `
  SELECT k.patient_id, CASE WHEN ${atUnitSql("$3", "$4")} THEN s.unit_id END AS unit_ref,
         m.type, m.matter_id AS ref, (f.body ->> 'overridesBlock')::boolean AS overrides
  FROM rettvei.course k
  LEFT JOIN rettvei.course_state s ON s.course_id = k.course_id
  LEFT JOIN (rettvei.matter m
             LEFT JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind IN ('break-glass-opened', 'block-set'))
    ON m.patient_id = k.patient_id AND m.type IN ('break-glass', 'assignment', 'referral', 'transfer', 'block') AND CASE m.type
      WHEN 'break-glass' THEN ${openedSql("$2", "$5")}
      WHEN 'block' THEN (m.course_id IS NULL OR m.course_id = k.course_id) AND ${blockedSql("$2", "$3", "$6")}
      WHEN 'assignment' THEN m.course_id = k.course_id AND ${taskSql("$2")}
      ELSE m.course_id = k.course_id AND ${waitingSql("$3")}
    END
  WHERE k.course_id = $1`;

interface Row {
  readonly patient_id: string;
  readonly unit_ref: string | null;
  readonly type: "break-glass" | "assignment" | "referral" | "transfer" | "block" | null;
  readonly ref: string | null;
  readonly overrides: boolean | null;
}

type Rows = readonly [Row, ...Row[]];

const BY_COURSE: readonly Scope[] = ["care", "unit"];

/** Whether grounds in these scopes are found by a course alone. */
export function foundByCourse(scopes: readonly Scope[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => BY_COURSE.includes(scope));
}

function refOf(rows: Rows, ...types: readonly Row["type"][]): string | undefined {
  return rows.find(({ type }) => types.includes(type))?.ref ?? undefined;
}

/** Opened access is named first: whoever has opened it reads on that ground, and the patient's log says so. */
function careIn(rows: Rows): Ground | undefined {
  const opened = rows.filter(({ type }) => type === "break-glass");
  const overriding = opened.find(({ overrides }) => overrides === true);
  const decisionRef = (overriding ?? opened[0])?.ref ?? undefined;
  if (decisionRef !== undefined) {
    const over = overriding === undefined ? {} : { overridesBlock: true };
    return { basis: "break-glass", decisionRef, ...over };
  }
  const task = refOf(rows, "assignment");
  return task === undefined ? undefined : { basis: "care-relation", decisionRef: task };
}

function unitIn(rows: Rows): Ground | undefined {
  const decisionRef = rows[0].unit_ref ?? refOf(rows, "referral", "transfer");
  return decisionRef === undefined ? undefined : { basis: "unit", decisionRef };
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
  const values = [courseId, actorId, unitIds, since, store.now(), organisation];
  const { rows } = await client.query<Row>({ name: "find-course", text: SEEK, values });
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  const found: Rows = [first, ...others];
  const grounds = scopes.map((scope) => (scope === "care" ? careIn(found) : unitIn(found)));
  return {
    target: { courseId, matterId: null, patientId: first.patient_id, unitId: null },
    ground: grounds.find((ground) => ground !== undefined),
    blocked: rows.some(({ type }) => type === "block"),
  };
}
