// Proves the numbers of a unit's flow: by hand, and against a loop over the courses as they are shown one by one.
import { beforeAll, describe, expect, it } from "vitest";
import { as } from "../testing/referring.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { closeStores } from "../testing/test-store.ts";
import type { Flow } from "./schemas/flow.ts";

closeStores("after all");
let api: SeededApi["api"];

/** The first seven are decided on, 10 to 28 days after the first attendance on 20 February; 21 are recommended. */
const DECIDED = ["03-01", "03-03", "03-05", "03-07", "03-09", "03-11", "03-19"];
const U1 = as({ actorId: "k1", unitIds: ["u1"] });
const U2 = as({ actorId: "k2", unitIds: ["u2"] });
const idOf = (n: number): string => `n${String(n).padStart(2, "0")}-c1`;

async function transfer(courseId: string, toUnitId: string) {
  const body = { toUnitId, reason: "Flytter." };
  return api.post(`/api/courses/${courseId}/transfers`, body, U1);
}

beforeAll(async () => {
  const seeded = await seededApi();
  api = seeded.api;
  await seeded.store.database.pool.query(
    `INSERT INTO rettvei.unit (unit_id, name, kind, hf_name, rhf_name, synthetic)
     VALUES ('u2', 'Nabo DPS', 'dps', 'HF', 'RHF', true)`,
  );
  for (const [n, day] of DECIDED.entries()) {
    const decided = {
      event: "clinical-decision",
      outcome: "treatment-tsb",
      occurredOn: `2024-${day}`,
    };
    expect((await api.register(idOf(n), [decided])).status).toBe(201);
  }
  for (const n of [7, 8]) {
    const assessed = { event: "referral-assessed", occurredOn: "2024-02-14" };
    expect((await api.register(idOf(n), [assessed])).status).toBe(201);
  }
  const ended = { event: "closure", occurredOn: "2024-03-20" };
  expect((await api.register(idOf(0), [ended])).status).toBe(201);
  const offered = await transfer(idOf(10), "u2");
  const version = { "if-match": String(offered.headers.etag), ...U2 };
  await api.post(`/api/transfers/${offered.body.transferId}/accept`, {}, version);
  expect((await transfer(idOf(11), "u9")).status).toBe(201);
});

async function flow(query = "", who: Record<string, string> = U1): Promise<Flow> {
  const { status, body } = await api.get(`/api/units/u1/flow${query}`, who);
  expect(status).toBe(200);
  return body;
}

interface Shown {
  readonly verdicts: readonly {
    readonly ruleId: string;
    readonly verdict: string;
    readonly to: { readonly on: string } | null;
    readonly days: number | null;
    readonly unitId: string | null;
  }[];
}

/** Between the two nearest, where the place falls between them. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return Math.round((below + (above - below) * (place % 1)) * 10) / 10;
}

/** The same numbers by looking at one course after another. */
async function byLoop(from: string, until: string): Promise<readonly object[]> {
  const taken = new Map<string, { days: number[]; limited: number; over: number }>();
  for (let n = 0; n < 12; n++) {
    if (n === 10) continue; // it is at another unit now
    const { verdicts }: Shown = (await api.get(`/api/courses/${idOf(n)}`, U1)).body;
    for (const { ruleId, verdict, to, days, unitId } of verdicts) {
      if (to === null || days === null || to.on < from || to.on > until || unitId !== "u1")
        continue;
      const of = taken.get(ruleId) ?? { days: [], limited: 0, over: 0 };
      of.days.push(days);
      if (verdict === "met" || verdict === "not-met") of.limited += 1;
      if (verdict === "not-met") of.over += 1;
      taken.set(ruleId, of);
    }
  }
  return [...taken].map(([ruleId, { days, limited, over }]) => {
    const sorted = days.sort((a, b) => a - b);
    const told = { median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), limited, over };
    const few = { median: null, p90: null, limited: null, over: null };
    return { ruleId, taken: days.length, ...(days.length < 5 ? few : told) };
  });
}

const bare = ({ steps }: Flow): readonly object[] =>
  steps.map(({ pathway: _, standing: __, ...step }) => step);

function inAnyOrder(all: readonly object[]): readonly string[] {
  return all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
}

describe("the flow of a unit", () => {
  it("counts how long a step took: by hand", async () => {
    const { steps, from, until } = await flow();
    expect([from, until]).toEqual(["2023-03-22", "2024-03-20"]);
    const step = steps.find(({ ruleId }) => ruleId === "tsb.assessment");
    // 10, 12, 14, 16, 18, 20 and 28 days; the tenth part from above lies between 20 and 28.
    expect(step).toMatchObject({ taken: 7, median: 16, p90: 23.2, limited: 7, over: 1 });
  });

  it.each([
    ["2023-03-22", "2024-03-20"],
    ["2024-03-03", "2024-03-11"],
    ["2024-03-05", "2024-03-07"],
    ["2020-01-01", "2020-12-31"],
  ])("is what a loop over its courses says, from %s to %s", async (from, until) => {
    const found = bare(await flow(`?from=${from}&until=${until}`));
    expect(inAnyOrder(found)).toEqual(inAnyOrder(await byLoop(from, until)));
  });

  it("gives no time of fewer than five", async () => {
    const { steps } = await flow("?from=2024-03-05&until=2024-03-07");
    const step = steps.find(({ ruleId }) => ruleId === "tsb.assessment");
    expect(step).toMatchObject({ taken: 2, median: null, p90: null, limited: null, over: null });
  });

  it("says where patients are and what they wait for, as the work list does", async () => {
    const { courses, phases, waits } = await flow();
    const { rows } = (await api.get("/api/units/u1/work-list?limit=200", U1)).body;
    expect(courses).toBe(rows.length);
    const late = rows.filter(({ daysLeft }: { daysLeft: number | null }) => (daysLeft ?? 0) < 0);
    const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
    expect(sum(phases.map((phase) => phase.courses))).toBe(rows.length);
    expect(sum(phases.map(({ longer, breached }) => longer + breached))).toBe(late.length);
    expect(sum(waits.map((wait) => wait.courses))).toBe(rows.length);
    // Of eleven that are here ten run: nobody has assessed eight referrals, and two wait for a decision.
    expect(waits).toEqual([
      { pathway: "tsb", step: "referral-assessed", kind: "statutory", courses: 8, over: 8 },
      { pathway: "tsb", step: "clinical-decision", kind: "recommendation", courses: 2, over: 2 },
    ]);
    expect(phases).toEqual([
      { pathway: "tsb", phase: "assessment", courses: 4, longer: 2, breached: 2 },
      { pathway: "tsb", phase: "planning", courses: 6, longer: 0, breached: 6 },
    ]);
  });

  it("counts transfers by direction, those done and those that nobody has answered", async () => {
    const { transfers } = await flow();
    expect(inAnyOrder(transfers)).toEqual(
      inAnyOrder([
        { direction: "out", reach: "within-trust", done: 1, waiting: 0 },
        { direction: "out", reach: "between-trusts", done: 0, waiting: 1 },
      ]),
    );
    const there = (await api.get("/api/units/u2/flow", U2)).body;
    expect(there.transfers).toEqual([
      { direction: "in", reach: "within-trust", done: 1, waiting: 0 },
    ]);
  });

  it("is narrowed to a pathway", async () => {
    expect(await flow("?pathway=tsb")).toEqual(await flow());
    const none = await flow("?pathway=psykose");
    expect([none.courses, none.phases, none.steps, none.transfers]).toEqual([0, [], [], []]);
  });

  it("is refused of another unit, to other roles, and of a period that ends before it begins", async () => {
    expect((await api.get("/api/units/u9/flow", U1)).status).toBe(404);
    const practitioner = as({ actorId: "k1", unitIds: ["u1"], role: "practitioner" });
    expect((await api.get("/api/units/u1/flow", practitioner)).status).toBe(403);
    const backwards = await api.get("/api/units/u1/flow?from=2024-03-02&until=2024-03-01", U1);
    expect([backwards.status, backwards.body.error.code]).toEqual([400, "bad-input"]);
    // From here a year back there is no year that a database writes as we do.
    for (const until of ["0001-01-01", "9999-12-31", "0000-01-01"]) {
      const { status } = await api.get(`/api/units/u1/flow?until=${until}`, U1);
      expect([until, status]).toEqual([until, 400]);
    }
  });
});
