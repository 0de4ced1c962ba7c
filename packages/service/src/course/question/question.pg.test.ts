// A referrer's question over HTTP: it reaches a named person with a day, stays until it is answered, and who asked reads
// it with what the unit has written to them, and with nothing that went to others.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateAgainst } from "@rettvei/messages";
import { beforeAll, describe, expect, it } from "vitest";
import { sendMessage } from "../../outbox/sending/send-message.ts";
import { by, giveTask, LEADER, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { closePostBoxes, postBox } from "../../testing/post-box.ts";
import { AUTHOR, as, decide, GP, NUMBERS, referral } from "../../testing/referring.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { COORDINATOR } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
closePostBoxes();
const STANDARDS = fileURLToPath(new URL("../../../../../../shared/standards", import.meta.url));
const SCHEMAS = process.env.RETTVEI_XSD ?? join(STANDARDS, "skjema");
const HAS_SCHEMAS = existsSync(SCHEMAS);
const SCHEMA_NOTE = HAS_SCHEMAS ? "valid" : "not validated: set RETTVEI_XSD";
const MESSAGE_HEAD = "http://www.kith.no/xmlstds/msghead/2006-05-24";
const OPERATOR = as({ role: "operator", unitIds: [] });
const OTHER_GP = as({ actorId: "gp-2", role: "referrer", organisation: "LEGE", unitIds: [] });
const NOBODY_YET = "Hvem kan jeg ringe?";
let api: SeededApi["api"];
let store: SeededApi["store"];
let sent: { readonly referralId: string; readonly courseId: string; readonly patientId: string };

beforeAll(async () => {
  ({ api, store } = await seededApi());
  const patient = { personNumber: NUMBERS[1], name: "Ny Person" };
  const gp = { name: "Fast Lege", address: "9900101" };
  const body = referral({ patient, gp, tellGp: true });
  const made = (await api.post("/api/referrals", body, GP)).body;
  sent = { ...made, patientId: made.patient.patientId };
});

function ask(words: string, headers = GP) {
  return api.post(`/api/referrals/${sent.referralId}/questions`, { words }, headers);
}

function messages(headers = GP) {
  return api.get(`/api/referrals/${sent.referralId}/messages`, headers);
}

async function waiting(questionId: string) {
  const { body } = await api.get("/api/units/u1/tasks?type=question", by(LEADER));
  return body.tasks.find(({ matterId }: { matterId: string }) => matterId === questionId);
}

describe("what who referred asks", () => {
  it("goes to whoever sees to what comes in, then to who treats, then to the coordinator", async () => {
    const { status, body } = await ask(NOBODY_YET);
    const state = { state: "waiting", personId: null, answer: null, answerBy: "2024-03-23" };
    expect([status, body]).toEqual([201, expect.objectContaining(state)]);
    await api.post("/api/units/u1/intake-person", { personId: "inntak", name: "Inn Tak" });
    expect((await ask("To")).body.personId).toBe("inntak");
    await giveTask(store, sent, PRACTITIONER, "practitioner");
    expect((await ask("Tre")).body.personId).toBe("odd");
    await giveTask(store, sent, COORDINATOR, "coordinator");
    expect((await ask("Fire")).body.personId).toBe("tester");
  });

  it("is on the unit's list without its words, past its day as much as before it", async () => {
    const { questionId } = (await ask("Hemmelig ord")).body;
    const task = await waiting(questionId);
    expect(task).toMatchObject({ type: "question", personId: "tester", daysLeft: 3 });
    expect(JSON.stringify(task)).not.toContain("Hemmelig");
    store.setToday("2024-04-20");
    expect((await waiting(questionId)).daysLeft).toBe(-28);
    store.setToday("2024-03-20");
  });

  it("is taken and answered once, by who has seen it as it is, and read by who asked", async () => {
    const asked = (await ask("Kan medisinene trappes ned?")).body;
    const url = `/api/questions/${asked.questionId}`;
    const taken = await api.post(`${url}/taken`, {}, by(PRACTITIONER, asked.version));
    expect(taken.body).toMatchObject({ state: "taken", personId: "odd" });
    const answer = { words: "Ja, vi gjør det sammen." };
    const stale = await api.post(`${url}/answered`, answer, by(PRACTITIONER, asked.version));
    expect([stale.status, stale.body.error.code]).toEqual([409, "stale"]);
    const now = taken.body.version;
    const answered = await api.post(`${url}/answered`, answer, by(PRACTITIONER, now));
    expect(answered.body.answer).toEqual({ ...answer, on: "2024-03-20" });
    const { version } = answered.body;
    const again = await api.post(`${url}/answered`, answer, by(PRACTITIONER, version));
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
    expect(await waiting(asked.questionId)).toBeUndefined();
    const [newest, ...older] = (await messages()).body.questions;
    expect(newest).toEqual(answered.body);
    expect(older.at(-1).words).toBe(NOBODY_YET);
    const atUnit = await api.get(`/api/courses/${sent.courseId}/questions`, by(PRACTITIONER));
    expect(atUnit.body.questions.at(-1)).toEqual(answered.body);
  });

  it("is new on the list of who asked from when it is answered until it is read, and for nobody else", async () => {
    const unread = async (): Promise<number> => {
      const { body } = await api.get("/api/my-referrals", GP);
      const is = (one: { referralId: string }) => one.referralId === sent.referralId;
      return body.referrals.find(is).unread;
    };
    await messages();
    const { questionId, version } = (await ask("Er dere i gang?")).body;
    expect(await unread()).toBe(0);
    const answer = { words: "Ja." };
    await api.post(`/api/questions/${questionId}/answered`, answer, by(COORDINATOR, version));
    // Who looks at the list, or is refused the answer, has not read it.
    expect([await unread(), (await messages(OTHER_GP)).status, await unread()]).toEqual([
      1, 404, 1,
    ]);
    await messages();
    expect(await unread()).toBe(0);
  });

  it("is asked and read by nobody else outside, and answered by nobody but the unit", async () => {
    expect((await ask("Nei", OTHER_GP)).status).toBe(404);
    expect((await messages(OTHER_GP)).status).toBe(404);
    expect((await ask("Nei", by(COORDINATOR))).status).toBe(403);
    expect((await messages(by(COORDINATOR))).status).toBe(403);
    expect((await messages(by(patientActor(sent.patientId)))).status).toBe(403);
    const { questionId, version } = (await ask("Svar meg")).body;
    const url = `/api/questions/${questionId}/answered`;
    const own = await api.post(url, { words: "Selv." }, { ...GP, "if-match": `"${version}"` });
    expect(own.status).toBe(403);
    expect((await api.get(`/api/courses/${sent.courseId}/questions`, by(LEADER))).status).toBe(403);
  });
});

describe("an answer to who has an address", () => {
  const phone = "99 99 99 99";
  let asked: { readonly referralId: string; readonly courseId: string };

  beforeAll(async () => {
    const patient = { personNumber: NUMBERS[0], name: "Testine Skinnbakken" };
    const referrer = { name: "Fanny Fastlege", organisation: "Lykkebo", address: "9900101", phone };
    asked = (await api.post("/api/referrals", referral({ patient, referrer }), GP)).body;
  });

  async function keep(partyId: string, more: object) {
    const entry = { partyId, name: partyId, url: null, numbers: [], unitId: null, closed: false };
    const told = await api.post("/api/addresses", { ...entry, ...more }, OPERATOR);
    expect(told.status).toBe(201);
  }

  async function answered(words: string, more: object = {}) {
    const url = `/api/referrals/${asked.referralId}/questions`;
    const { questionId, version } = (await api.post(url, { words: "Når?" }, GP)).body;
    const answer = { words, ...more };
    return api.post(`/api/questions/${questionId}/answered`, answer, by(COORDINATOR, version));
  }

  async function outgoing(state = "") {
    const { body } = await api.get(`/api/units/u1/messages${state}`, by(LEADER));
    return body.messages.filter(
      ({ purpose }: { purpose: string }) => purpose === "question-answer",
    );
  }

  it("stays in the product alone while the address book has none in use", async () => {
    expect((await answered("Snart.")).status).toBe(201);
    await keep("9900101", { closed: true });
    expect((await answered("Straks.")).status).toBe(201);
    expect(await outgoing()).toEqual([]);
  });

  it(`goes there as a dialogue message, ${SCHEMA_NOTE}, and is delivered by its receipt`, async () => {
    const { url, taken } = await postBox();
    await keep("u1", { unitId: "u1", numbers: [{ kind: "HER", number: "9900210" }] });
    await keep("9900101", { url, numbers: [{ kind: "HER", number: "9900101" }] });
    const nobody = await answered("Mandag.");
    expect([nobody.status, nobody.body.error.details?.[0].path]).toEqual([400, "/telephone"]);
    expect((await answered("Mandag.", { telephone: phone })).status).toBe(201);
    const [written, ...more] = await outgoing();
    expect(more).toEqual([]);
    const to = { kind: "referrer", name: "Fanny Fastlege" };
    expect(written).toMatchObject({ state: "written", dueOn: "2024-03-23", to });
    const { messageId } = written;
    await sendMessage(store, { attempts: 2, timeoutMs: 30_000 }, { messageId, attempt: 1 });
    expect(await outgoing()).toMatchObject([{ messageId, state: "sent" }]);
    const { body: xml } = taken[0] ?? { body: "" };
    expect(xml).toContain("Spørsmål:\nNår?\n\nSvar:\nMandag.");
    if (HAS_SCHEMAS) {
      expect(await validateAgainst(SCHEMAS, MESSAGE_HEAD, xml)).toMatchObject({ problems: [] });
    }
    await api.post("/api/receipts", { receiptId: "receipt-q", messageId, says: "delivered" });
    expect(await outgoing("?state=delivered")).toMatchObject([{ messageId }]);
    // It is one thing to read, whichever ways it went.
    const { referrals } = (await api.get("/api/my-referrals", GP)).body;
    expect(referrals[0]).toMatchObject({ referralId: asked.referralId, unread: 3 });
    const { body } = await api.get(`/api/referrals/${asked.referralId}/messages`, GP);
    expect([body.messages, body.questions[0].answer.words]).toEqual([[], "Mandag."]);
  });
});

describe("what the unit has written to who referred", () => {
  it("is shown with where it stands, and what it wrote to others is not", async () => {
    expect((await messages()).body.messages).toEqual([]);
    const refused = {
      reasons: "Kan behandles i kommunen.",
      furtherMeasures: "Samtaler.",
      howToComplain: "Til statsforvalteren.",
      author: AUTHOR,
    };
    expect((await decide(api, sent.referralId, "refuse", refused)).status).toBe(201);
    const { body } = await messages();
    expect(body.messages).toEqual([
      expect.objectContaining({
        purpose: "referral-answer",
        state: "written",
        author: { name: "Siri Spesialist", telephone: "99 99 99 99" },
        passages: [
          { heading: null, text: refused.reasons },
          { heading: null, text: refused.furtherMeasures },
          { heading: null, text: refused.howToComplain },
        ],
      }),
    ]);
    // After a refusal too the referrer may ask, and is answered.
    const { status, body: asked } = await ask("Hva nå?");
    expect(status).toBe(201);
    const url = `/api/questions/${asked.questionId}/answered`;
    const answered = await api.post(url, { words: "Ring oss." }, by(COORDINATOR, asked.version));
    expect(answered.body.state).toBe("answered");
    // Once the unit no longer sees the course, nothing is taken in that nobody would read.
    store.setToday("2024-04-20");
    const late = await ask("Og nå?");
    store.setToday("2024-03-20");
    expect([late.status, late.body.error.code]).toEqual([409, "not-now"]);
  });
});
