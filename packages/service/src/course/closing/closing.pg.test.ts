// The end of a course over HTTP: its checklist, what should be there before, the registration, and the way back.
import { beforeAll, describe, expect, it } from "vitest";
import { by, giveTask, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { COORDINATOR } from "../../testing/test-app.ts";
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

const SUMMARY = {
  title: "Epikrise",
  stay: { from: "2024-02-13", to: "2024-03-20", careLevel: "poliklinikk" },
  diagnoses: [],
  sections: [
    { heading: "VU", text: "Har nytte av samtaler." },
    { heading: "OP", text: "Fastlegen." },
  ],
};
const FOLLOW_UP = {
  municipalUnitId: "k1",
  ground: "Samtykke",
  responsible: { name: "Mona Moen", title: "Sykepleier", telephone: "99 99 99 98" },
  measures: [{ what: "Samtaler", who: "Kommunen", when: "Hver uke" }],
  whereToTurn: "Ring Mona Moen.",
  isIndividualPlan: false,
};

const url = (n: string, path = "") => `/api/courses/${n}-c1/closing${path}`;

async function closing(n: string) {
  return (await api.get(url(n), by(PRACTITIONER))).body;
}

function close(n: string, body: object, seen = 0, actor = PRACTITIONER) {
  return api.post(url(n, "/closed"), { outcome: "completed", ...body }, by(actor, seen));
}

function unmet(body: { requirements: readonly { met: boolean; requirement: string }[] }) {
  return body.requirements.filter(({ met }) => !met).map(({ requirement }) => requirement);
}

/** As if the job had sent them, and nobody had told yet that they arrived. */
async function sendAll(courseId: string): Promise<void> {
  await store.database.pool.query(
    `INSERT INTO rettvei.fact (fact_id, kind, matter_id, patient_id, course_id, unit_id, happened_on, recorded_at,
                               recorded_by, recorded_as, body)
     SELECT gen_random_uuid()::text, 'message-sent', matter_id, patient_id, course_id, unit_id, happened_on,
            recorded_at, 'service', 'service', '{"attempt": 1}'
     FROM rettvei.fact WHERE course_id = $1 AND kind = 'message-written'`,
    [courseId],
  );
}

describe("a closing", () => {
  it("shows the edition's checklist, and what should be there before", async () => {
    const before = await closing("n00");
    expect(before).toMatchObject({ state: "not-begun", version: 0, closed: null });
    const items = before.items.map(({ item }: { item: string }) => item);
    expect(items).toEqual(expect.arrayContaining(["close-agreement", "close-summary-before"]));
    expect(unmet(before)).toEqual(["summary-to-gp", "summary-to-referrer", "follow-up-plan"]);
    const checks = [{ item: "close-agreement", is: "done", note: "Enige." }];
    const begun = await api.post(
      url("n00", "/checks"),
      { plannedOn: "2024-04-01", checks },
      by(PRACTITIONER, 0),
    );
    expect(begun.body).toMatchObject({ state: "begun", plannedOn: "2024-04-01" });
    expect(
      begun.body.items.find((one: { item: string }) => one.item === "close-agreement"),
    ).toMatchObject({ is: "done", note: "Enige.", text: { nb: expect.any(String) } });
    const unknown = { plannedOn: "2024-04-01", checks: [{ item: "weather", is: "done" }] };
    const refused = await api.post(
      url("n00", "/checks"),
      unknown,
      by(PRACTITIONER, begun.body.version),
    );
    expect(refused.body.error.details[0].path).toBe("/checks/0/item");
    const stale = await close("n00", { reasonWithout: "Flyttet." }, 0);
    expect([stale.status, stale.body.error.code]).toEqual([409, "stale"]);
  });

  it("without what should be there needs a reason, which is kept and shown", async () => {
    const refused = await close("n01", {});
    expect([refused.status, refused.body.error.code]).toEqual([422, "not-complete"]);
    expect(refused.body.error.details.map(({ path }: { path: string }) => path)).toEqual([
      "/summary-to-gp",
      "/summary-to-referrer",
      "/follow-up-plan",
    ]);
    const closed = await close("n01", { reasonWithout: "Pasienten har flyttet utenlands." });
    expect(closed.body).toMatchObject({
      state: "closed",
      closed: {
        on: "2024-03-20",
        outcome: "completed",
        missing: ["summary-to-gp", "summary-to-referrer", "follow-up-plan"],
        reasonWithout: "Pasienten har flyttet utenlands.",
      },
    });
    const own = await api.get(url("n01"), by(patientActor("n01-p1")));
    expect(own.body.closed).toEqual(closed.body.closed);
    const again = await close("n01", { reasonWithout: "Igjen." }, closed.body.version, COORDINATOR);
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
  });

  it("takes no summary without what whoever takes over needs, and names it", async () => {
    const sections = [{ heading: "VU", text: "Har nytte av samtaler." }];
    const { status, body } = await api.post(
      "/api/courses/n02-c1/discharge-summaries",
      { ...SUMMARY, sections },
      by(PRACTITIONER),
    );
    expect([status, body.error.code]).toEqual([422, "not-complete"]);
    expect(body.error.details).toMatchObject([{ path: "/sections", found: "none" }]);
  });

  it("takes no summary with a diagnosis whose code no ICD-10 could have", async () => {
    const coded = { system: "2.16.578.1.12.4.1.1.7110", display: "Depresjon" };
    for (const value of ["depresjon", "F3", "P76.123"]) {
      const { status } = await api.post(
        "/api/courses/n02-c1/discharge-summaries",
        { ...SUMMARY, diagnoses: [{ ...coded, value }] },
        by(PRACTITIONER),
      );
      expect(status).toBe(400);
    }
  });

  it("with the summaries sent and the plan made needs none, and registers the end", async () => {
    const { body: planned } = await api.post(
      "/api/courses/n02-c1/evaluations",
      { on: "2024-04-01" },
      by(PRACTITIONER),
    );
    const written = await api.post(
      "/api/courses/n02-c1/discharge-summaries",
      SUMMARY,
      by(PRACTITIONER),
    );
    expect(written.body.messages.map(({ to }: { to: string }) => to)).toEqual(["gp", "referrer"]);
    expect(unmet(await closing("n02"))).toContain("summary-to-gp");
    await sendAll("n02-c1");
    await api.post("/api/courses/n02-c1/follow-up-plan", FOLLOW_UP, by(PRACTITIONER));
    expect(unmet(await closing("n02"))).toEqual([]);
    const closed = await close("n02", { careNeed: "Samtaler hver uke." });
    expect(closed.body.closed).toMatchObject({ missing: [], reasonWithout: null });
    const { body: page } = await api.get("/api/courses/n02-c1");
    expect(page.position.running).toBe(false);
    const registered = page.records.slice(-2);
    expect(
      registered.map((one: { event: string; outcome: string }) => [one.event, one.outcome]),
    ).toEqual([
      ["care-need-at-closing", null],
      ["closure", "completed"],
    ]);
    const { rows } = await store.database.pool.query(
      `SELECT DISTINCT r.entered, f.kind FROM rettvei.record r JOIN rettvei.fact f ON f.fact_id = r.from_fact
       WHERE r.course_id = 'n02-c1'`,
    );
    expect(rows).toEqual([{ entered: "derived", kind: "course-closed" }]);
    const { body } = await api.get("/api/courses/n02-c1/evaluations", by(patientActor("n02-p1")));
    expect(body.evaluations).toMatchObject([
      { evaluationId: planned.evaluationId, state: "cancelled" },
    ]);
  });

  it("by mistake is taken back: the course goes on, and both stay readable", async () => {
    const early = await api.post(url("n03", "/reopened"), { reason: "Feil." }, by(COORDINATOR, 0));
    expect([early.status, early.body.error.code]).toEqual([409, "not-now"]);
    const closed = await close("n03", { reasonWithout: "Feil pasient." });
    const reopened = await api.post(
      url("n03", "/reopened"),
      { reason: "Feil pasient." },
      by(COORDINATOR, closed.body.version),
    );
    expect(reopened.body).toMatchObject({
      state: "not-begun",
      closed: null,
      reopened: [{ on: "2024-03-20", reason: "Feil pasient." }],
    });
    const { body: page } = await api.get("/api/courses/n03-c1");
    expect(page.position.running).toBe(true);
    expect(
      page.records.slice(-2).map((one: { state: string; voids: string | null }) => one.state),
    ).toEqual(["voided", "counts"]);
    const late = { ...COORDINATOR, unitIds: ["u0"] };
    const version = reopened.body.version;
    expect(
      (await api.post(url("n03", "/reopened"), { reason: "Nei." }, by(late, version))).status,
    ).toBe(404);
  });

  it("takes an outcome that the edition has, on a day that was", async () => {
    const reasonWithout = "Prøve.";
    const unknown = await close("n04", { outcome: "cured", reasonWithout });
    expect([unknown.status, unknown.body.error.code]).toEqual([400, "bad-input"]);
    expect((await close("n04", { on: "2024-03-21", reasonWithout })).status).toBe(400);
    expect((await closing("n04")).state).toBe("not-begun");
  });
});
