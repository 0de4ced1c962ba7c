// The leader's integrity list over HTTP: moved deadlines, breaches that a correction made vanish, postponements, bulk closings.
import { beforeAll, describe, expect, it } from "vitest";
import { by, LEADER } from "../testing/people.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");

let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
  await store.database.pool.query(
    "INSERT INTO rettvei.actor (actor_id, kind, name, recorded_at) VALUES ('tester', 'person', 'Testine Koordinator', now())",
  );
});

interface Row {
  readonly kind: string;
  readonly courseId: string | null;
}

async function rowsOf(courseId: string | null): Promise<readonly Row[]> {
  const { body } = await api.get("/api/units/u1/integrity", by(LEADER));
  return body.rows.filter((row: Row) => row.courseId === courseId);
}

async function recordIdOf(courseId: string, event: string): Promise<string> {
  const { body } = await api.get(`/api/courses/${courseId}`);
  const found = body.records.filter((one: { event: string }) => one.event === event).at(-1);
  return found.recordId;
}

async function registered(courseId: string, records: readonly object[]): Promise<void> {
  const { status, body } = await api.register(courseId, records);
  expect([status, body.error]).toEqual([201, undefined]);
}

describe("the integrity list", () => {
  it("is empty where nothing was moved", async () => {
    expect(await rowsOf("n05-c1")).toEqual([]);
  });

  it("shows a correction after which something is no longer over its time, with both dates and who", async () => {
    const first = await recordIdOf("n00-c1", "first-attendance");
    const record = {
      event: "first-attendance",
      occurredOn: "2024-03-10",
      careLevel: "poliklinikk",
    };
    await registered("n00-c1", [{ ...record, corrects: first }]);
    expect(await rowsOf("n00-c1")).toEqual([
      expect.objectContaining({
        kind: "breach-vanished",
        ruleId: "tsb.assessment",
        event: "first-attendance",
        originalOn: "2024-02-20",
        newOn: "2024-03-10",
        by: "Testine Koordinator",
      }),
    ]);
  });

  it("leaves out a correction that moves nothing over any limit", async () => {
    const first = await recordIdOf("n01-c1", "first-attendance");
    const record = {
      event: "first-attendance",
      occurredOn: "2024-02-21",
      careLevel: "poliklinikk",
    };
    await registered("n01-c1", [{ ...record, corrects: first }]);
    expect(await rowsOf("n01-c1")).toEqual([]);
  });

  it("shows a patient said to have postponed three times, or within two days of the end", async () => {
    const postponed = (occurredOn: string) => ({ event: "patient-postponed", occurredOn });
    await registered("n02-c1", [postponed("2024-02-22"), postponed("2024-02-23")]);
    expect(await rowsOf("n02-c1")).toEqual([]);
    await registered("n02-c1", [postponed("2024-03-11")]);
    const rows = await rowsOf("n02-c1");
    expect(rows.map(({ kind }) => kind).sort()).toEqual(["postponed-late", "postponed-often"]);
    expect(rows).toContainEqual(
      expect.objectContaining({ kind: "postponed-late", originalOn: "2024-03-12", newOn: null }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ kind: "postponed-often", count: 3 }));
  });

  it("shows a legal deadline that was moved three times, and one moved at its end", async () => {
    const deadlines = ["2024-05-01", "2024-05-15", "2024-06-01", "2024-06-15"];
    for (const [n, legalDeadline] of deadlines.entries()) {
      const record = {
        event: "referral-assessed",
        occurredOn: "2024-02-15",
        outcome: "right-granted",
        legalDeadline,
      };
      const corrects = n === 0 ? {} : { corrects: await recordIdOf("n03-c1", "referral-assessed") };
      await registered("n03-c1", [{ ...record, ...corrects }]);
    }
    expect(await rowsOf("n03-c1")).toContainEqual(
      expect.objectContaining({
        ...{
          kind: "deadline-moved-often",
          originalOn: "2024-05-01",
          newOn: "2024-06-15",
          count: 3,
        },
      }),
    );
    const soon = { event: "referral-assessed", occurredOn: "2024-02-15", outcome: "right-granted" };
    await registered("n04-c1", [{ ...soon, legalDeadline: "2024-03-22" }]);
    const corrects = await recordIdOf("n04-c1", "referral-assessed");
    await registered("n04-c1", [{ ...soon, legalDeadline: "2024-05-22", corrects }]);
    expect(await rowsOf("n04-c1")).toContainEqual(
      expect.objectContaining({
        kind: "deadline-moved-late",
        originalOn: "2024-03-22",
        newOn: "2024-05-22",
      }),
    );
  });

  it("shows that one person ended many courses in a day", async () => {
    const records = [{ event: "closure", occurredOn: "2024-03-19", outcome: "completed" }];
    for (let n = 0; n < 9; n++) await registered(`n0${n}-c1`, records);
    expect(await rowsOf(null)).toEqual([]);
    await registered("n10-c1", records);
    expect(await rowsOf(null)).toEqual([
      expect.objectContaining({
        kind: "closed-in-bulk",
        count: 10,
        newOn: "2024-03-20",
        by: "Testine Koordinator",
      }),
    ]);
  });

  it("is the leader's of the unit, and nobody else's", async () => {
    expect((await api.get("/api/units/u1/integrity", by(COORDINATOR))).status).toBe(403);
    const elsewhere = by({ ...LEADER, unitIds: ["u0"] });
    expect((await api.get("/api/units/u1/integrity", elsewhere)).status).toBe(404);
  });
});

describe("the findings of a unit", () => {
  it("are by kind, the gravest first, each with the courses that have it", async () => {
    const { body } = await api.get("/api/units/u1/findings", by(LEADER));
    expect(body.courses).toBeGreaterThan(0);
    const of = body.findings.map(({ severity }: { severity: string }) =>
      ["error", "warning", "info"].indexOf(severity),
    );
    expect(of).toEqual([...of].sort());
    for (const { courses } of body.findings) {
      expect(courses.length).toBeGreaterThan(0);
      const ids = courses.map(({ courseId }: { courseId: string }) => courseId);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
