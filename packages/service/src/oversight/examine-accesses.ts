// Knows how the accesses of some days are gone through, and how what has a sign comes to the log controller.
import { createHash, randomUUID } from "node:crypto";
import { addDays, type CalendarDate } from "@rettvei/engine";
import { asSystem } from "../access/as-system.ts";
import { appendFact, type Telling } from "../facts/append-fact.ts";
import type { Fact } from "../facts/fact.ts";
import { knownMatters } from "../facts/known-matters.ts";
import { countAccesses, readSigns, type SignRow } from "../store/signs-of-access.ts";
import { today } from "../store/store.ts";
import { lockPatients } from "../store/transaction.ts";
import {
  ACCESS_FLAGGED,
  ACCESS_REVIEW,
  ACCESSES_EXAMINED,
  LOG_EXAMINATION,
} from "./access-review.ts";
import { signsOf } from "./signs.ts";

const REVIEW_DAYS = 7;
/** Of one person, patient and day more is not shown. */
const ENTRIES = 200;

/** Days, both included. */
export interface Examination {
  readonly organisation: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The same for the same person, patient and day, so that it is opened once; row security reads the organisation in it. */
function reviewId(organisation: string, { actor_id, patient_id, day }: SignRow): string {
  const whole = JSON.stringify([organisation, actor_id, patient_id, day]);
  return `access ${organisation} ${createHash("sha256").update(whole).digest("hex").slice(0, 32)}`;
}

/** Of the going through that is done by itself, once a day. */
export function nightlyId(organisation: string, day: CalendarDate): string {
  return `log-examination ${organisation} ${day}`;
}

async function openReview(telling: Telling, organisation: string, row: SignRow): Promise<void> {
  const happenedOn = today(telling.store);
  await appendFact(telling, ACCESS_REVIEW, ACCESS_FLAGGED, {
    matterId: reviewId(organisation, row),
    patientId: null,
    courseId: null,
    unitId: null,
    happenedOn,
    body: {
      organisation,
      lookedBy: row.actor_id,
      lookedByName: row.actor_name,
      role: row.role,
      unitId: row.unit_id,
      patientId: row.patient_id,
      on: row.day,
      looks: row.looks,
      entries: row.entries.slice(0, ENTRIES).map(Number),
      signs: [...signsOf(row)],
      dueOn: addDays(happenedOn, REVIEW_DAYS),
    },
  });
}

export interface Examined {
  readonly looked: number;
  readonly flagged: number;
  readonly opened: number;
  readonly fact: Fact;
}

/** Goes through the days; what has a sign and was not seen before is opened. As the system: see as-system.test.ts. */
export async function examineAccesses(
  telling: Telling,
  examination: Examination,
  matterId: string = randomUUID(),
): Promise<Examined> {
  const { client, store } = telling;
  const { organisation, from, to } = examination;
  await lockPatients(client, [`log-control ${organisation}`]);
  const span = { organisation, from, before: addDays(to, 1) };
  const { rows, looked, known } = await asSystem(client, async () => {
    const found = await readSigns(client, span);
    const ids = found.map((row) => reviewId(organisation, row));
    return {
      rows: found,
      looked: await countAccesses(client, span),
      known: await knownMatters(client, ids),
    };
  });
  const unseen = rows.filter((row) => !known.has(reviewId(organisation, row)));
  for (const row of unseen) await openReview(telling, organisation, row);
  const flagged = rows.reduce((sum, { looks }) => sum + looks, 0);
  const body = { organisation, from, to, looked, flagged, opened: unseen.length };
  const about = { patientId: null, courseId: null, unitId: null, happenedOn: today(store) };
  const told = { matterId, ...about, body };
  const fact = await appendFact(telling, LOG_EXAMINATION, ACCESSES_EXAMINED, told);
  return { looked, flagged, opened: unseen.length, fact };
}
