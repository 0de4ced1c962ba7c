// Proves over HTTP what becomes of a referral: a right with its deadline, none with all its reply must hold, one course.
import { beforeAll, describe, expect, it } from "vitest";
import { AUTHOR, as, decide, GP, referral } from "../../testing/referring.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import type { Answer } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

const GRANT = {
  pathway: "psykose",
  grantedFor: "assessment",
  legalDeadline: "2024-05-02",
  author: AUTHOR,
};
const REFUSAL = {
  reasons: "Kan hjelpes i kommunen.",
  furtherMeasures: "Samtaler hos kommunepsykolog.",
  howToComplain: "Du kan klage til statsforvalteren.",
  author: AUTHOR,
};

/** A referral that came on paper nine days ago, of a patient known here. */
async function referred(patientId: string, pathway = "psykose"): Promise<Answer["body"]> {
  const patient = { patientId };
  const answer = await api.post(
    "/api/referrals",
    referral({ patient, pathway, receivedOn: "2024-03-11" }),
  );
  expect(answer.status).toBe(201);
  return answer.body;
}

async function page(courseId: string): Promise<Answer["body"]> {
  return (await api.get(`/api/courses/${courseId}`)).body;
}

function told(records: readonly { event: string; occurredOn: string; state: string }[]): unknown {
  return records
    .filter(({ state }) => state === "counts")
    .map((one) => [one.event, one.occurredOn]);
}

async function messagesOf(referralId: string, courseId: string): Promise<unknown> {
  const { rows } = await store.database.pool.query(
    `SELECT body ->> 'purpose' AS purpose, body #>> '{to,kind}' AS kind FROM rettvei.fact
     WHERE kind = 'message-written' AND course_id = $2 AND body ->> 'purpose' <> 'copy-to-patient'
       AND seq > (SELECT max(seq) FROM rettvei.fact WHERE matter_id = $1) ORDER BY seq`,
    [referralId, courseId],
  );
  return rows.map(({ purpose, kind }) => `${purpose} ${kind}`);
}

describe("a right", () => {
  it("registers assessment and start on the edition's date, and tells patient and referrer", async () => {
    const { referralId, courseId } = await referred("n00-p1");
    const { status, body } = await decide(api, referralId, "grant", GRANT);
    expect([status, body.state]).toEqual([201, "right-granted"]);
    const course = await page(courseId);
    expect(told(course.records)).toEqual([
      ["referral-received", "2024-03-11"],
      ["referral-assessed", "2024-03-20"],
      ["pathway-start", "2024-03-11"],
    ]);
    expect(course.findings).toEqual([]);
    expect(course.position.nextDate).toMatchObject({ on: "2024-03-18" });
    const deadline = course.verdicts.find(({ ruleId }: { ruleId: string }) =>
      ruleId.endsWith("legal-deadline"),
    );
    expect(deadline).toMatchObject({ dueOn: "2024-05-02", verdict: "pending" });
    expect(await messagesOf(referralId, courseId)).toEqual([
      "referral-answer patient",
      "referral-answer referrer",
    ]);
    const waiting = (await api.get("/api/units/u1/referrals")).body.rows;
    expect(JSON.stringify(waiting)).not.toContain(referralId);
  });

  it("starts a simplified course on the day it was assessed", async () => {
    store.setToday("2026-03-20");
    const patient = { patientId: "n01-p1" };
    const paper = referral({ patient, pathway: "phv-voksne", receivedOn: "2026-03-11" });
    const { referralId, courseId } = (await api.post("/api/referrals", paper)).body;
    const grant = { ...GRANT, pathway: "phv-voksne", legalDeadline: "2026-05-04" };
    const { status } = await decide(api, referralId, "grant", grant);
    const course = await page(courseId);
    store.setToday("2024-03-20");
    expect([status, course.edition.edition]).toEqual([201, "2025-01-01"]);
    expect(told(course.records)).toContainEqual(["pathway-start", "2026-03-20"]);
    expect(course.findings).toEqual([]);
  });

  it("cannot be given without pathway, for what, legal deadline and author", async () => {
    const { referralId } = await referred("n02-p1");
    const { status, body } = await decide(api, referralId, "grant", { text: "Velkommen." });
    const paths = body.error.details.map(({ path }: { path: string }) => path);
    expect([status, body.error.code, paths.sort()]).toEqual([
      422,
      "not-complete",
      ["/author", "/grantedFor", "/legalDeadline", "/pathway"],
    ]);
    const early = await decide(api, referralId, "grant", { ...GRANT, legalDeadline: "2024-03-19" });
    expect([early.status, early.body.error.details[0].path]).toEqual([400, "/legalDeadline"]);
  });

  it("in another pathway than asked for makes the course one of that pathway, from the same day", async () => {
    const sent = referral({ patient: { personNumber: "65888700085", name: "Testine" } });
    const { referralId, courseId } = (await api.post("/api/referrals", sent, GP)).body;
    const assignments = `/api/courses/${courseId}/assignments`;
    const holder = { role: "coordinator", personId: "k1", personName: "Kari" };
    await api.post(assignments, holder, { "if-match": '"0"' });
    const { body } = await decide(api, referralId, "grant", GRANT);
    expect(body.courseId).not.toBe(courseId);
    expect([body.pathway, body.decision.pathway]).toEqual(["tsb", "psykose"]);
    const course = await page(body.courseId);
    expect([course.pathway, told(course.records)]).toEqual([
      "psykose",
      [
        ["referral-received", "2024-03-20"],
        ["referral-assessed", "2024-03-20"],
        ["pathway-start", "2024-03-20"],
      ],
    ]);
    const { rows } = await store.database.pool.query(
      "SELECT running FROM rettvei.course_state WHERE course_id = $1",
      [courseId],
    );
    expect(rows).toEqual([{ running: false }]);
    const held = (await api.get(`/api/courses/${body.courseId}/assignments`)).body.held;
    expect(held).toMatchObject([{ role: "coordinator", personId: "k1" }]);
    expect((await api.get(`/api/courses/${body.courseId}`, GP)).status).toBe(200);
  });

  it("in a pathway that runs at the trust already is refused, and the running course offered", async () => {
    const { referralId } = await referred("n03-p1", "tsb");
    const { status, body } = await decide(api, referralId, "grant", { ...GRANT, pathway: "tsb" });
    expect([status, body.error.code, body.error.details]).toEqual([
      409,
      "already-running",
      [expect.objectContaining({ found: "n03-c1" })],
    ]);
    const opened = { patientId: "n03-p1", pathway: "tsb", unitId: "u1" };
    const records = [{ event: "pathway-start", occurredOn: "2024-03-20" }];
    const byHand = await api.post("/api/courses", { ...opened, records });
    expect(byHand.body.error.code).toBe("already-running");
  });

  it("in a pathway that runs is refused without the course's id to one who may not see it", async () => {
    const trust = { hfName: "HF", rhfName: "RHF", synthetic: true, kind: "dps", name: "Nabo DPS" };
    await store.database.pool.query(
      `INSERT INTO rettvei.unit (unit_id, name, kind, hf_name, rhf_name, synthetic)
       VALUES ('u2', $1, $2, $3, $4, true)`,
      [trust.name, trust.kind, trust.hfName, trust.rhfName],
    );
    const u2 = as({ unitIds: ["u2"], actorId: "k2" });
    const paper = referral({ unitId: "u2", patient: { patientId: "n04-p1" } });
    const { referralId } = (await api.post("/api/referrals", paper, u2)).body;
    const refused = await decide(api, referralId, "grant", { ...GRANT, pathway: "tsb" }, u2);
    expect([refused.body.error.code, refused.body.error.details]).toEqual([
      "already-running",
      undefined,
    ]);
    const elsewhere = referral({ unitId: "u9", patient: { patientId: "n04-p1" } });
    const other = (await api.post("/api/referrals", elsewhere)).body;
    const granted = await decide(api, other.referralId, "grant", { ...GRANT, pathway: "tsb" });
    expect(granted.status).toBe(201);
  });

  it("given twice at once starts one course", async () => {
    const both = await Promise.all([referred("n05-p1"), referred("n05-p1")]);
    const answers = await Promise.all(
      both.map(({ referralId }) => decide(api, referralId, "grant", GRANT)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it("is given by the unit that has the referral, and as it was seen", async () => {
    const { referralId } = await referred("n06-p1");
    const url = `/api/referrals/${referralId}/grant`;
    expect((await api.post(url, GRANT)).status).toBe(428);
    expect((await api.post(url, GRANT, { "if-match": '"1"' })).body.error.code).toBe("stale");
    const etag = String((await api.get(`/api/referrals/${referralId}`)).headers.etag);
    const u0 = { ...as({ unitIds: ["u0"] }), "if-match": etag };
    expect((await api.post(url, GRANT, u0)).status).toBe(404);
    expect((await api.post(url, GRANT, { ...GP, "if-match": etag })).status).toBe(403);
  });
});

describe("no right", () => {
  it("cannot be said without reasons, advice, how to complain, and who says it", async () => {
    const { referralId, courseId } = await referred("n07-p1");
    for (const name of Object.keys(REFUSAL)) {
      const lacking = { ...REFUSAL, [name]: undefined };
      const { status, body } = await decide(api, referralId, "refuse", lacking);
      expect([status, body.error.details]).toEqual([
        422,
        [{ path: `/${name}`, expected: "a value", found: "nothing" }],
      ]);
    }
    expect(told((await page(courseId)).records)).toEqual([["referral-received", "2024-03-11"]]);
  });

  it("is registered, told to both, and ends the waiting without a start", async () => {
    const { referralId, courseId } = await referred("n08-p1");
    const { status, body } = await decide(api, referralId, "refuse", REFUSAL);
    expect([status, body.state, body.decision.furtherMeasures]).toEqual([
      201,
      "right-refused",
      REFUSAL.furtherMeasures,
    ]);
    const course = await page(courseId);
    expect(course.position.running).toBe(false);
    expect(course.records.at(-1)).toMatchObject({
      event: "referral-assessed",
      outcome: "no-right",
    });
    expect(await messagesOf(referralId, courseId)).toEqual([
      "refusal-letter patient",
      "referral-answer referrer",
    ]);
    const again = await decide(api, referralId, "grant", GRANT);
    expect(again.body.error.code).toBe("not-now");
  });
});

describe("a legal deadline", () => {
  it("moves by a new fact with a reason, and the first date stays visible", async () => {
    const { referralId, courseId } = await referred("n09-p1");
    const move = { to: "2024-06-03", reason: "patient-wish" };
    expect((await decide(api, referralId, "legal-deadline", move)).body.error.code).toBe("not-now");
    await decide(api, referralId, "grant", GRANT);
    const { status, body } = await decide(api, referralId, "legal-deadline", move);
    expect([status, body.legalDeadline]).toMatchObject([
      201,
      {
        now: "2024-06-03",
        original: "2024-05-02",
        moves: [{ from: "2024-05-02", to: "2024-06-03", reason: "patient-wish" }],
      },
    ]);
    expect(await messagesOf(referralId, courseId)).toEqual([
      "deadline-moved patient",
      "patient-notice patient",
    ]);
    const course = await page(courseId);
    const first = course.records.filter(
      ({ event }: { event: string }) => event === "referral-assessed",
    );
    expect(first).toMatchObject([
      { legalDeadline: "2024-05-02", state: "replaced" },
      { legalDeadline: "2024-06-03", state: "counts" },
    ]);
    const { recordId } = first[1];
    const typed = {
      event: "referral-assessed",
      occurredOn: "2024-03-20",
      outcome: "right-granted",
    };
    for (const record of [
      { ...typed, corrects: recordId, legalDeadline: "2024-07-01" },
      { voids: recordId },
    ]) {
      const byHand = await api.register(courseId, [record]);
      expect([byHand.status, byHand.body.error.details[0].path]).toEqual([
        422,
        "/records/0/legalDeadline",
      ]);
    }
    const kept = { ...typed, corrects: recordId, legalDeadline: "2024-06-03" };
    expect((await api.register(courseId, [kept])).status).toBe(201);
    const reasonless = await decide(api, referralId, "legal-deadline", { to: "2024-07-01" });
    expect(reasonless.status).toBe(400);
  });

  it("that moves is told to the patient: what held, what holds, why, the first one and how to complain", async () => {
    const { referralId, courseId } = await referred("n10-p1");
    await decide(api, referralId, "grant", GRANT);
    const note = "Ringte og spurte";
    const moves = [
      { to: "2024-06-03", reason: "patient-wish", note },
      { to: "2024-07-01", reason: "capacity" },
    ];
    for (const move of moves)
      expect((await decide(api, referralId, "legal-deadline", move)).status).toBe(201);
    const { rows } = await store.database.pool.query(
      `SELECT body #>> '{content,title}' AS title, body #>> '{content,text}' AS text FROM rettvei.fact
       WHERE kind = 'message-written' AND course_id = $1 AND body ->> 'purpose' = 'deadline-moved' ORDER BY seq`,
      [courseId],
    );
    const [once, again] = rows;
    expect(once.title).toBe("Den juridiske fristen din er flyttet");
    expect(once.text).toContain("senest 2. mai 2024. Nå skal den begynne senest 3. juni 2024.");
    expect(once.text).toContain("fordi du har ønsket det");
    expect(once.text).toContain("klage til statsforvalteren");
    expect([once.text.includes(note), once.text.includes("Den første fristen")]).toEqual([
      false,
      false,
    ]);
    expect(again.text).toContain("senest 3. juni 2024. Nå skal den begynne senest 1. juli 2024.");
    expect(again.text).toContain("fordi vi ikke har ledig plass tidsnok");
    expect(again.text).toContain("Den første fristen du fikk, var 2. mai 2024.");
  });
});
