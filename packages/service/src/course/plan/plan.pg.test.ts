// Plans over HTTP: versions are kept, the patient sees and adds, and those outside are told.
import { beforeAll, describe, expect, it } from "vitest";
import { by, giveTask, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { ACTOR_HEADER } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
const course = (n: string) => ({ courseId: `${n}-c1`, patientId: `${n}-p1` });
beforeAll(async () => {
  ({ api, store } = await seededApi());
  for (const n of ["n00", "n01", "n02", "n03", "n04"]) {
    await giveTask(store, course(n), PRACTITIONER, "practitioner");
  }
});

const CONTENT = {
  goals: [{ words: "Jeg vil sove om natta.", patientsOwn: true }],
  measures: [{ what: "Samtaler", who: "Behandler", when: "Hver uke" }],
  nextEvaluationOn: "2024-04-20",
  madeTogether: true,
};
const TREATMENT = { kind: "treatment", ...CONTENT };

function make(n: string, body: object, actor = PRACTITIONER) {
  return api.post(`/api/courses/${n}-c1/plans`, body, by(actor));
}

async function messagesOf(courseId: string) {
  const { rows } = await store.database.pool.query(
    `SELECT f.body ->> 'purpose' AS purpose, f.body #>> '{to,kind}' AS to, f.body #>> '{content,news}' AS news,
            f.body #>> '{content,author,telephone}' AS telephone, m.state, m.unit_id
     FROM rettvei.fact f JOIN rettvei.matter m USING (matter_id)
     WHERE f.course_id = $1 AND f.kind = 'message-written' ORDER BY f.seq`,
    [courseId],
  );
  return rows;
}

describe("a treatment plan", () => {
  it("is made together with the patient, who reads it, and the GP and the referrer are told", async () => {
    const made = await make("n00", TREATMENT);
    expect(made.status).toBe(201);
    expect(made.headers.etag).toBe(`"${made.body.version}"`);
    const own = await api.get(`/api/courses/n00-c1/plans`, by(patientActor("n00-p1")));
    expect(own.body.plans).toEqual([made.body]);
    expect(own.body.plans[0].versions).toEqual([
      expect.objectContaining({ number: 1, on: "2024-03-20", whyNotTogether: null, ...CONTENT }),
    ]);
    const told = { purpose: "plan-feedback", news: "plan-made", state: "written", unit_id: "u1" };
    expect(await messagesOf("n00-c1")).toEqual([
      { ...told, to: "gp", telephone: "99 99 99 99" },
      { ...told, to: "referrer", telephone: "99 99 99 99" },
    ]);
  });

  it("is kept in versions; of a larger change those outside are told, of a smaller not", async () => {
    const { body: first } = await make("n01", TREATMENT);
    const url = `/api/plans/${first.planId}/versions`;
    const small = { ...CONTENT, largerChange: false, whatChanged: "Et ord." };
    const second = await api.post(url, small, by(PRACTITIONER, first.version));
    expect([second.status, await messagesOf("n01-c1")]).toEqual([201, expect.any(Array)]);
    expect(await messagesOf("n01-c1")).toHaveLength(2);
    const large = { ...CONTENT, goals: [], largerChange: true, whatChanged: "Gruppe i tillegg." };
    const third = await api.post(url, large, by(PRACTITIONER, second.body.version));
    expect(await messagesOf("n01-c1")).toHaveLength(4);
    expect(
      third.body.versions.map((one: { number: number; goals: object[] }) => [
        one.number,
        one.goals.length,
      ]),
    ).toEqual([
      [1, 1],
      [2, 1],
      [3, 0],
    ]);
    const stale = await api.post(url, large, by(PRACTITIONER, second.body.version));
    expect([stale.status, stale.body.error.code]).toEqual([409, "stale"]);
    expect((await api.post(url, large, by(PRACTITIONER))).status).toBe(428);
  });

  it("says why it was not made together, and when it is evaluated", async () => {
    const { nextEvaluationOn: _, ...bare } = TREATMENT;
    const refused = await make("n02", { ...bare, madeTogether: false });
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.map(({ path }: { path: string }) => path)).toEqual([
      "/whyNotTogether",
      "/nextEvaluationOn",
    ]);
    const both = await make("n02", { ...TREATMENT, whyNotTogether: "Ville ikke." });
    expect(both.body.error.details[0].path).toBe("/whyNotTogether");
    const alone = { ...TREATMENT, madeTogether: false, whyNotTogether: "Ville ikke være med nå." };
    expect((await make("n02", alone)).body.versions[0].whyNotTogether).toBe(alone.whyNotTogether);
  });

  it("is one of its kind in a course; a crisis plan beside it needs no evaluation and tells nobody", async () => {
    await make("n03", TREATMENT);
    const second = await make("n03", TREATMENT);
    expect([second.status, second.body.error.code]).toEqual([409, "not-now"]);
    const crisis = { kind: "crisis", goals: [], measures: [], madeTogether: true };
    expect((await make("n03", crisis)).status).toBe(201);
    expect(await messagesOf("n03-c1")).toHaveLength(2);
  });

  it.each([
    [{ ...TREATMENT, nextEvaluationOn: "2024-03-19" }, "/nextEvaluationOn"],
    [{ ...TREATMENT, on: "2024-03-21" }, "/on"],
    [{ ...TREATMENT, goals: [{ words: "a\u0000b", patientsOwn: true }] }, "/goals/0/words"],
    [{ ...TREATMENT, goals: [{ words: "a\ud800", patientsOwn: true }] }, "/goals/0/words"],
    [{ ...TREATMENT, code: "D01" }, "/code"],
  ])("is refused with what no plan can say (%#)", async (body, path) => {
    const { status, body: answer } = await make("n04", body);
    expect([status, answer.error.details[0].path]).toEqual([400, path]);
    expect((await api.get("/api/courses/n04-c1/plans", by(PRACTITIONER))).body.plans).toEqual([]);
  });
});

describe("the patient's words to a plan", () => {
  it("wait for whoever treats the patient, until they are answered or taken into the plan", async () => {
    const { body: plan } = await make("n04", TREATMENT);
    const patient = patientActor("n04-p1");
    const words = { words: "Jeg vil begynne på skolen.", isGoal: true };
    const added = await api.post(`/api/plans/${plan.planId}/words`, words, by(patient));
    expect(added.body).toMatchObject({ state: "patient-has-added", answerBy: "2024-03-27" });
    const { rows } = await store.database.pool.query(
      "SELECT open, person_id, unit_id, due_on::text FROM rettvei.matter WHERE matter_id = $1",
      [plan.planId],
    );
    expect(rows).toEqual([{ open: true, person_id: "odd", unit_id: "u1", due_on: "2024-03-27" }]);
    const url = `/api/plans/${plan.planId}/answered-words`;
    const answered = await api.post(
      url,
      { words: "Det tar vi med." },
      by(PRACTITIONER, added.body.version),
    );
    expect(answered.body.state).toBe("in-use");
    expect(answered.body.words.map((one: { from: string }) => one.from)).toEqual([
      "patient",
      "staff",
    ]);
    const again = await api.post(url, { words: "Igjen." }, by(PRACTITIONER, answered.body.version));
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
  });

  it("are the patient's alone, and a plan is nobody's who has no task in the course", async () => {
    const { body } = await api.get("/api/courses/n00-c1/plans", by(PRACTITIONER));
    const [{ planId, version }] = body.plans;
    const words = { words: "Noe annet.", isGoal: false };
    const post = (path: string, actor = PRACTITIONER) =>
      api.post(`/api/plans/${planId}/${path}`, words, by(actor, version));
    expect((await post("words")).status).toBe(403);
    expect((await post("words", patientActor("n01-p1"))).status).toBe(404);
    const stranger = { ...PRACTITIONER, actorId: "stranger" };
    expect((await api.get(`/api/plans/${planId}`, by(stranger))).status).toBe(404);
    expect((await make("n05", TREATMENT)).status).toBe(404);
    expect((await api.get(`/api/plans/${planId}`, { [ACTOR_HEADER]: "" })).status).toBe(401);
  });
});
