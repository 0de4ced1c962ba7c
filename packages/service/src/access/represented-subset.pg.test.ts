// Proves that nobody who acts for a patient ever sees a row that the patient does not, in random whole configurations:
// patients of all ages, ways to act, days, items withheld and released, confidential addresses.
import { addDays, type CalendarDate, parseCalendarDate } from "@rettvei/engine";
import fc from "fast-check";
import { expect, it } from "vitest";
import { VOICE, VOICE_SAID } from "../course/voice/voice.ts";
import { appendFact } from "../facts/append-fact.ts";
import type { FactKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";
import {
  ADDRESS_HIDDEN,
  CONFIDENTIAL_ADDRESS,
  confidentialAddressOf,
} from "../rights/confidential-address.ts";
import { GUARDIAN_VIEW, guardianViewOf, RELEASED, WITHHELD } from "../rights/guardian-view.ts";
import {
  REPRESENTATION,
  REPRESENTATION_ENDED,
  REPRESENTATION_SET,
} from "../rights/representation-matter.ts";
import { inTransaction } from "../store/transaction.ts";
import { patientActor } from "../testing/people.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import { closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { actAs } from "./acting.ts";
import type { Actor } from "./actor.ts";
import { inRequest } from "./as-system.ts";
import { WAYS_TO_ACT } from "./representation.ts";

closeStores("after all");

const CONFIGURATIONS = Number(process.env.RETTVEI_CONFIGURATIONS ?? 200);
const SEED = Number(process.env.RETTVEI_SEED ?? 20_241_120);
const TODAY = parseCalendarDate("2024-03-20");
const PATIENTS = 24;
const PEOPLE = 12;

const anyDay = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));

const anyItem = fc.constantFrom("none", "withheld", "released");
const anyRepresentation = fc.record({
  person: fc.nat({ max: PEOPLE - 1 }),
  actsAs: fc.constantFrom(...WAYS_TO_ACT),
  ofCourse: fc.constantFrom(null, null, null, 0, 1),
  bornOn: fc.option(anyDay(-20_000, -5_500)),
  atAddress: fc.constantFrom(true, true, true, false),
  until: anyDay(-50, 400),
  ended: fc.nat({ max: 7 }).map((n) => n === 0),
});
const anyPatient = fc.record({
  born: fc.option(anyDay(-36 * 365, -30), { freq: 8 }),
  hidden: fc.nat({ max: 7 }).map((n) => n === 0),
  courses: fc.tuple(anyItem, anyItem),
  things: fc.tuple(anyItem, anyItem),
  representations: fc.array(anyRepresentation, { minLength: 1, maxLength: 4 }),
});
type Drawn = typeof anyPatient extends fc.Arbitrary<infer One> ? One : never;

const courseId = (patient: number, at: number): string => `s${patient}-c${at}`;
const thingId = (patient: number, at: number): string => `s${patient}-t${at}`;

async function keep(store: TestStore, patients: readonly Drawn[]): Promise<void> {
  await inTransaction(store.database.pool, async (client) => {
    const tell = (
      type: MatterType,
      kind: FactKind,
      about: readonly [matterId: string, patient: number, course: number | null],
      body: unknown,
      happenedOn: CalendarDate = addDays(TODAY, -400),
    ) => {
      const [matterId, patient, course] = about;
      const of = course === null ? null : courseId(patient, course);
      const whose = { matterId, patientId: `s${patient}`, courseId: of, unitId: "u1", happenedOn };
      return appendFact({ store, client, actor: COORDINATOR }, type, kind, { ...whose, body });
    };
    for (const [n, { born, hidden, courses, things, representations }] of patients.entries()) {
      await client.query("INSERT INTO rettvei.patient (patient_id, birth_date) VALUES ($1, $2)", [
        `s${n}`,
        born,
      ]);
      if (hidden) {
        const about = [confidentialAddressOf(`s${n}`), n, null] as const;
        await tell(CONFIDENTIAL_ADDRESS, ADDRESS_HIDDEN, about, {});
      }
      for (const at of [0, 1] as const) {
        await client.query(
          "INSERT INTO rettvei.course (course_id, patient_id, pathway) VALUES ($1, $2, 'tsb')",
          [courseId(n, at), `s${n}`],
        );
        const said = { about: "not-working", words: "Nei.", answerBy: TODAY, personId: null };
        await tell(VOICE, VOICE_SAID, [thingId(n, at), n, at], said);
        for (const [item, view] of [
          [courseId(n, at), courses[at]],
          [thingId(n, at), things[at]],
        ] as const) {
          if (view === "none") continue;
          const kind = view === "withheld" ? WITHHELD : RELEASED;
          await tell(GUARDIAN_VIEW, kind, [guardianViewOf(item), n, at], { reason: "Fordi." });
        }
      }
      for (const [r, one] of representations.entries()) {
        const about = [`s${n}-r${r}`, n, one.ofCourse] as const;
        await tell(REPRESENTATION, REPRESENTATION_SET, about, {
          actsAs: one.actsAs,
          personId: `rep-${one.person}`,
          personName: "Kari",
          representativeBornOn: one.bornOn,
          atChildsAddress: one.atAddress,
          purpose: "Støtte",
          until: one.until,
        });
        if (one.ended) await tell(REPRESENTATION, REPRESENTATION_ENDED, about, {});
      }
    }
  });
}

const ROWS = `
  SELECT 'patient ' || patient_id AS row FROM rettvei.patient
  UNION ALL SELECT 'course ' || course_id FROM rettvei.course
  UNION ALL SELECT 'matter ' || matter_id FROM rettvei.matter
  UNION ALL SELECT 'fact ' || fact_id FROM rettvei.fact`;

function seen(store: TestStore, actor: Actor, patientId: string): Promise<ReadonlySet<string>> {
  return inRequest(store, async (client) => {
    await actAs(store, client, actor, patientId);
    const { rows } = await client.query<{ row: string }>(ROWS);
    return new Set(rows.map(({ row }) => row));
  });
}

it(`in ${CONFIGURATIONS} of them, on days to come and gone, no row is seen for a patient that the patient does not see`, async () => {
  const store = await testStore(TODAY);
  const patients = fc.sample(anyPatient, { seed: SEED, numRuns: PATIENTS });
  await keep(store, patients);
  const asked = fc.sample(
    fc.record({
      patient: fc.nat({ max: PATIENTS - 1 }),
      which: fc.nat(),
      day: anyDay(-100, 300),
    }),
    { seed: SEED, numRuns: CONFIGURATIONS },
  );
  const wrong: string[] = [];
  const found = { something: 0, nothing: 0 };
  for (const { patient, which, day } of asked) {
    store.setToday(day);
    const acting = patients[patient]?.representations ?? [];
    const person = acting[which % acting.length]?.person ?? 0;
    const relative: Actor = {
      ...COORDINATOR,
      ...{ actorId: `rep-${person}`, role: "relative", organisation: "-", unitIds: [] },
    };
    const own = await seen(store, patientActor(`s${patient}`), `s${patient}`);
    const shown = await seen(store, relative, `s${patient}`);
    found[shown.size > 0 ? "something" : "nothing"]++;
    for (const row of shown)
      if (!own.has(row)) wrong.push(`${row} to rep-${person} for s${patient} on ${day}`);
  }
  console.info(`REPRESENTED: seed ${SEED}, ${JSON.stringify(found)}, ${wrong.length} wrong`);
  expect(wrong).toEqual([]);
  expect(Math.min(found.something, found.nothing)).toBeGreaterThan(CONFIGURATIONS / 20);
}, 600_000);
