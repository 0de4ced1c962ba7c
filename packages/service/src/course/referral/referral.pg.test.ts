// Proves over HTTP how a referral comes in: against its checklist, with the law's date at once, copies, and who sees it.
import { beforeAll, describe, expect, it } from "vitest";
import { AUTHOR, as, decide, GP, NUMBERS, referral } from "../../testing/referring.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

async function messagesOf(courseId: string): Promise<readonly string[]> {
  const { rows } = await store.database.pool.query(
    `SELECT body ->> 'purpose' AS purpose, body #>> '{to,kind}' AS kind FROM rettvei.fact
     WHERE kind = 'message-written' AND course_id = $1 ORDER BY seq`,
    [courseId],
  );
  return rows.map(({ purpose, kind }) => `${purpose} ${kind}`);
}

describe("the checklist of a referral", () => {
  it("is that of the edition in force, for everybody to read", async () => {
    const nobody = { "x-test-actor": "" };
    const { status, body } = await api.get("/api/pathways/tsb/referral-checklist", nobody);
    expect([status, body.edition]).toEqual([200, "2023-01-01"]);
    const items = body.items.map(({ item }: { item: string }) => item);
    expect(items).toContain("ref-symptoms");
    expect(body.items[0].text.nn).not.toBe("");
  });

  it("tells which points a draft lacks, and lets an emergency through without them", async () => {
    const points = [{ item: "ref-symptoms", answer: "present" }];
    const draft = { pathway: "tsb", urgency: "ordinary", points };
    const { body } = await api.post("/api/referrals/check", draft, GP);
    const missing = body.missing.map(({ item }: { item: string }) => item);
    expect(missing).not.toContain("ref-symptoms");
    expect([missing.includes("ref-own-wish"), body.mayBeSent]).toEqual([true, false]);
    const urgent = await api.post("/api/referrals/check", { ...draft, urgency: "emergency" }, GP);
    expect([urgent.body.missing, urgent.body.mayBeSent]).toEqual([body.missing, true]);
  });

  it("knows its own points only, each once", async () => {
    const points = ["ref-symptoms", "ref-symptoms", "ref-shoes"].map((item) => ({
      item,
      answer: "present",
    }));
    const { status, body } = await api.post("/api/referrals", referral({ points }), GP);
    const paths = body.error.details.map(({ path }: { path: string }) => path);
    expect([status, paths]).toEqual([400, ["/points/1/item", "/points/2/item"]]);
  });
});

describe("a referral", () => {
  it("opens a course whose statutory date is on the work list and the waiting list at once", async () => {
    const { status, body } = await api.post("/api/referrals", referral(), GP);
    expect(status).toBe(201);
    // Ten working days after Wednesday 20 March 2024, over Easter.
    expect(body.assessBy).toMatchObject({ dueOn: "2024-04-08", ruleId: "tsb.referral-assessment" });
    const list = (await api.get("/api/units/u1/work-list?limit=200")).body.rows;
    expect(
      list.find(({ courseId }: { courseId: string }) => courseId === body.courseId),
    ).toMatchObject({
      nextStep: "referral-assessed",
      nextDate: { on: "2024-04-08", kind: "statutory" },
      patient: { name: "Testine Skinnbakken" },
    });
    const waiting = (await api.get("/api/units/u1/referrals")).body.rows;
    expect(
      waiting.find(({ referralId }: { referralId: string }) => referralId === body.referralId),
    ).toMatchObject({ dueOn: "2024-04-08", daysLeft: 19, urgency: "ordinary" });
    const page = (await api.get(`/api/courses/${body.courseId}`)).body;
    expect(page.records).toMatchObject([{ event: "referral-received", occurredOn: "2024-03-20" }]);
    const { rows } = await store.database.pool.query(
      "SELECT entered, from_fact IS NOT NULL AS told FROM rettvei.record WHERE course_id = $1",
      [body.courseId],
    );
    expect(rows).toEqual([{ entered: "derived", told: true }]);
  });

  it("is copied to the patient, and to the GP where somebody else refers and the patient agrees", async () => {
    const gp = { name: "Fanny Fastlege", address: "9900101" };
    const agreed = await api.post("/api/referrals", referral({ gp, tellGp: true }), GP);
    const copies = ["copy-to-patient patient", "copy-to-gp gp"];
    expect(await messagesOf(agreed.body.courseId)).toEqual(copies);
    const not = await api.post("/api/referrals", referral({ gp }), GP);
    expect(await messagesOf(not.body.courseId)).toEqual(copies.slice(0, 1));
  });

  it("with points missing waits for why, an emergency never and is due the day it came", async () => {
    const hasty = referral({ incompleteBecause: undefined });
    const refused = await api.post("/api/referrals", hasty, GP);
    expect([refused.status, refused.body.error.code]).toEqual([422, "not-complete"]);
    const urgent = await api.post("/api/referrals", { ...hasty, urgency: "emergency" }, GP);
    expect(urgent.status).toBe(201);
    expect(urgent.body.missing.length).toBeGreaterThan(3);
    const [first] = (await api.get("/api/units/u1/referrals")).body.rows;
    expect(first).toMatchObject({ referralId: urgent.body.referralId, dueOn: "2024-03-20" });
  });

  it("finds the patient by the number, which is in no answer", async () => {
    const patient = { personNumber: NUMBERS[1], name: "Ny Person" };
    const answers = await Promise.all(
      ["tsb", "psykose"].map((pathway) =>
        api.post("/api/referrals", referral({ patient, pathway }), GP),
      ),
    );
    const ids = new Set(answers.map(({ body }) => body.patient.patientId));
    expect(ids.size).toBe(1);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(NUMBERS[1]);
    const wrong = { ...patient, personNumber: "21483609246" };
    const refused = await api.post("/api/referrals", referral({ patient: wrong }), GP);
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      400,
      expect.not.stringContaining("2148"),
    ]);
  });

  it("may have a file of the patient's, if it is what it says", async () => {
    const file = (bytes: string, contentType: string) => {
      const base64 = Buffer.from(bytes).toString("base64");
      return referral({ attachment: { name: "mine ord", contentType, base64 } });
    };
    const good = await api.post("/api/referrals", file("Min historie.", "text/plain"), GP);
    expect([good.status, good.body.attachment?.name]).toEqual([201, "mine ord"]);
    const bad = await api.post("/api/referrals", file("Min historie.", "application/pdf"), GP);
    expect([bad.status, bad.body.error.details[0].path]).toEqual([400, "/attachment/base64"]);
  });

  it("on paper is entered by the unit, with the day it came, for a patient known here", async () => {
    const paper = { patient: { patientId: "n00-p1" }, receivedOn: "2024-03-11" };
    const { status, body } = await api.post("/api/referrals", referral(paper));
    expect([status, body.assessBy.dueOn]).toEqual([201, "2024-03-25"]);
    const elsewhere = await api.post("/api/referrals", referral(paper), as({ unitIds: ["u0"] }));
    expect(elsewhere.status).toBe(404);
    const tomorrow = { ...paper, receivedOn: "2024-03-21" };
    expect((await api.post("/api/referrals", referral(tomorrow))).status).toBe(400);
    const byGp = await api.post("/api/referrals", referral({ patient: paper.patient }), GP);
    expect(byGp.status).toBe(400);
  });

  it("is shown whole to the unit and who sent it, without words to a leader, and to nobody else", async () => {
    const { body } = await api.post("/api/referrals", referral(), GP);
    const url = `/api/referrals/${body.referralId}`;
    for (const who of [GP, as({})]) {
      const { status, body: shown } = await api.get(url, who);
      expect([status, shown.patientWords]).toEqual([200, "Jeg vil bli rusfri."]);
    }
    const leader = (await api.get(url, as({ role: "leader" }))).body;
    expect([leader.patientWords, leader.points]).toEqual([
      null,
      [{ item: "ref-symptoms", answer: "present" }],
    ]);
    const strangers = [
      as({ unitIds: ["u0"] }),
      as({ role: "referrer", actorId: "gp-2", unitIds: [] }),
      as({ role: "practitioner", actorId: "t-1" }),
    ];
    for (const who of strangers) expect((await api.get(url, who)).status).toBe(404);
  });

  it("is followed by who sent it", async () => {
    const other = as({ role: "referrer", actorId: "gp-3", unitIds: [] });
    const { body } = await api.post("/api/referrals", referral(), other);
    const mine = (await api.get("/api/my-referrals", other)).body.referrals;
    expect(mine).toMatchObject([{ referralId: body.referralId, state: "waiting" }]);
  });
});

describe("a referral that waits", () => {
  it("is added to, and keeps what it said", async () => {
    const { body } = await api.post("/api/referrals", referral(), GP);
    const points = [{ item: "ref-own-wish", answer: "present", text: "Avrusning." }];
    const change = { points, note: "Ettersendt." };
    const changed = await decide(api, body.referralId, "changes", change, GP);
    expect(changed.status).toBe(201);
    expect(changed.body.points).toHaveLength(2);
    expect(changed.body.missing).toHaveLength(body.missing.length - 1);
    expect(changed.body.patientWords).toBe("Jeg vil bli rusfri.");
  });

  it("is withdrawn: its course ends, and it waits no more", async () => {
    const { body } = await api.post("/api/referrals", referral(), GP);
    const gone = await decide(api, body.referralId, "cancel", { reason: "Ønsker ikke." }, GP);
    expect([gone.status, gone.body.state]).toEqual([201, "cancelled"]);
    const again = await decide(api, body.referralId, "cancel", { reason: "Igjen." }, GP);
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
    const page = (await api.get(`/api/courses/${body.courseId}`)).body;
    expect(page.records.at(-1)).toMatchObject({ event: "closure", outcome: "other" });
  });

  it("is sent on to another unit with the date it has, and is then seen there", async () => {
    const paper = { patient: { patientId: "n01-p1" }, receivedOn: "2024-03-11" };
    const { body } = await api.post("/api/referrals", referral(paper), as({ unitIds: ["u1"] }));
    const on = { toUnitId: "u9", reason: "Annet område.", author: AUTHOR };
    const u1 = as({ unitIds: ["u1"] });
    const u9 = as({ unitIds: ["u9"], actorId: "k9" });
    expect((await api.get(`/api/referrals/${body.referralId}`, u9)).status).toBe(404);
    const sent = await decide(api, body.referralId, "send-on", on, u1);
    expect([sent.status, sent.body.sentOnFrom]).toEqual([201, ["u1"]]);
    const waiting = (await api.get("/api/units/u9/referrals", u9)).body.rows;
    expect(waiting).toMatchObject([{ referralId: body.referralId, dueOn: "2024-03-25" }]);
    const rows = (await api.get("/api/units/u9/work-list", u9)).body.rows;
    expect(rows).toMatchObject([{ courseId: body.courseId, nextDate: { on: "2024-03-25" } }]);
    expect((await api.get(`/api/courses/${body.courseId}`, u1)).status).toBe(404);
  });
});
