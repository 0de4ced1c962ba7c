// The patient's voice over HTTP: it reaches a named person with a day, gets an answer, and is never lost on the way.
import { beforeAll, describe, expect, it } from "vitest";
import { by, giveTask, LEADER, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { COORDINATOR } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
const course = (n: string) => ({ courseId: `${n}-c1`, patientId: `${n}-p1` });
beforeAll(async () => {
  ({ api, store } = await seededApi());
  for (const n of ["n00", "n01", "n02"])
    await giveTask(store, course(n), PRACTITIONER, "practitioner");
  await giveTask(store, course("n00"), COORDINATOR, "coordinator");
});

function say(n: string, about: string, words = "Det går ikke.") {
  return api.post(`/api/courses/${n}-c1/voices`, { about, words }, by(patientActor(`${n}-p1`)));
}

async function tasksOf(url: string, actor = COORDINATOR): Promise<readonly { matterId: string }[]> {
  return (await api.get(url, by(actor))).body.tasks;
}

describe("what a patient says", () => {
  it.each([
    ["n00", "before-evaluation", "tester", "2024-03-27"],
    ["n00", "not-working", "tester", "2024-03-23"],
    ["n00", "other-therapist", "tester", "2024-03-27"],
    ["n01", "alone-with-therapist", "odd", "2024-03-23"],
    ["n01", "other-therapist", null, "2024-03-27"],
    ["n03", "not-working", null, "2024-03-23"],
  ])("in %s of %s reaches %s, to be answered by %s", async (n, about, personId, answerBy) => {
    const { status, body } = await say(n, about);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ about, personId, answerBy, state: "waiting", answer: null }),
    ]);
    const atUnit = await tasksOf("/api/units/u1/tasks?type=voice");
    expect(atUnit).toContainEqual(
      expect.objectContaining({ matterId: body.voiceId, personId, dueOn: answerBy }),
    );
  });

  it("is answered by whoever has it, and the patient is told that there is something to read", async () => {
    const said = (await say("n02", "not-working", "Gruppa er for stor.")).body;
    const [mine] = await tasksOf("/api/tasks", PRACTITIONER).then((tasks) =>
      tasks.filter(({ matterId }) => matterId === said.voiceId),
    );
    expect(mine).toMatchObject({ type: "voice", patient: { patientId: "n02-p1" }, daysLeft: 3 });
    expect(JSON.stringify(mine)).not.toContain("Gruppa");
    const url = `/api/voices/${said.voiceId}`;
    const answer = { words: "Vi prøver en mindre." };
    const answered = await api.post(`${url}/answered`, answer, by(PRACTITIONER, said.version));
    expect(answered.body).toMatchObject({
      state: "answered",
      answer: { words: answer.words, on: "2024-03-20" },
    });
    const own = await api.get("/api/courses/n02-c1/voices", by(patientActor("n02-p1")));
    expect(own.body.voices).toEqual([answered.body]);
    const { rows } = await store.database.pool.query(
      "SELECT body #>> '{content,notice}' AS notice FROM rettvei.fact WHERE kind = 'message-written' AND patient_id = 'n02-p1'",
    );
    expect(rows).toEqual([{ notice: "something-to-read" }]);
    const again = await api.post(
      `${url}/answered`,
      answer,
      by(PRACTITIONER, answered.body.version),
    );
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
  });

  it("stays on the lists past its day, until somebody of the unit takes and answers it", async () => {
    const said = (await say("n04", "not-working")).body;
    store.setToday("2024-04-20");
    const { body } = await api.get("/api/units/u1/tasks?type=voice", by(LEADER));
    const late = body.tasks.find((one: { matterId: string }) => one.matterId === said.voiceId);
    expect([late.daysLeft, body.over]).toEqual([-28, body.tasks.length]);
    const url = `/api/voices/${said.voiceId}`;
    const taken = await api.post(`${url}/taken`, {}, by(COORDINATOR, said.version));
    expect(taken.body).toMatchObject({ state: "taken", personId: "tester" });
    const mine = await tasksOf("/api/tasks");
    expect(mine.map(({ matterId }) => matterId)).toContain(said.voiceId);
    const stale = await api.post(
      `${url}/answered`,
      { words: "Nå." },
      by(COORDINATOR, said.version),
    );
    expect([stale.status, stale.body.error.code]).toEqual([409, "stale"]);
    store.setToday("2024-03-20");
  });

  it("is taken back by the patient, and then nobody has to answer it", async () => {
    const said = (await say("n05", "alone-with-therapist")).body;
    const url = `/api/voices/${said.voiceId}/withdrawn`;
    const body = (await api.post(url, {}, by(patientActor("n05-p1"), said.version))).body;
    expect(body.state).toBe("withdrawn");
    const waiting = await tasksOf("/api/units/u1/tasks?type=voice");
    expect(waiting.map(({ matterId }) => matterId)).not.toContain(said.voiceId);
  });

  it("is said by the patient alone, and read by nobody without a task or the unit", async () => {
    const words = { about: "not-working", words: "Nei." };
    const post = (actor = COORDINATOR) => api.post("/api/courses/n06-c1/voices", words, by(actor));
    expect((await post()).status).toBe(403);
    expect((await post(patientActor("n07-p1"))).status).toBe(404);
    const elsewhere = { ...COORDINATOR, unitIds: ["u0"] };
    expect((await api.get("/api/courses/n00-c1/voices", by(elsewhere))).status).toBe(404);
    expect((await api.get("/api/courses/n00-c1/voices", by(LEADER))).status).toBe(403);
    expect((await api.get("/api/units/u1/tasks", by(elsewhere))).status).toBe(404);
  });
});
