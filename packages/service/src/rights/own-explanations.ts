// Knows what a patient has asked of who looked, and what was answered.
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";
import { byMatter } from "../facts/by-matter.ts";
import { lastOfKind } from "../facts/fact.ts";
import { FACT_COLUMNS, type FactRow, factOf } from "../facts/read-facts.ts";
import { EXPLAINED, EXPLANATION, EXPLANATION_ASKED } from "./explanation.ts";

// Of no patient as matters, so that they reach units without a course of the patient: found by what was asked.
const ASKED = `
  SELECT ${FACT_COLUMNS} FROM rettvei.fact
  WHERE matter_id IN (
    SELECT m.matter_id FROM rettvei.matter m
    JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'explanation-asked'
    WHERE m.type = 'explanation' AND f.body ->> 'patientId' = $1)
  ORDER BY seq`;

/** The newest first. */
export async function readOwnExplanations(client: pg.ClientBase, patientId: string) {
  const query = { name: "own-explanations", text: ASKED, values: [patientId] };
  const { rows } = await asSystem(client, () => client.query<FactRow>(query));
  return byMatter(rows.map(factOf), EXPLANATION)
    .flatMap((facts) => {
      const asked = lastOfKind(facts, EXPLANATION_ASKED);
      if (asked === undefined) return [];
      const { entry, words, dueOn } = asked.body;
      const answer = lastOfKind(facts, EXPLAINED)?.body.words ?? null;
      const state = answer === null ? ("waiting" as const) : ("explained" as const);
      return [{ explanationId: asked.matterId, state, entry, words, dueOn, answer }];
    })
    .reverse();
}
