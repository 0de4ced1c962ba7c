// Knows that where each matter stands is what its facts say.
import { matterTypeOf } from "../facts/matter-types.ts";
import { factsOfMatter } from "../facts/read-facts.ts";
import type { Examined, Invariant } from "./invariant.ts";

interface Row {
  readonly matter_id: string;
  readonly kept: Readonly<Record<string, unknown>> | null;
}

const MATTERS = `
  SELECT matter_id, to_jsonb(m) AS kept
  FROM (SELECT DISTINCT matter_id FROM rettvei.fact) f FULL JOIN rettvei.matter m USING (matter_id)
  ORDER BY matter_id`;

async function troubleOf({ client }: Examined, { matter_id: id, kept }: Row): Promise<string[]> {
  const facts = await factsOfMatter(client, id);
  const last = facts.at(-1);
  if (last === undefined) return [`matter ${id}: expected facts that tell of it, got none`];
  if (kept === null) return [`matter ${id}: expected its kept state, got none`];
  const type = matterTypeOf(last);
  const { state, open, unitId, personId, dueOn } = type.standing(facts);
  const told: Readonly<Record<string, unknown>> = {
    ...{ type: type.type, state, open, unit_id: unitId, person_id: personId, due_on: dueOn },
    last_seq: last.seq,
  };
  const wrong = Object.keys(told).filter((name) => told[name] !== kept[name]);
  return wrong.map((name) => `matter ${id}: expected ${name} as its facts say, got another`);
}

export const MATTERS_AS_TOLD: Invariant = {
  says: "Every matter stands where its facts say.",
  troubles: async (examined) => {
    const { rows } = await examined.client.query<Row>(MATTERS);
    const troubles: string[] = [];
    for (const row of rows) troubles.push(...(await troubleOf(examined, row)));
    return troubles;
  },
};
