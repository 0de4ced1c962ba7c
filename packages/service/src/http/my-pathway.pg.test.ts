// "Mitt forløp" over HTTP: what patients see of their own course, and what those see who act for them.
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../access/actor.ts";
import { by, giveTask, MUNICIPALITY, PRACTITIONER, patientActor } from "../testing/people.ts";
import { decide, GP, referral } from "../testing/referring.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
const course = { courseId: "n00-c1", patientId: "n00-p1" };
const patient = patientActor("n00-p1");
beforeAll(async () => {
  ({ api, store } = await seededApi());
  await giveTask(store, course, COORDINATOR, "coordinator");
  await giveTask(store, course, PRACTITIONER, "practitioner");
});

function relative(actorId: string): Actor {
  const nowhere = { organisation: "-", unitIds: [], patientId: null };
  return { ...COORDINATOR, ...nowhere, actorId, name: "Nina Nær", role: "relative" };
}

async function mine(actor = patient, courseId = course.courseId) {
  return (await api.get(`/api/courses/${courseId}/my-pathway`, by(actor))).body;
}

describe("a patient's own page", () => {
  it("lists the patient's courses and nobody else's", async () => {
    const { status, body } = await api.get("/api/my-pathway", by(patient));
    expect(status).toBe(200);
    expect(body.courses).toEqual([
      expect.objectContaining({ ...course, relation: "own", running: true }),
    ]);
    const stranger = await api.get("/api/my-pathway", by(patientActor("nobody-here")));
    expect(stranger.body.courses).toEqual([]);
  });

  it("says where, who and what next, in the edition's own words for patients", async () => {
    const body = await mine();
    const current = body.phases.find((phase: { state: string }) => phase.state === "current");
    expect(current.patientText.what.nb).not.toBe("");
    expect(body).toMatchObject({ relation: "own", ageGroup: "adult", running: true });
    expect(
      body.people.map(({ role, phone }: { role: string; phone: string }) => [role, phone]),
    ).toEqual([
      ["coordinator", "99 99 99 99"],
      ["practitioner", "99 99 99 99"],
    ]);
    expect(body.unit).toEqual({ unitId: "u1", name: "Ålesund DPS" });
    expect(body.happened[0]).toMatchObject({ on: "2024-02-20" });
  });

  it("tells a recommended time that has passed as longer, and not as the next date", async () => {
    const body = await mine();
    expect(body.longer).toEqual([
      expect.objectContaining({ standing: "recommendation", dueOn: "2024-03-12", overBy: 8 }),
    ]);
    expect(body.next.on === null || body.next.on >= body.asOf).toBe(true);
    expect(body.dates.every(({ on }: { on: string }) => on >= body.asOf)).toBe(true);
  });

  it("has the day of the planned evaluation and of an answer that is to come among its dates", async () => {
    await api.post("/api/courses/n00-c1/evaluations", { on: "2024-04-02" }, by(PRACTITIONER));
    const said = { about: "not-working", words: "Gruppa er for stor." };
    await api.post("/api/courses/n00-c1/voices", said, by(patient));
    const body = await mine();
    expect(body.dates.map(({ on, kind }: { on: string; kind: string }) => [on, kind])).toEqual([
      ["2024-03-23", "answer"],
      ["2024-04-02", "evaluation"],
    ]);
    expect(body.next).toMatchObject({ on: null, kind: null, why: null });
  });

  it("tells the meeting that is agreed where an evaluation is the next step", async () => {
    const own = patientActor("n01-p1");
    const kept = await api.register("n01-c1", [
      { event: "referral-assessed", occurredOn: "2024-02-19", outcome: "right-granted" },
      { event: "clinical-decision", occurredOn: "2024-03-01" },
      { event: "treatment-start", occurredOn: "2024-03-04" },
      { event: "evaluation", occurredOn: "2024-03-12" },
    ]);
    expect(kept.status).toBe(201);
    const before = await mine(own, "n01-c1");
    expect(before.next.name.en).toBe("Evaluation");
    await giveTask(
      store,
      { courseId: "n01-c1", patientId: "n01-p1" },
      PRACTITIONER,
      "practitioner",
    );
    await api.post("/api/courses/n01-c1/evaluations", { on: "2024-04-09" }, by(PRACTITIONER));
    const { next } = await mine(own, "n01-c1");
    expect(next).toMatchObject({ on: "2024-04-09", kind: "evaluation", why: null });
  });

  it.each([
    ["2012-03-21", "child"],
    ["2012-03-20", "young"],
    ["2008-03-21", "young"],
    ["2008-03-20", "adult"],
  ])("of somebody born %s is written for one who is %s", async (born, group) => {
    await store.database.asOwner((client) =>
      client.query("UPDATE rettvei.patient SET birth_date = $1 WHERE patient_id = 'n09-p1'", [
        born,
      ]),
    );
    expect((await mine(patientActor("n09-p1"), "n09-c1")).ageGroup).toBe(group);
  });

  it("is for nobody who treats, and for no other patient", async () => {
    const url = "/api/courses/n00-c1/my-pathway";
    for (const actor of [COORDINATOR, PRACTITIONER, MUNICIPALITY])
      expect((await api.get(url, by(actor))).status).toBe(403);
    for (const actor of [patientActor("n01-p1"), relative("nobody")])
      expect((await api.get(url, by(actor))).status).toBe(404);
  });
});

describe("somebody close", () => {
  it("sees the course by consent, says in which relation, and can say nothing", async () => {
    const consent = {
      ...{ actsAs: "consent", personId: "nina", personName: "Nina Nær" },
      ...{ purpose: "Støtte", until: "2024-12-31" },
    };
    const own = patientActor("n05-p1");
    await api.post("/api/patients/n05-p1/representations", consent, by(own));
    const { body } = await api.get("/api/my-pathway", by(relative("nina")));
    expect([body.myCode, body.courses]).toEqual([
      "nina",
      [expect.objectContaining({ courseId: "n05-c1", relation: "consent" })],
    ]);
    expect(await mine(relative("nina"), "n05-c1")).toMatchObject({ relation: "consent" });
    const said = { about: "not-working", words: "Hør på oss." };
    const refused = await api.post("/api/courses/n05-c1/voices", said, by(relative("nina")));
    expect(refused.status).toBe(403);
  });
});

describe("own words in a referral", () => {
  it("stand below those before, until the referral is decided", async () => {
    const sent = await api.post("/api/referrals", referral(), GP);
    const { referralId, courseId } = sent.body;
    const { rows } = await store.database.pool.query(
      "SELECT patient_id FROM rettvei.course WHERE course_id = $1",
      [courseId],
    );
    const own = patientActor(rows[0].patient_id);
    const url = `/api/referrals/${referralId}`;
    const seen = Number(String((await api.get(url, by(own))).headers.etag).replace(/\D/g, ""));
    const added = await api.post(`${url}/words`, { words: "Jeg sover ikke." }, by(own, seen));
    expect([added.status, added.body.patientWords]).toEqual([
      201,
      "Jeg vil bli rusfri.\n\nJeg sover ikke.",
    ]);
    const long = { words: "x".repeat(9_990) };
    const now = Number(String(added.headers.etag).replace(/\D/g, ""));
    expect((await api.post(`${url}/words`, long, by(own, now))).status).toBe(400);
    expect((await mine(own, courseId)).referralIds).toEqual([referralId]);
    await decide(api, referralId, "cancel", { reason: "Feil sted." }, GP);
    const { headers } = await api.get(url, by(own));
    const late = Number(String(headers.etag).replace(/\D/g, ""));
    expect((await api.post(`${url}/words`, { words: "Vent." }, by(own, late))).status).toBe(409);
  });
});

describe("what was asked of who looked", () => {
  it("is read by the patient with its answer, and by nobody else", async () => {
    const own = patientActor("n06-p1");
    await api.get("/api/courses/n06-c1", by(COORDINATOR));
    const { body: log } = await api.get("/api/patients/n06-p1/log", by(own));
    const entry = log.entries.find(({ role }: { role: string }) => role === "coordinator").entry;
    const url = "/api/patients/n06-p1/explanations";
    const asked = await api.post(url, { entry, words: "Hvorfor?" }, by(own));
    expect((await api.get(url, by(own))).body.explanations).toEqual([
      expect.objectContaining({ state: "waiting", words: "Hvorfor?", answer: null }),
    ]);
    const version = Number(String(asked.headers.etag).replace(/\D/g, ""));
    const explain = `/api/explanations/${asked.body.explanationId}/explained`;
    await api.post(explain, { words: "Jeg skulle ringe deg." }, by(COORDINATOR, version));
    expect((await api.get(url, by(own))).body.explanations[0]).toMatchObject({
      state: "explained",
      answer: "Jeg skulle ringe deg.",
    });
    expect((await api.get(url, by(patient))).status).toBe(404);
    expect((await api.get("/api/patients/n00-p1/explanations", by(patient))).body).toEqual({
      explanations: [],
    });
  });
});

describe("documents", () => {
  it("hold what was written of the course, and no notice", async () => {
    const { status, body } = await api.get("/api/courses/n00-c1/my-documents", by(patient));
    expect([status, body]).toEqual([200, { documents: [] }]);
    const summary = {
      ...{
        title: "Epikrise",
        stay: { from: "2024-02-20", to: "2024-03-20", careLevel: "poliklinikk" },
      },
      ...{
        diagnoses: [
          {
            value: "F32.1",
            system: "2.16.578.1.12.4.1.1.7110",
            display: "Moderat depressiv episode",
          },
          { text: "Søvnvansker" },
        ],
        sections: [
          { heading: "VU", text: "Har nytte av samtaler." },
          { heading: "OP", text: "Fastlegen." },
        ],
      },
    };
    const { status: written } = await api.post(
      "/api/courses/n00-c1/discharge-summaries",
      { ...summary, telephone: "99 99 99 99" },
      by(PRACTITIONER),
    );
    expect(written).toBe(201);
    const { body: after } = await api.get("/api/courses/n00-c1/my-documents", by(patient));
    expect(after.documents[0]).toMatchObject({ purpose: "discharge-summary", title: "Epikrise" });
    expect(after.documents[0].passages).toEqual([
      { heading: "diagnoses", text: "Moderat depressiv episode (F32.1)\nSøvnvansker" },
      { heading: "VU", text: "Har nytte av samtaler." },
      { heading: "OP", text: "Fastlegen." },
    ]);
  });
});
