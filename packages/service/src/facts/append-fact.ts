// Knows how a fact is added, and the state of its matter with it.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "@rettvei/engine";
import type pg from "pg";
import type { Static, TSchema } from "typebox";
import { Check } from "typebox/value";
import type { Writer } from "../access/actor.ts";
import { asSystem } from "../access/as-system.ts";
import type { Store } from "../store/store.ts";
import type { About, Fact, FactKind } from "./fact.ts";
import type { MatterType } from "./matter.ts";
import { FACT_COLUMNS, type FactRow, factOf, factsOfMatter } from "./read-facts.ts";

/** Who tells something, and in which transaction. */
export interface Telling {
  readonly store: Store;
  readonly client: pg.ClientBase;
  readonly actor: Writer;
}

export interface NewFact<Body> extends About {
  readonly happenedOn: CalendarDate;
  readonly body: Body;
}

const APPEND = `
  INSERT INTO rettvei.fact (fact_id, kind, matter_id, patient_id, course_id, unit_id, happened_on,
                            recorded_at, recorded_by, recorded_as, body)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb)
  RETURNING ${FACT_COLUMNS}`;

const KEEP = `
  INSERT INTO rettvei.matter (matter_id, type, state, open, patient_id, course_id, unit_id, person_id, due_on, last_seq)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (matter_id) DO UPDATE SET
    type = excluded.type, state = excluded.state, open = excluded.open, patient_id = excluded.patient_id,
    course_id = excluded.course_id, unit_id = excluded.unit_id, person_id = excluded.person_id,
    due_on = excluded.due_on, last_seq = excluded.last_seq`;

/** Keeps what the facts of a matter say of where it stands. */
export async function keepMatter(
  client: pg.ClientBase,
  { type, standing }: MatterType,
  facts: readonly Fact[],
): Promise<void> {
  const last = facts.at(-1);
  if (last === undefined) throw new Error("bug: a matter of which nothing was told");
  const now = standing(facts);
  const { patientId, courseId, matterId, seq } = last;
  const held = [now.unitId, now.personId, now.dueOn];
  const values = [matterId, type, now.state, now.open, patientId, courseId, ...held, seq];
  await client.query({ name: "keep-matter", text: KEEP, values });
}

/** Adds a fact of a matter and keeps where the matter then stands; durable when the transaction is committed. */
export async function appendFact<Body extends TSchema>(
  { store, client, actor }: Telling,
  type: MatterType,
  { kind, body: shape }: FactKind<Body>,
  fact: NewFact<Static<Body>>,
): Promise<Fact<Static<Body>>> {
  if (!Check(shape, fact.body)) throw new Error(`bug: a body that is no ${kind}`);
  const { matterId, patientId, courseId, unitId, happenedOn } = fact;
  const about = [randomUUID(), kind, matterId, patientId, courseId, unitId, happenedOn];
  const written = [store.now(), actor.actorId, actor.role, JSON.stringify(fact.body)];
  const query = { name: "append-fact", text: APPEND, values: [...about, ...written] };
  const row = await asSystem(client, async () => {
    const { rows } = await client.query<FactRow>(query);
    await keepMatter(client, type, await factsOfMatter(client, matterId));
    return rows[0];
  });
  if (row === undefined) throw new Error("bug: a fact that was not added");
  return { ...factOf(row), body: fact.body };
}
