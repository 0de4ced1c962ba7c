// Knows a small world in which every kind of access exists, has ended, is blocked or never was; as plain data, and kept.
import { course } from "@rettvei/testkit";
import type { Actor, Role } from "../access/actor.ts";
import { ROLES } from "../access/actor.ts";
import type { PopulationCourse } from "../store/load-population.ts";
import { loadPopulation } from "../store/load-population.ts";
import { COORDINATOR } from "./test-app.ts";
import { renamed, type TestStore } from "./test-store.ts";

export const TODAY = "2026-06-30";
export const NOW = `${TODAY}T11:00:00Z`;

/** What is kept of one course. Ended 10 days ago or 60, or running. */
export interface WorldCourse {
  readonly courseId: string;
  readonly patient: number;
  readonly unitId: string;
  readonly life: "running" | "ended-lately" | "ended-long-ago";
}

/** What gives or takes access, as it was kept. `state` "over" is one whose day has passed. */
export interface Tie {
  readonly id: string;
  readonly type: string;
  readonly patient: number;
  readonly courseId: string | null;
  readonly person: string | null;
  readonly unitId: string | null;
  readonly state: "open" | "closed" | "over";
  readonly kind?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface World {
  readonly patients: readonly { readonly id: string; readonly born: string }[];
  readonly courses: readonly WorldCourse[];
  readonly ties: readonly Tie[];
  readonly actors: readonly (Actor | undefined)[];
}

const UNITS = ["u1", "u2", "x1"] as const;
const LIVES = ["running", "ended-lately", "ended-long-ago"] as const;
// A child, one of 14, of 16 tomorrow, of 16 today, adults.
const BIRTHDAYS = ["2018-01-01", "2012-02-29", "2010-07-01", "2010-06-30", "1990-05-05"] as const;
const PATIENTS = 45;
const BLOCKED_AT_U1 = 18;

function pick<T>(of: readonly T[], n: number): T {
  return of[n % of.length] as T; // of is never empty
}

/** Draws by place and question, the same in every run. */
function draw<T>(of: readonly T[], place: number, question: string): T {
  let hash = 2166136261;
  for (const letter of `${question}/${place}`)
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return pick(of, (hash >>> 0) >>> 7);
}

function actor(
  role: Role,
  actorId: string,
  organisation: string,
  unitIds: readonly string[],
): Actor {
  return { ...COORDINATOR, role, actorId, name: actorId, organisation, unitIds };
}

function everybody(): readonly (Actor | undefined)[] {
  const others: readonly Role[] = ROLES.filter((role) =>
    /analyst|editor|controller|operator/.test(role),
  );
  return [
    actor("practitioner", "pa", "TESTHF", ["u1"]),
    actor("practitioner", "pb", "TESTHF", ["u2"]),
    actor("practitioner", "px", "OTHERHF", ["x1"]),
    actor("coordinator", "c1", "TESTHF", ["u1"]),
    actor("coordinator", "c2", "TESTHF", ["u2"]),
    actor("coordinator", "c12", "TESTHF", ["u1", "u2"]),
    actor("coordinator", "cx", "OTHERHF", ["x1"]),
    actor("leader", "l1", "TESTHF", ["u1"]),
    actor("leader", "lx", "OTHERHF", ["x1"]),
    ...[0, 4, 8].map((n) => ({ ...actor("patient", `own${n}`, "-", []), patientId: `w${n}` })),
    { ...actor("patient", "stranger", "-", []), patientId: "nobody-here" },
    actor("relative", "rel", "-", []),
    actor("relative", "rel2", "-", []),
    actor("referrer", "ra", "GP", []),
    actor("referrer", "rb", "GP", ["g1"]),
    actor("municipality", "m1", "KOMMUNE", ["k1"]),
    actor("municipality", "m2", "KOMMUNE", ["k2"]),
    ...others.map((role) => actor(role, role, "TESTHF", ["u1"])),
    undefined,
  ];
}

const DUE = { open: "2026-12-31", closed: null, over: "2026-06-29" } as const;

function tiesOf(patient: number, courses: readonly WorldCourse[]): readonly Tie[] {
  const [first] = courses;
  if (first === undefined) return [];
  const tie = (type: string, place: string, rest: Partial<Tie>): Tie => ({
    ...{
      id: `${type} w${patient} ${place}`,
      type,
      patient,
      courseId: null,
      person: null,
      unitId: null,
    },
    ...{ state: "open", ...rest },
  });
  const ask = <T>(of: readonly T[], question: string): T => draw(of, patient, question);
  const life = (question: string): Tie["state"] =>
    ask(["open", "open", "closed", "over"], question);
  const ties: Tie[] = [];
  const doctor = ask(["pa", "pb", "px", undefined, undefined], "doctor");
  if (doctor !== undefined) {
    const state = ask(["open", "open", "closed"] as const, "task");
    ties.push(tie("assignment", "d", { courseId: first.courseId, person: doctor, state }));
  }
  const glass = ask(["pa", "pb", undefined, undefined], "glass");
  if (glass !== undefined) {
    const until = ask(
      ["2026-06-30T11:30:00Z", "2026-06-30T11:00:00Z", "2026-06-30T09:00:00Z"],
      "until",
    );
    const body = { until, overridesBlock: ask([true, false], "overrides") };
    const state = ask(["open", "open", "closed"] as const, "glass-state");
    ties.push(tie("break-glass", "g", { person: glass, state, kind: "break-glass-opened", body }));
  }
  const sharer = ask(["ra", undefined, undefined], "sharer");
  if (sharer !== undefined) {
    const courseId = ask([first.courseId, null], "sharer-of");
    ties.push(
      tie("sharing", "p", {
        person: sharer,
        courseId,
        state: life("shared-for"),
        kind: "shared",
        body: {},
      }),
    );
  }
  const town = ask(["k1", "g1", undefined], "town");
  if (town !== undefined) {
    const courseId = ask([first.courseId, null], "town-of");
    const body = ask([{}, { what: ["course", "plan"] }, { what: ["follow-up-plan"] }], "town-sees");
    ties.push(
      tie("sharing", "u", {
        unitId: town,
        courseId,
        state: life("town-for"),
        kind: "shared",
        body,
      }),
    );
  }
  if (ask([true, false, false, false], "waits")) {
    const type = ask(["referral", "transfer"], "waits-as");
    const state = ask(["open", "closed"] as const, "waits-still");
    ties.push(tie(type, "w", { unitId: ask(UNITS, "waits-at"), courseId: first.courseId, state }));
  }
  const actsAs = ask(["guardian", "guardian", "consent", "power-of-attorney", undefined], "acts");
  if (actsAs !== undefined) {
    const atChildsAddress = ask([true, true, false], "address");
    const representativeBornOn = ask(["1970-01-01", "2008-07-01"], "grown");
    const body = { actsAs, atChildsAddress, representativeBornOn };
    const kind = "representation-set";
    ties.push(tie("representation", "r", { person: "rel", kind, body, state: life("acts-for") }));
    if (ask([true, false, false, false, false], "secret"))
      ties.push(tie("confidential-address", "s", {}));
    const view = ask(["withheld", "released", undefined], "view");
    if (view !== undefined) {
      const id = `guardians ${first.courseId}`;
      ties.push({ ...tie("guardian-view", "v", { courseId: first.courseId, body: { view } }), id });
    }
  }
  const against = ask(
    ["pa", "c1", "ra", "unit", "organisation", undefined, undefined, undefined],
    "block",
  );
  if (against !== undefined) {
    const organisation = against === "organisation" ? "TESTHF" : null;
    const whom =
      against === "unit" ? { unitId: "u1" } : organisation === null ? { person: against } : {};
    const courseId = ask([first.courseId, null], "block-of");
    const state = ask(["open", "open", "closed"] as const, "block-state");
    ties.push(
      tie("block", "b", { ...whom, courseId, state, kind: "block-set", body: { organisation } }),
    );
  }
  // One whole patient, whose course runs at u1 and is not closed by itself, is closed to that unit: also in its lists.
  if (patient === BLOCKED_AT_U1) {
    ties.push(tie("block", "l", { unitId: "u1", kind: "block-set", body: { organisation: null } }));
  }
  return ties;
}

/** The same world in every run. */
export function accessWorld(): World {
  const numbers = Array.from({ length: PATIENTS }, (_, n) => n);
  const courses = numbers.flatMap((patient) => {
    const own: WorldCourse = {
      ...{ courseId: `w${patient}-a`, patient, unitId: pick(UNITS, patient) },
      life: pick(LIVES, Math.floor(patient / 3)),
    };
    const second: WorldCourse = {
      ...{ courseId: `w${patient}-b`, patient, unitId: pick(UNITS, patient + 1), life: "running" },
    };
    return patient % 4 === 0 ? [own, second] : [own];
  });
  const ties = numbers.flatMap((n) =>
    tiesOf(
      n,
      courses.filter(({ patient }) => patient === n),
    ),
  );
  const patients = numbers.map((n) => ({ id: `w${n}`, born: draw(BIRTHDAYS, n, "born") }));
  return { patients, courses, ties, actors: everybody() };
}

function logOf({ courseId, patient, unitId, life }: WorldCourse): PopulationCourse {
  const started = course("tsb").with("pathway-start", "2026-03-01", { unitId });
  const ends = { running: undefined, "ended-lately": "2026-06-20", "ended-long-ago": "2026-05-01" };
  const end = ends[life];
  const { log } = end === undefined ? started : started.with("closure", end, { unitId });
  const named = { ...renamed(log, courseId), courseId, patientId: `w${patient}` };
  const whom = { patientId: `w${patient}`, name: `Testine-${patient}`, birthYear: null };
  return { patient: { ...whom, personNumber: null }, log: named };
}

const FACT = `
  INSERT INTO rettvei.fact (fact_id, kind, matter_id, patient_id, course_id, unit_id, happened_on, recorded_at, recorded_by, recorded_as, body)
  VALUES ($1, $2, $1, $3, $4, $5, '2026-01-01', now(), 'world', 'coordinator', $6)`;
const MATTER = `
  INSERT INTO rettvei.matter (matter_id, type, state, open, patient_id, course_id, unit_id, person_id, due_on, last_seq)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)`;

/** Keeps the world; each course has one more matter that nobody is to do anything about, `thing <course>`. */
export async function keepWorld(store: TestStore, world: World): Promise<void> {
  await loadPopulation(store, world.courses.map(logOf));
  const { pool, asOwner } = store.database;
  await asOwner(async (client) => {
    for (const { id, born } of world.patients) {
      await client.query("UPDATE rettvei.patient SET birth_date = $2 WHERE patient_id = $1", [
        id,
        born,
      ]);
    }
  });
  for (const { id, type, patient, courseId, person, unitId, state, kind, body } of world.ties) {
    const whom = [`w${patient}`, courseId, unitId];
    const word = typeof body?.view === "string" ? body.view : state;
    const dated = type === "sharing" || type === "representation" ? DUE[state] : null;
    await pool.query(MATTER, [id, type, word, state !== "closed", ...whom, person, dated]);
    if (kind !== undefined) await pool.query(FACT, [id, kind, ...whom, body]);
  }
  for (const { courseId, patient, unitId } of world.courses) {
    const id = `thing ${courseId}`;
    const whom = [`w${patient}`, courseId, unitId];
    await pool.query(MATTER, [id, "plan", "kept", false, ...whom, null, null]);
    await pool.query(FACT, [id, "world-thing", ...whom, {}]);
  }
}
