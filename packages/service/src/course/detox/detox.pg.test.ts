// Detox over HTTP: the planned days are held against the edition's limit before anything happens.
import { beforeAll, describe, expect, it } from "vitest";
import { by, giveTask, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
  for (const n of ["n00", "n01", "n02", "n03"]) {
    const course = { courseId: `${n}-c1`, patientId: `${n}-p1` };
    await giveTask(store, course, PRACTITIONER, "practitioner");
  }
});

function plan(n: string, body: object) {
  return api.post(`/api/courses/${n}-c1/detoxes`, body, by(PRACTITIONER));
}

describe("the days from detox to treatment", () => {
  it.each([
    ["2024-03-25", "dogn", { days: 0, limitDays: 0, dueOn: "2024-03-25", within: true }],
    ["2024-03-26", "dogn", { days: 1, limitDays: 0, dueOn: "2024-03-25", within: false }],
    ["2024-03-28", "poliklinikk", { days: 3, limitDays: 3, dueOn: "2024-03-28", within: true }],
    ["2024-03-29", "poliklinikk", { days: 4, limitDays: 3, dueOn: "2024-03-28", within: false }],
    [undefined, "dogn", { days: null, limitDays: 0, dueOn: "2024-03-25", within: null }],
    // Nobody has published a limit for day treatment: the days alone.
    ["2024-03-30", "dag", { days: 5, limitDays: null, dueOn: null, within: null }],
  ])("until %s at the level %s are %o", async (nextStartOn, careLevel, gap) => {
    const { body } = await plan("n00", { endOn: "2024-03-25", nextStartOn, careLevel });
    expect(body).toMatchObject({ state: "planned", gap });
    const { body: list } = await api.get("/api/units/u1/detoxes");
    expect(list.detoxes).toEqual([body]);
  });

  it("in a course whose edition has no such limit are shown, and nothing else", async () => {
    const records = [
      { event: "referral-received", occurredOn: "2024-03-01" },
      { event: "pathway-start", occurredOn: "2024-03-01" },
      { event: "first-attendance", occurredOn: "2024-03-05", careLevel: "dogn" },
    ];
    const opened = await api.post("/api/courses", {
      courseId: "phv",
      patientId: "somebody",
      pathway: "phv-voksne",
      unitId: "u1",
      records,
    });
    expect(opened.status).toBe(201);
    const body = { endOn: "2024-03-25", nextStartOn: "2024-04-01" };
    const planned = await api.post("/api/courses/phv/detoxes", body);
    expect(planned.body.gap).toEqual({ days: 7, limitDays: null, dueOn: null, within: null });
  });
});

describe("a detox", () => {
  it("that ends and is followed gives both registrations, ready to confirm", async () => {
    const planned = await plan("n01", {
      endOn: "2024-03-20",
      nextStartOn: "2024-03-20",
      careLevel: "dogn",
    });
    const url = `/api/detoxes/${planned.body.detoxId}`;
    const early = await api.post(`${url}/followed`, {}, by(PRACTITIONER, planned.body.version));
    expect([early.status, early.body.error.code]).toEqual([409, "not-now"]);
    const ended = await api.post(`${url}/ended`, {}, by(PRACTITIONER, planned.body.version));
    expect(ended.body).toMatchObject({ state: "ended", endedOn: "2024-03-20" });
    const followed = await api.post(`${url}/followed`, {}, by(PRACTITIONER, ended.body.version));
    expect(followed.body).toMatchObject({ state: "followed", followedOn: "2024-03-20" });
    const { body } = await api.get("/api/courses/n01-c1/proposals");
    expect(body.proposals.map((one: { event: string; on: string }) => [one.event, one.on])).toEqual(
      [
        ["detox-end", "2024-03-20"],
        ["treatment-start", "2024-03-20"],
      ],
    );
  });

  it("is one at a time, on the patient's page, and called off with a reason", async () => {
    const first = await plan("n02", { endOn: "2024-03-25" });
    const second = await plan("n02", { endOn: "2024-03-26" });
    expect(second.body.detoxId).toBe(first.body.detoxId);
    const url = `/api/detoxes/${first.body.detoxId}/cancelled`;
    const off = await api.post(
      url,
      { reason: "Trakk seg." },
      by(PRACTITIONER, second.body.version),
    );
    expect(off.body).toMatchObject({ state: "cancelled", cancelledBecause: "Trakk seg." });
    const own = await api.get("/api/courses/n02-c1/detoxes", by(patientActor("n02-p1")));
    expect(own.body.detoxes).toEqual([off.body]);
  });

  it("is not followed before it ends", async () => {
    const refused = await plan("n03", { endOn: "2024-03-25", nextStartOn: "2024-03-24" });
    expect(refused.body.error.details).toMatchObject([{ path: "/nextStartOn" }]);
  });
});
