// Knows how the things of one type that concern a patient are listed, each by its facts.
import type pg from "pg";
import type { Fact } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import { factsOfPatient } from "../facts/read-facts.ts";

/** The matters of the type, the oldest first, each with its facts in order. */
export async function mattersOfPatient(
  client: pg.ClientBase,
  patientId: string,
  { kinds }: MatterType,
): Promise<readonly (readonly [Fact, ...Fact[]])[]> {
  const own = new Set(kinds.map(({ kind }) => kind));
  const groups = new Map<string, [Fact, ...Fact[]]>();
  for (const fact of await factsOfPatient(client, patientId)) {
    if (!own.has(fact.kind)) continue;
    const group = groups.get(fact.matterId);
    if (group === undefined) groups.set(fact.matterId, [fact]);
    else group.push(fact);
  }
  return [...groups.values()];
}
