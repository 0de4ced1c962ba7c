// Knows what patients have asked about accesses from a unit, with what its leader needs to explain them.
import type pg from "pg";
import { asSystem } from "../access/as-system.ts";
import { byMatter } from "../facts/by-matter.ts";
import { lastOfKind } from "../facts/fact.ts";
import { factsOfMatters } from "../facts/read-facts.ts";
import { readPatients } from "../store/patients.ts";
import { EXPLANATION, EXPLANATION_ASKED } from "./explanation.ts";
import { logEntries } from "./patient-log.ts";

// A patient who has blocked whoever asks is not told of to them.
const WAITING = `
  SELECT m.matter_id FROM rettvei.matter m
  JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'explanation-asked'
    AND f.body ->> 'patientId' <> ALL ((SELECT rettvei.blocked_patients())::text[])
  WHERE m.type = 'explanation' AND m.open AND m.unit_id = $1 ORDER BY m.due_on, m.matter_id LIMIT $2`;

async function waitingIds(
  client: pg.ClientBase,
  unitId: string,
  limit: number,
): Promise<readonly string[]> {
  const query = { name: "waiting-explanations", text: WAITING, values: [unitId, limit] };
  const { rows } = await client.query<{ matter_id: string }>(query);
  return rows.map((row) => row.matter_id);
}

/**
 * What waits at the unit to be explained, due first, at most `limit`. Who asks is named as the system knows them: they
 * have turned to the unit themselves, which may have no course of theirs. Of the access only its entry, never what was read.
 */
export async function readWaitingExplanations(
  client: pg.ClientBase,
  unitId: string,
  limit: number,
) {
  const ids = await waitingIds(client, unitId, limit);
  const asked = byMatter(await factsOfMatters(client, ids), EXPLANATION).flatMap(
    (facts) => lastOfKind(facts, EXPLANATION_ASKED) ?? [],
  );
  const { patients, entries } = await asSystem(client, async () => ({
    patients: await readPatients(client, [...new Set(asked.map(({ body }) => body.patientId))]),
    entries: await logEntries(
      client,
      asked.map(({ body }) => body.entry),
    ),
  }));
  return ids.flatMap((id) => {
    const question = asked.find(({ matterId }) => matterId === id);
    const looked = question && entries.get(question.body.entry);
    if (question === undefined || looked === undefined) return [];
    const { patientId, words, dueOn } = question.body;
    const patient = patients.get(patientId) ?? { patientId, name: null, birthYear: null };
    const { name, role, at, purpose } = looked;
    const access = {
      lookedByName: name,
      role,
      at: at.toISOString(),
      unforeseen: purpose === "BTG",
    };
    return [{ explanationId: id, patient, ...access, words, dueOn, version: question.seq }];
  });
}
