// Knows on what ground somebody may do something to a target, scope by scope, as things stand at this moment.
import { addDays } from "@rettvei/engine";
import type pg from "pg";
import { inOneGo } from "../store/in-one-go.ts";
import { type Store, today } from "../store/store.ts";
import type { Actor } from "./actor.ts";
import { atUnitSql, openedSql, taskSql, waitingSql } from "./ground-sql.ts";
import { ACCESS, type Scope } from "./matrix.ts";
import { representedGround } from "./represented.ts";
import type { Target } from "./target.ts";

/** Why access is given: a code, and what it rests on. */
export interface Ground {
  readonly basis: string;
  /** Id of the fact, matter or unit that gives it. */
  readonly decisionRef: string;
  /** True where it holds against a patient's block. */
  readonly overridesBlock?: boolean;
}

export interface Asking {
  readonly store: Store;
  readonly client: pg.ClientBase;
  readonly actor: Actor;
  readonly target: Target;
  /** What is asked for, in the words of the matrix. */
  readonly resource: string;
}

type FindGround = (asking: Asking) => Promise<Ground | undefined> | Ground | undefined;

async function firstRef(client: pg.ClientBase, query: pg.QueryConfig): Promise<string | undefined> {
  const { rows } = await client.query<{ ref: string }>(query);
  return rows[0]?.ref;
}

const own: FindGround = ({ actor, target: { patientId } }) =>
  patientId !== null && patientId === actor.patientId
    ? { basis: "own", decisionRef: actor.actorId }
    : undefined;

const TASK = `
  SELECT m.matter_id AS ref
  FROM rettvei.matter m JOIN rettvei.course_state s ON s.course_id = m.course_id
  WHERE m.patient_id = $2 AND ($3::text IS NULL OR m.course_id = $3) AND ${taskSql("$1")}
  LIMIT 1`;

const BREAK_GLASS = `
  SELECT m.matter_id AS ref, (f.body ->> 'overridesBlock')::boolean AS overrides
  FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'break-glass-opened'
  WHERE m.patient_id = $2 AND ${openedSql("$1", "$3")}
  ORDER BY overrides DESC NULLS LAST LIMIT 1`;

async function brokenGlass({ store, client, actor, target }: Asking): Promise<Ground | undefined> {
  const values = [actor.actorId, target.patientId, store.now()];
  const query = { name: "ground-break-glass", text: BREAK_GLASS, values };
  const { rows } = await client.query<{ ref: string; overrides: boolean }>(query);
  const [row] = rows;
  if (row === undefined) return undefined;
  return { basis: "break-glass", decisionRef: row.ref, overridesBlock: row.overrides };
}

/** Opened access is named first: whoever has opened it reads on that ground, and the patient's log says so. */
const care: FindGround = async (asking) => {
  const { client, actor, target } = asking;
  if (target.patientId === null) return undefined;
  const values = [actor.actorId, target.patientId, target.courseId];
  const [opened, ref] = await inOneGo<[Ground | undefined, string | undefined]>(
    client,
    () => brokenGlass(asking),
    () => firstRef(client, { name: "ground-task", text: TASK, values }),
  );
  if (opened !== undefined) return opened;
  return ref === undefined ? undefined : { basis: "care-relation", decisionRef: ref };
};

// Of a matter, also that it is the unit's own and open.
const AT_UNIT = `
  SELECT ref FROM (
    SELECT s.unit_id AS ref
    FROM rettvei.course c JOIN rettvei.course_state s ON s.course_id = c.course_id
    WHERE c.patient_id = $2 AND ($3::text IS NULL OR c.course_id = $3) AND ${atUnitSql("$1", "$4")}
    UNION ALL
    SELECT m.matter_id FROM rettvei.matter m
    WHERE m.patient_id = $2 AND ($3::text IS NULL OR m.course_id = $3) AND ${waitingSql("$1")}
    UNION ALL
    SELECT m.matter_id FROM rettvei.matter m WHERE m.matter_id = $5 AND m.unit_id = ANY ($1) AND m.open
  ) grounds LIMIT 1`;

const unit: FindGround = async ({ store, client, actor, target }) => {
  const { patientId, courseId, matterId, unitId } = target;
  if (patientId === null) {
    const held = unitId !== null && actor.unitIds.includes(unitId);
    return held ? { basis: "unit", decisionRef: unitId } : undefined;
  }
  const since = addDays(today(store), -ACCESS.daysAfterTheEnd);
  const values = [actor.unitIds, patientId, courseId, since, matterId];
  const ref = await firstRef(client, { name: "ground-unit", text: AT_UNIT, values });
  return ref === undefined ? undefined : { basis: "unit", decisionRef: ref };
};

// Sent by who asks, or shared with the person or the unit: all that the role may see, or what was named.
const SHARED = `
  SELECT m.matter_id AS ref
  FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'shared'
  WHERE m.patient_id = $3 AND ($4::text IS NULL OR m.course_id = $4 OR m.course_id IS NULL) AND m.open
    AND m.type = 'sharing' AND (m.person_id = $1 OR m.unit_id = ANY ($2)) AND (m.due_on IS NULL OR m.due_on >= $5::date)
    AND (f.body -> 'what' IS NULL OR f.body -> 'what' ? $6)
  LIMIT 1`;

const shared: FindGround = async (asking) => {
  const { store, client, actor, target, resource } = asking;
  if (actor.role === "relative") return representedGround(asking);
  const { patientId, courseId } = target;
  const values = [actor.actorId, actor.unitIds, patientId, courseId, today(store), resource];
  const ref = await firstRef(client, { name: "ground-shared", text: SHARED, values });
  return ref === undefined ? undefined : { basis: "shared", decisionRef: ref };
};

const enterprise: FindGround = ({ actor, target: { patientId } }) =>
  patientId === null ? { basis: "enterprise", decisionRef: actor.organisation } : undefined;

const any: FindGround = ({ target: { patientId } }) =>
  patientId === null ? { basis: "role", decisionRef: "-" } : undefined;

// It names a patient who is known, and lets nobody see anything yet.
const emergency: FindGround = ({ actor, target: { patientId } }) =>
  patientId === null
    ? undefined
    : { basis: "emergency", decisionRef: actor.actorId, overridesBlock: true };

const GROUNDS: Readonly<Record<Scope, FindGround>> = {
  own,
  care,
  unit,
  emergency,
  enterprise,
  shared,
  any,
};

/** The first ground among the scopes; undefined if there is none. */
export async function groundFor(
  asking: Asking,
  scopes: readonly Scope[],
): Promise<Ground | undefined> {
  for (const scope of scopes) {
    const ground = await GROUNDS[scope](asking);
    if (ground !== undefined) return ground;
  }
  return undefined;
}
