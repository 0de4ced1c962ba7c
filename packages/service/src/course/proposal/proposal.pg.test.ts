// Proposed registrations over HTTP: what the service knows is confirmed with one action, and nothing is proposed twice.
import { beforeAll, describe, expect, it } from "vitest";
import { by, giveTask, LEADER, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
  for (const n of ["n00", "n01", "n02", "n03", "n04"]) {
    const course = { courseId: `${n}-c1`, patientId: `${n}-p1` };
    await giveTask(store, course, PRACTITIONER, "practitioner");
  }
});

const PLAN = {
  kind: "treatment",
  goals: [],
  measures: [],
  nextEvaluationOn: "2024-04-20",
  madeTogether: true,
};

function makePlan(n: string, more: object = {}) {
  return api.post(`/api/courses/${n}-c1/plans`, { ...PLAN, ...more }, by(PRACTITIONER));
}

async function proposalsOf(n: string) {
  return (await api.get(`/api/courses/${n}-c1/proposals`)).body.proposals;
}

interface Shown {
  readonly proposalId: string;
  readonly version: number;
}

function confirm({ proposalId, version }: Shown) {
  return api.post(`/api/proposals/${proposalId}/confirmed`, {}, { "if-match": `"${version}"` });
}

describe("a proposed registration", () => {
  it("follows from a plan, and one action registers it with the fact it rests on", async () => {
    await makePlan("n00", { on: "2024-03-19" });
    const [proposal, ...more] = await proposalsOf("n00");
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({
      state: "proposed",
      event: "treatment-plan",
      outcome: "made-with-patient",
      on: "2024-03-19",
      dueOn: "2024-03-27",
      title: { nb: "En behandlingsplan ble avtalt med pasienten." },
    });
    const waiting = await api.get("/api/units/u1/proposals");
    expect(waiting.body.proposals).toContainEqual(proposal);
    const { status, body } = await confirm(proposal);
    expect([status, body.proposal.state]).toEqual([201, "confirmed"]);
    const record = body.course.records.at(-1);
    expect(record).toMatchObject({ event: "treatment-plan", occurredOn: "2024-03-19" });
    const { rows } = await store.database.pool.query(
      "SELECT entered, from_fact, recorded_by FROM rettvei.record WHERE record_id = $1",
      [record.recordId],
    );
    expect(rows).toEqual([
      { entered: "confirmed", from_fact: proposal.fromFact, recorded_by: "tester" },
    ]);
    expect((await confirm(proposal)).status).toBe(409);
    expect((await confirm(body.proposal)).body.error.code).toBe("not-now");
  });

  it("is not made of what is registered already, and ends when somebody registers the same by hand", async () => {
    const plan = {
      event: "treatment-plan",
      outcome: "made-with-patient",
      occurredOn: "2024-03-20",
    };
    await api.register("n01-c1", [plan]);
    await makePlan("n01");
    expect(await proposalsOf("n01")).toEqual([]);
    await makePlan("n02");
    await api.register("n02-c1", [plan]);
    const [found] = await proposalsOf("n02");
    expect(found).toMatchObject({ state: "found", recordId: expect.any(String) });
    expect((await confirm(found)).body.error.code).toBe("not-now");
  });

  it("of an evaluation names the feedback tool too; one is dismissed with a reason and stays so", async () => {
    const planned = await api.post(
      "/api/courses/n03-c1/evaluations",
      { on: "2024-03-20" },
      by(PRACTITIONER),
    );
    const held = { participants: [{ role: "patient" }], feedbackTool: "FIT" };
    const url = `/api/evaluations/${planned.body.evaluationId}/held`;
    await api.post(url, held, by(PRACTITIONER, planned.body.version));
    const [evaluation, tool] = await proposalsOf("n03");
    expect([evaluation.event, tool.event, tool.outcome]).toEqual([
      "evaluation",
      "activity-performed",
      "feedback-tool",
    ]);
    const reason = { reason: "Registrert i et annet system." };
    const dismissed = await api.post(`/api/proposals/${tool.proposalId}/dismissed`, reason, {
      "if-match": `"${tool.version}"`,
    });
    expect(dismissed.body).toMatchObject({ state: "dismissed", dismissedBecause: reason.reason });
    const { body } = await api.get("/api/units/u1/proposals");
    const whose = body.patients.map((patient: { patientId: string }) => patient.patientId);
    expect(new Set(whose)).toEqual(
      new Set(body.proposals.map((one: { patientId: string }) => one.patientId)),
    );
    const ids = body.proposals.map((one: Shown) => one.proposalId);
    expect([ids.includes(evaluation.proposalId), ids.includes(tool.proposalId)]).toEqual([
      true,
      false,
    ]);
  });

  it("is nothing for patients or leaders, and the count of what was typed is for leaders", async () => {
    const asked = async (actor: Parameters<typeof by>[0], path: string) =>
      (await api.get(path, by(actor))).status;
    expect(await asked(patientActor("n03-p1"), "/api/courses/n03-c1/proposals")).toBe(403);
    expect(await asked(LEADER, "/api/units/u1/proposals")).toBe(403);
    const stranger = { ...LEADER, unitIds: ["elsewhere"] };
    expect(await asked(stranger, "/api/units/u1/effort")).toBe(404);
    const { body } = await api.get("/api/units/u1/effort", by(LEADER));
    expect(body.total).toEqual({ byHand: 2, confirmed: 1, derived: 0 });
    expect(body.pathways).toEqual([{ pathway: "tsb", courses: 3, ...body.total }]);
    const before = await api.get("/api/units/u1/effort?to=2024-03-19", by(LEADER));
    expect(before.body.pathways).toEqual([]);
    const course = await api.get("/api/courses/n00-c1/effort");
    expect(course.body).toEqual({ byHand: 0, confirmed: 1, derived: 0 });
  });
});

describe("the code of a record", () => {
  it("follows from event and outcome, and is nobody's guess where no letter is known", async () => {
    await api.register("n04-c1", [
      { event: "clinical-decision", outcome: "treatment-tsb", occurredOn: "2024-03-01" },
      { event: "evaluation", occurredOn: "2024-03-02" },
    ]);
    const { body } = await api.get("/api/courses/n04-c1");
    const [decision, evaluation] = body.records.slice(-2);
    expect([decision.code, decision.codeEvidence]).toEqual(["D01CT", expect.any(String)]);
    expect([evaluation.code, evaluation.codeEvidence]).toEqual([null, null]);
  });
});
