// Proves over HTTP who can be given a task, what that opens and ends, and that a unit sees what nobody has.
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../access/actor.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { ACTOR_HEADER, type Answer, COORDINATOR } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

function as(actor: Partial<Actor>): Record<string, string> {
  return { [ACTOR_HEADER]: JSON.stringify({ ...COORDINATOR, ...actor }) };
}

const therapist = (actorId: string) => as({ actorId, role: "practitioner", unitIds: ["u1"] });
const urlOf = (courseId: string) => `/api/courses/${courseId}/assignments`;

async function versionOf(courseId: string): Promise<string> {
  return String((await api.get(urlOf(courseId))).headers.etag);
}

async function assign(courseId: string, role: string, personId: string): Promise<Answer> {
  const body = { role, personId, personName: `Testine ${personId}` };
  return api.post(urlOf(courseId), body, { "if-match": await versionOf(courseId) });
}

async function notAssigned(): Promise<readonly string[]> {
  const { body } = await api.get("/api/units/u1/not-assigned");
  return body.rows.map(({ courseId }: { courseId: string }) => courseId);
}

describe("a course that nobody coordinates", () => {
  it("stands on its unit's list until a coordinator is assigned, and again when the task ends", async () => {
    expect(await notAssigned()).toContain("n00-c1");
    expect((await assign("n00-c1", "practitioner", "t0")).status).toBe(201);
    expect(await notAssigned()).toContain("n00-c1");
    expect((await assign("n00-c1", "coordinator", "k0")).status).toBe(201);
    expect(await notAssigned()).not.toContain("n00-c1");
    const version = { "if-match": await versionOf("n00-c1") };
    const end = await api.post(`${urlOf("n00-c1")}/end`, { role: "coordinator" }, version);
    expect(end.status).toBe(201);
    expect(await notAssigned()).toContain("n00-c1");
  });

  it("is counted, paged in order, and tells since when", async () => {
    const whole = (await api.get("/api/units/u1/not-assigned")).body;
    expect(whole.rows[0]).toMatchObject({ firstOn: "2024-02-13", daysWithout: 36 });
    const first = (await api.get("/api/units/u1/not-assigned?limit=5")).body;
    const rest = (await api.get(`/api/units/u1/not-assigned?after=${first.next}`)).body;
    expect([...first.rows, ...rest.rows]).toEqual(whole.rows);
    expect([first.rows.length, whole.count, rest.next]).toEqual([5, whole.rows.length, null]);
  });

  it("is shown to its own unit only", async () => {
    const elsewhere = as({ unitIds: ["u0"] });
    expect((await api.get("/api/units/u1/not-assigned", elsewhere)).status).toBe(404);
    expect((await api.get("/api/units/u1/not-assigned", therapist("t9"))).status).toBe(403);
  });
});

describe("an assignment", () => {
  it("opens the course to the practitioner, moves with the hand-over, and ends with the task", async () => {
    const page = (who: string) => api.get("/api/courses/n01-c1", therapist(who));
    expect((await page("t1")).status).toBe(404);
    await assign("n01-c1", "practitioner", "t1");
    expect((await page("t1")).status).toBe(200);
    const { body } = await assign("n01-c1", "practitioner", "t2");
    expect(body.held.map(({ personId }: { personId: string }) => personId)).toEqual(["t2"]);
    expect(body.earlier).toMatchObject([{ personId: "t1", to: "2024-03-20" }]);
    expect([(await page("t1")).status, (await page("t2")).status]).toEqual([404, 200]);
    const version = { "if-match": await versionOf("n01-c1") };
    await api.post(`${urlOf("n01-c1")}/end`, { role: "practitioner" }, version);
    expect((await page("t2")).status).toBe(404);
  });

  it("ends, as a way in, with the course", async () => {
    await assign("n02-c1", "practitioner", "t3");
    await api.register("n02-c1", [
      { event: "closure", occurredOn: "2024-03-20", outcome: "completed" },
    ]);
    expect((await api.get("/api/courses/n02-c1", therapist("t3"))).status).toBe(404);
  });

  it("by two at once goes to one, and the other is told", async () => {
    const version = { "if-match": await versionOf("n03-c1") };
    const answers = await Promise.all(
      ["k1", "k2", "k3", "k4"].map((personId) =>
        api.post(
          urlOf("n03-c1"),
          { role: "coordinator", personId, personName: "Testine" },
          version,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe("stale");
    const { rows } = await store.database.pool.query(
      "SELECT 1 FROM rettvei.matter WHERE course_id = 'n03-c1' AND type = 'assignment' AND open",
    );
    expect(rows).toHaveLength(1);
  });

  it("needs the version, a day that has come, and a task that somebody has", async () => {
    const body = { role: "coordinator", personId: "k5", personName: "Testine" };
    expect((await api.post(urlOf("n04-c1"), body)).status).toBe(428);
    const version = { "if-match": await versionOf("n04-c1") };
    const ahead = await api.post(urlOf("n04-c1"), { ...body, on: "2024-03-21" }, version);
    expect([ahead.status, ahead.body.error.details[0].path]).toEqual([400, "/on"]);
    const none = await api.post(`${urlOf("n04-c1")}/end`, { role: "coordinator" }, version);
    expect([none.status, none.body.error.code]).toEqual([409, "not-now"]);
  });

  it("is not for a practitioner to give, nor for another unit to see", async () => {
    await assign("n05-c1", "practitioner", "t5");
    const body = { role: "practitioner", personId: "t6", personName: "Testine" };
    const version = { "if-match": await versionOf("n05-c1") };
    const own = await api.post(urlOf("n05-c1"), body, { ...version, ...therapist("t5") });
    expect(own.status).toBe(403);
    expect((await api.get(urlOf("n05-c1"), as({ unitIds: ["u0"] }))).status).toBe(404);
  });

  it("is shown to the patient", async () => {
    await assign("n06-c1", "coordinator", "k6");
    const patient = as({ actorId: "p", role: "patient", unitIds: [], patientId: "n06-p1" });
    const { status, body } = await api.get(urlOf("n06-c1"), patient);
    expect([status, body.held[0].personName]).toEqual([200, "Testine k6"]);
  });
});
