// Knows how everything about one patient is given out: to the patient whole, to others what each of them may read.
import type pg from "pg";
import { decide, nothingThere } from "../../access/acting.ts";
import type { Actor } from "../../access/actor.ts";
import { asSystem } from "../../access/as-system.ts";
import { AppError } from "../../app-error.ts";
import type { ExportedAccess, ExportedFact, PatientExport } from "../../http/schemas/export.ts";
import type { Store } from "../../store/store.ts";
import { type LogRow, readPatientLogAfter } from "../patient-log.ts";
import { reasonOf } from "../reasons.ts";
import { EXPORTED_MATTERS, EXPORTED_TABLES, type LeftOutReason } from "./exported.ts";
import {
  exportedFacts,
  exportedRegistrations,
  type MatterOfPatient,
  mattersBeside,
  mattersOf,
  patientWithCourses,
  type Span,
} from "./exported-rows.ts";

const ENTRIES = 1_000;
const BYTES = 4_000_000;

export interface Exporting {
  readonly store: Store;
  readonly client: pg.ClientBase;
  readonly actor: Actor;
}

type LeftOut = PatientExport["leftOut"][number];
type MayRead = (resource: string, courseId: string | null) => Promise<boolean>;

/** Whether somebody who is not the patient may read a thing, decided for each resource and course as a route decides it. */
function mayReadAs({ store, client, actor }: Exporting, patientId: string): MayRead {
  const decided = new Map<string, Promise<boolean>>();
  const ask = async (resource: string, courseId: string | null): Promise<boolean> => {
    const target = { courseId, matterId: null, patientId, unitId: null };
    const need = { resource, verb: "r" } as const;
    try {
      await asSystem(client, () => decide(store, client, actor, need, target));
      return true;
    } catch (cause) {
      if (cause instanceof AppError) return false;
      throw cause;
    }
  };
  return (resource, courseId) => {
    const key = `${resource} ${courseId}`;
    const known = decided.get(key) ?? ask(resource, courseId);
    decided.set(key, known);
    return known;
  };
}

async function whyNot(
  { type, courseId }: MatterOfPatient,
  mayRead: MayRead,
): Promise<LeftOutReason | undefined> {
  const rule = EXPORTED_MATTERS[type];
  if (rule === undefined || rule === "about-nobody") return "about-nobody";
  if (rule.resource === null) return "only-for-the-patient";
  return (await mayRead(rule.resource, courseId)) ? undefined : "not-yours-to-read";
}

async function whatMayBeRead(matters: readonly MatterOfPatient[], mayRead: MayRead) {
  const leftOut = new Map<string, LeftOut>();
  const matterIds: string[] = [];
  for (const matter of matters) {
    const why = await whyNot(matter, mayRead);
    if (why === undefined) matterIds.push(matter.matterId);
    else leftOut.set(matter.type, { what: matter.type, why });
  }
  return { matterIds, leftOut: [...leftOut.values()] };
}

function withoutHidden(fact: ExportedFact): ExportedFact {
  const rule = EXPORTED_MATTERS[fact.type];
  const hidden = typeof rule === "object" ? (rule.without ?? []) : [];
  if (hidden.length === 0 || typeof fact.body !== "object" || fact.body === null) return fact;
  const shown = Object.entries(fact.body).filter(([field]) => !hidden.includes(field));
  return { ...fact, body: Object.fromEntries(shown) };
}

function accessOf(row: LogRow): ExportedAccess {
  return {
    what: "access",
    seq: Number(row.entry),
    at: row.at.toISOString(),
    name: row.name,
    role: row.role,
    organisation: row.organisation,
    unit: row.point_of_care,
    resource: row.resource,
    verb: row.verb,
    outcome: row.outcome,
    unforeseen: row.purpose === "BTG",
    why: reasonOf(row.outcome === "refused" ? "none" : row.basis),
  };
}

interface Found {
  readonly entries: PatientExport["entries"];
  readonly leftOut: readonly LeftOut[];
  /** Up to which number the facts are whole; the rest is of a later page. */
  readonly reachesTo: number;
}

/** All rules of the program let a patient see what is the patient's: all but the fields that are named. */
async function forThePatient({ client }: Exporting, span: Span): Promise<Found> {
  const { patientId, after, limit } = span;
  const facts = await asSystem(client, async () => {
    const matters = [
      ...(await mattersOf(client, patientId)),
      ...(await mattersBeside(client, patientId)),
    ];
    const ids = matters.map(({ matterId }) => matterId);
    return exportedFacts(client, ids, span);
  });
  const registrations = await exportedRegistrations(client, span);
  const log = await readPatientLogAfter(client, patientId, after, limit);
  const entries = [...facts.rows, ...registrations, ...log.map(accessOf)];
  return { entries, leftOut: [], reachesTo: facts.reachesTo };
}

async function forAnother(exporting: Exporting, span: Span): Promise<Found> {
  const { client } = exporting;
  const mayRead = mayReadAs(exporting, span.patientId);
  const matters = await mattersOf(client, span.patientId);
  const { matterIds, leftOut } = await whatMayBeRead(matters, mayRead);
  const facts = await exportedFacts(client, matterIds, span);
  const registrations = await exportedRegistrations(client, span);
  const log = { what: "audit_entry", why: "only-for-the-patient" } as const;
  const entries = [...facts.rows, ...registrations];
  return { entries, leftOut: [log, ...leftOut], reachesTo: facts.reachesTo };
}

/** Those that fit, and where to go on; facts stop earlier than the others where they are large. */
function firstPage({ entries, reachesTo }: Found): Pick<PatientExport, "entries" | "next"> {
  const whole = entries.filter(({ seq }) => seq <= reachesTo).sort((a, b) => a.seq - b.seq);
  const page = whole
    .slice(0, ENTRIES)
    .map((one) => (one.what === "fact" ? withoutHidden(one) : one));
  const more = page.length < entries.length || reachesTo < Number.POSITIVE_INFINITY;
  return { entries: page, next: more ? (page.at(-1)?.seq ?? null) : null };
}

function tablesLeftOut(): readonly LeftOut[] {
  return Object.entries(EXPORTED_TABLES).flatMap(([what, why]) =>
    why === "in it" ? [] : [{ what, why }],
  );
}

/**
 * A page of everything about the patient, in the order in which it was written, after the number. The last page has no
 * `next`. Throws AppError `not-found` where there is no such patient for whoever asks.
 */
export async function exportPatient(
  exporting: Exporting,
  patientId: string,
  after: number,
): Promise<PatientExport> {
  const { client, actor } = exporting;
  const { patients, courses } = await patientWithCourses(client, patientId);
  const [patient] = patients;
  if (patient === undefined) throw nothingThere();
  const span: Span = { patientId, after, limit: ENTRIES + 1, bytes: BYTES };
  const own = actor.patientId === patientId;
  const found = own ? await forThePatient(exporting, span) : await forAnother(exporting, span);
  const leftOut = [...tablesLeftOut(), ...found.leftOut];
  return { patient, courses, ...firstPage(found), leftOut };
}
