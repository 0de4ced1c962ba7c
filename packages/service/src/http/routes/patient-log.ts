// Knows the routes of the patient's own log: who looked and why, and asking for an explanation.
import { randomUUID } from "node:crypto";
import { addDays } from "@rettvei/engine";
import { Type } from "typebox";
import { nothingThere } from "../../access/acting.ts";
import { appendFact } from "../../facts/append-fact.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { matterAsSeen } from "../../facts/matter-as-seen.ts";
import { EXPLAINED, EXPLANATION, EXPLANATION_ASKED } from "../../rights/explanation.ts";
import { type LogRow, logEntry, readPatientLog } from "../../rights/patient-log.ts";
import { reasonOf } from "../../rights/reasons.ts";
import { readWaitingExplanations } from "../../rights/unit-explanations.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema, LARGEST_NUMBER } from "../schemas/basics.ts";
import {
  AskExplanationSchema,
  AskedExplanationsSchema,
  ExplainSchema,
  ExplanationSchema,
  PatientLogSchema,
} from "../schemas/rights.ts";

const OfPatientSchema = Type.Object({ patientId: IdSchema });
const PAGE = 100;
const LONGEST_LIST = 200;
/** Our own choice: no source gives a number of days. */
const EXPLAIN_DAYS = 14;

function entryView(row: LogRow) {
  return {
    entry: Number(row.entry),
    at: row.at.toISOString(),
    name: row.name,
    role: row.role,
    organisation: row.organisation,
    unit: row.point_of_care,
    unitName: row.unit_name ?? null,
    what: `${row.resource} ${row.verb}`,
    outcome: row.outcome,
    unforeseen: row.purpose === "BTG",
    why: reasonOf(row.outcome === "refused" ? "none" : row.basis),
  };
}

function explanationView(facts: readonly Fact[]) {
  const asked = lastOfKind(facts, EXPLANATION_ASKED);
  if (asked === undefined) throw new Error("bug: an explanation that nobody asked for");
  const { entry, words, dueOn } = asked.body;
  const answer = lastOfKind(facts, EXPLAINED)?.body.words ?? null;
  const state = answer === null ? ("waiting" as const) : ("explained" as const);
  return { explanationId: asked.matterId, state, entry, words, dueOn, answer };
}

function addAskingRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/patients/:patientId/explanations",
    summary: "Ask why somebody looked",
    description:
      "It goes to the unit of whoever looked, which answers within fourteen days. That number is our own choice.",
    tag: "rights",
    params: OfPatientSchema,
    body: AskExplanationSchema,
    answer: ExplanationSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, params: { patientId }, body: { entry, words } }) => {
      const row = await logEntry(client, patientId, entry);
      if (row === undefined) throw nothingThere();
      const happenedOn = today(store);
      const dueOn = addDays(happenedOn, EXPLAIN_DAYS);
      const fact = await appendFact({ store, client, actor }, EXPLANATION, EXPLANATION_ASKED, {
        ...{ matterId: randomUUID(), patientId: null, courseId: null, unitId: row.point_of_care },
        happenedOn,
        body: { entry, words, patientId, lookedBy: row.actor_id, dueOn },
      });
      return { body: explanationView([fact]), version: fact.seq };
    },
  });
  addReading(guard, {
    url: "/api/units/:unitId/explanations",
    summary:
      "What patients have asked about accesses from a unit, and nobody has explained, those due first",
    tag: "rights",
    params: Type.Object({ unitId: IdSchema }),
    answer: AskedExplanationsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { unitId } }) => {
      const asked = await readWaitingExplanations(client, unitId, LONGEST_LIST);
      return { body: { asked }, patientIds: asked.map(({ patient }) => patient.patientId) };
    },
  });
  addWriting(guard, {
    url: "/api/explanations/:explanationId/explained",
    summary: "Explain to a patient why somebody looked",
    tag: "rights",
    params: Type.Object({ explanationId: IdSchema }),
    body: ExplainSchema,
    answer: ExplanationSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.explanationId }),
    write: async ({ store, client, actor, target, params: { explanationId }, body, seen }) => {
      const as = { matterId: explanationId, patientId: explanationId, seen: seen() };
      const facts = await matterAsSeen(client, EXPLANATION, as);
      const about = { patientId: null, courseId: null, unitId: target.unitId };
      const fact = await appendFact({ store, client, actor }, EXPLANATION, EXPLAINED, {
        ...{ matterId: explanationId, ...about, happenedOn: today(store), body },
      });
      const patientIds = lastOfKind(facts, EXPLANATION_ASKED)?.body.patientId;
      return {
        body: explanationView([...facts, fact]),
        version: fact.seq,
        ...(patientIds === undefined ? {} : { patientIds: [patientIds] }),
      };
    },
  });
}

export function addPatientLogRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/patients/:patientId/log",
    summary: "Who looked at a patient's information, and why",
    description: "The newest first. Attempts that were refused are there too.",
    tag: "rights",
    params: OfPatientSchema,
    query: Type.Object({
      before: Type.Optional(Type.Integer({ minimum: 1, maximum: LARGEST_NUMBER })),
    }),
    answer: PatientLogSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { patientId }, query }) => {
      const rows = await readPatientLog(client, patientId, query.before ?? null, PAGE + 1);
      const entries = rows.slice(0, PAGE).map(entryView);
      const next = rows.length > PAGE ? (entries.at(-1)?.entry ?? null) : null;
      return { body: { entries, next } };
    },
  });
  addAskingRoutes(guard);
}
