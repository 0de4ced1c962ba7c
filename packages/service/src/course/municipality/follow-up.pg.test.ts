// Follow-up plans over HTTP: the municipality sees what is shared with it, confirms it and adds to it.
import { beforeAll, describe, expect, it } from "vitest";
import { by, giveTask, MUNICIPALITY, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
  for (const n of ["n00", "n01"]) {
    const course = { courseId: `${n}-c1`, patientId: `${n}-p1` };
    await giveTask(store, course, PRACTITIONER, "practitioner");
  }
});

const { actorId: _, ...named } = MUNICIPALITY;
const ELSEWHERE = { ...named, actorId: "other", unitIds: ["k2"] };
const CONTENT = {
  responsible: { name: "Mona Moen", title: "Sykepleier", telephone: "99 99 99 98" },
  measures: [{ what: "Samtaler", who: "Kommunen", when: "Hver uke" }],
  whereToTurn: "Ring Mona Moen.",
  isIndividualPlan: false,
};
const PLAN = { municipalUnitId: "k1", ground: "Samtykke", ...CONTENT };

describe("a follow-up plan", () => {
  it("waits at the municipality until it is confirmed there, and again when it is changed", async () => {
    const made = await api.post("/api/courses/n00-c1/follow-up-plan", PLAN, by(PRACTITIONER));
    expect(made.body).toMatchObject({
      state: "sent",
      confirmBy: "2024-03-27",
      received: null,
      ...CONTENT,
    });
    const { body: waiting } = await api.get("/api/units/k1/tasks", by(MUNICIPALITY));
    expect(waiting.tasks).toMatchObject([
      { type: "follow-up-plan", dueOn: "2024-03-27", personId: "odd" },
    ]);
    const url = `/api/follow-up-plans/${made.body.followUpId}`;
    const receipt = { receivedBy: "Mona Moen" };
    const received = await api.post(
      `${url}/received`,
      receipt,
      by(MUNICIPALITY, made.body.version),
    );
    expect(received.body).toMatchObject({
      state: "received",
      received: { by: "Mona Moen", on: "2024-03-20" },
    });
    const twice = await api.post(
      `${url}/received`,
      receipt,
      by(MUNICIPALITY, received.body.version),
    );
    expect([twice.status, twice.body.error.code]).toEqual([409, "not-now"]);
    const measure = { what: "Støttekontakt", who: "Kommunen", when: "Fra april" };
    const added = await api.post(`${url}/measures`, measure, by(MUNICIPALITY));
    expect(added.body.municipalMeasures).toEqual([{ ...measure, addedOn: "2024-03-20" }]);
    const change = { ...CONTENT, whatChanged: "Ny ansvarlig." };
    const changed = await api.post(`${url}/versions`, change, by(PRACTITIONER, added.body.version));
    expect(changed.body).toMatchObject({ state: "sent", versions: 2, received: null });
  });

  it("is read by the patient and by the municipality it is shared with, and by no other", async () => {
    const path = "/api/courses/n00-c1/follow-up-plan";
    const status = async (actor: Parameters<typeof by>[0]) =>
      (await api.get(path, by(actor))).status;
    expect(await status(patientActor("n00-p1"))).toBe(200);
    expect(await status(MUNICIPALITY)).toBe(200);
    expect(await status(ELSEWHERE)).toBe(404);
    expect(await status(patientActor("n01-p1"))).toBe(404);
  });

  it("is on the list of what is shared with the unit, also when it is confirmed", async () => {
    const list = async (unitId: string, actor: Parameters<typeof by>[0]) =>
      api.get(`/api/units/${unitId}/shared-courses`, by(actor));
    const { body } = await list("k1", MUNICIPALITY);
    expect(body.courses).toMatchObject([
      {
        courseId: "n00-c1",
        patient: { patientId: "n00-p1" },
        ground: "Samtykke",
        what: ["follow-up-plan"],
        followUp: { state: "sent" },
      },
    ]);
    expect((await list("k1", ELSEWHERE)).status).toBe(404);
    expect((await list("k2", ELSEWHERE)).body.courses).toEqual([]);
    expect((await list("k1", PRACTITIONER)).status).toBe(403);
  });

  it("names one responsible person and is the only one of its course", async () => {
    const { responsible: __, ...nobody } = PLAN;
    const post = (body: object) =>
      api.post("/api/courses/n01-c1/follow-up-plan", body, by(PRACTITIONER));
    expect((await post(nobody)).body.error.details[0].path).toBe("/responsible");
    expect((await post(PLAN)).status).toBe(201);
    expect((await post(PLAN)).body.error.code).toBe("not-now");
  });
});

describe("what is shared with a municipality", () => {
  const status = async (path: string) =>
    (await api.get(`/api/courses/n01-c1${path}`, by(MUNICIPALITY))).status;

  it("is what was named, until its last day or its end, and nothing else", async () => {
    expect([await status("/follow-up-plan"), await status(""), await status("/plans")]).toEqual([
      200, 404, 404,
    ]);
    const terms = {
      municipalUnitId: "k1",
      what: ["course"],
      until: "2024-03-21",
      ground: "Samtykke",
    };
    const post = (body: object) => api.post("/api/courses/n01-c1/sharings", body, by(PRACTITIONER));
    const shared = await post(terms);
    expect(shared.body).toMatchObject({ what: ["course"], until: "2024-03-21", ended: null });
    expect([await status(""), await status("/plans")]).toEqual([200, 404]);
    store.setToday("2024-03-21");
    expect(await status("")).toBe(200);
    store.setToday("2024-03-22");
    expect(await status("")).toBe(404);
    store.setToday("2024-03-20");
    const url = `/api/sharings/${shared.body.sharingId}/ended`;
    const reason = { reason: "Samtykket ble trukket." };
    const ended = await api.post(url, reason, by(PRACTITIONER, shared.body.version));
    expect(ended.body.ended).toEqual({ on: "2024-03-20", ...reason });
    expect([await status(""), await status("/follow-up-plan")]).toEqual([404, 200]);
    const again = await api.post(url, reason, by(PRACTITIONER, ended.body.version));
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
    expect((await post({ ...terms, until: "2024-03-19" })).status).toBe(400);
    const own = await api.get("/api/courses/n01-c1/sharings", by(patientActor("n01-p1")));
    expect(own.body.sharings).toHaveLength(2);
    const { body: waiting } = await api.get("/api/units/k1/tasks", by(MUNICIPALITY));
    expect(new Set(waiting.tasks.map(({ type }: { type: string }) => type))).toEqual(
      new Set(["follow-up-plan"]),
    );
  });
});
