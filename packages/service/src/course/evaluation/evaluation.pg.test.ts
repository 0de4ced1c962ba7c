// Evaluations over HTTP: the plan sets the day, the patient answers first, and what came of it is kept.
import { beforeAll, describe, expect, it } from "vitest";
import { by, giveTask, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
  for (const n of ["n00", "n01", "n02", "n03", "n04", "n05"]) {
    const course = { courseId: `${n}-c1`, patientId: `${n}-p1` };
    await giveTask(store, course, PRACTITIONER, "practitioner");
  }
});

const HELD = {
  heldOn: "2024-03-19",
  participants: [{ role: "patient" }, { role: "practitioner", name: "Odd Elvestrand" }],
};

/** Without it the law's own date would be the next. */
const ASSESSED = { event: "referral-assessed", outcome: "right-granted", occurredOn: "2024-02-14" };

function plan(n: string, on: string) {
  return api.post(`/api/courses/${n}-c1/evaluations`, { on }, by(PRACTITIONER));
}

function answer(evaluationId: string, answers: object[], patientId: string) {
  const url = `/api/evaluations/${evaluationId}/answers`;
  return api.post(url, { answers }, by(patientActor(patientId)));
}

describe("an evaluation", () => {
  it("is planned once at a time: planned again, it is moved", async () => {
    const first = await plan("n00", "2024-04-01");
    const moved = await plan("n00", "2024-04-08");
    expect(moved.body).toMatchObject({
      evaluationId: first.body.evaluationId,
      plannedOn: "2024-04-08",
    });
    const { rows } = await store.database.pool.query(
      "SELECT state, open, person_id, unit_id, due_on::text FROM rettvei.matter WHERE type = 'evaluation'",
    );
    const standing = { state: "planned", open: true, person_id: "odd", unit_id: "u1" };
    expect(rows).toEqual([{ ...standing, due_on: "2024-04-08" }]);
  });

  it("has the patient's answers of before and at the meeting, the last to each question", async () => {
    const { body } = await plan("n01", "2024-03-20");
    await answer(body.evaluationId, [{ question: "benefit", words: "Nei." }], "n01-p1");
    const answered = await answer(
      body.evaluationId,
      [
        { question: "benefit", words: "Litt." },
        { question: "coping", words: "Turer." },
      ],
      "n01-p1",
    );
    const held = await api.post(
      `/api/evaluations/${body.evaluationId}/held`,
      {
        ...HELD,
        feedbackTool: "FIT",
        answers: [{ question: "coping", words: "Turer og musikk." }],
        changedInPlan: "Gruppe i tillegg.",
        nextOn: "2024-05-01",
      },
      by(PRACTITIONER, answered.body.version),
    );
    expect(held.body).toMatchObject({
      state: "held",
      heldOn: "2024-03-19",
      feedbackTool: "FIT",
      changedInPlan: "Gruppe i tillegg.",
      answers: [
        { question: "benefit", words: "Litt.", given: "in-advance" },
        { question: "coping", words: "Turer og musikk.", given: "at-the-meeting" },
      ],
    });
    const all = await api.get("/api/courses/n01-c1/evaluations", by(patientActor("n01-p1")));
    expect(
      all.body.evaluations.map((one: { state: string; plannedOn: string }) => [
        one.state,
        one.plannedOn,
      ]),
    ).toEqual([
      ["held", "2024-03-20"],
      ["planned", "2024-05-01"],
    ]);
    const late = await answer(body.evaluationId, [{ question: "benefit", words: "Ja." }], "n01-p1");
    expect([late.status, late.body.error.code]).toEqual([409, "not-now"]);
  });

  it("is the course's next date of the kind planned, on its page and on the unit's work list", async () => {
    const seen = async () => {
      const { body: page } = await api.get("/api/courses/n04-c1");
      const { body: list } = await api.get("/api/units/u1/work-list");
      const row = list.rows.find(({ courseId }: { courseId: string }) => courseId === "n04-c1");
      expect(row.nextDate.on).toBe(page.position.nextDate.on);
      return page.position.nextDate;
    };
    await api.register("n04-c1", [ASSESSED]);
    const published = await seen();
    expect(published).toMatchObject({ on: "2024-03-12", kind: "recommendation" });
    store.setToday("2024-03-10");
    const { body } = await plan("n04", "2024-03-11");
    expect(await seen()).toEqual({ on: "2024-03-11", kind: "planned", daysLeft: 1 });
    const moved = await plan("n04", "2024-03-10");
    expect((await seen()).on).toBe("2024-03-10");
    const told = { participants: [{ role: "patient" }], nextOn: "2024-03-12" };
    const url = `/api/evaluations/${body.evaluationId}/held`;
    await api.post(url, told, by(PRACTITIONER, moved.body.version));
    expect(await seen()).toMatchObject({ on: "2024-03-12", kind: "recommendation" });
    store.setToday("2024-03-20");
  });

  it("that was registered by hand since is no next date any more", async () => {
    await api.register("n05-c1", [ASSESSED]);
    await plan("n05", "2024-03-21");
    expect((await api.get("/api/courses/n05-c1")).body.position.nextDate.on).toBe("2024-03-12");
    const decided = {
      event: "clinical-decision",
      outcome: "treatment-tsb",
      occurredOn: "2024-03-20",
    };
    await api.register("n05-c1", [decided]);
    const next = async () => (await api.get("/api/courses/n05-c1")).body.position.nextDate;
    expect(await next()).toMatchObject({ on: "2024-03-21", kind: "planned" });
    store.setToday("2024-03-21");
    await api.register("n05-c1", [{ event: "evaluation", occurredOn: "2024-03-21" }]);
    expect((await next()).kind).toBe("recommendation");
    store.setToday("2024-03-20");
  });

  it("is called off with a reason, and held no more", async () => {
    const { body } = await plan("n02", "2024-04-01");
    const url = `/api/evaluations/${body.evaluationId}`;
    const off = await api.post(
      `${url}/cancelled`,
      { reason: "Flyttet." },
      by(PRACTITIONER, body.version),
    );
    expect(off.body).toMatchObject({ state: "cancelled", cancelledBecause: "Flyttet." });
    const held = await api.post(`${url}/held`, HELD, by(PRACTITIONER, off.body.version));
    expect([held.status, held.body.error.code]).toEqual([409, "not-now"]);
  });

  it("takes answers to the questions there are, once each", async () => {
    const { body } = await plan("n03", "2024-04-01");
    const words = "Ja.";
    const asked = [
      { question: "benefit", words },
      { question: "weather", words },
      { question: "benefit", words },
    ];
    const refused = await answer(body.evaluationId, asked, "n03-p1");
    expect(refused.body.error.details.map(({ path }: { path: string }) => path)).toEqual([
      "/answers/1/question",
      "/answers/2/question",
    ]);
    expect((await plan("n03", "2024-03-19")).status).toBe(400);
    const { body: questions } = await api.get("/api/evaluation-questions");
    expect(questions.questions).toHaveLength(11);
  });

  it("is not another matter under its address", async () => {
    const made = await api.post(
      "/api/courses/n03-c1/plans",
      { kind: "crisis", goals: [], measures: [], madeTogether: true },
      by(PRACTITIONER),
    );
    const url = `/api/evaluations/${made.body.planId}/held`;
    expect((await api.post(url, HELD, by(PRACTITIONER, made.body.version))).status).toBe(404);
  });
});
