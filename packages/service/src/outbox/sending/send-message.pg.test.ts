// Messages on their way: taken, refused, not answered, waiting for an address; and what people and receipts do to them.

import type { CalendarDate } from "@rettvei/engine";
import { aboutMessage, receiptFor, writeReceipt } from "@rettvei/messages";
import { describe, expect, it } from "vitest";
import { JOB_SCHEMA } from "../../jobs/prepare-jobs.ts";
import { runJobs } from "../../jobs/run-jobs.ts";
import { inTransaction } from "../../store/transaction.ts";
import { closePostBoxes, postBox } from "../../testing/post-box.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { ACTOR_HEADER, COORDINATOR } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";
import type { MessageContent } from "../message-content.ts";
import { outboxTasks } from "../outbox-tasks.ts";
import { type NewMessage, writeMessage } from "../write-message.ts";
import { sendMessage } from "./send-message.ts";
import { AT_START, sweepOutbox } from "./sweep-outbox.ts";

closeStores("after each");
closePostBoxes();

const OPERATOR = {
  [ACTOR_HEADER]: JSON.stringify({ ...COORDINATOR, role: "operator", unitIds: [] }),
};
const SETTINGS = { attempts: 2, timeoutMs: 30_000 };
const AUTHOR = { givenName: "Odd", familyName: "Elvestrand", telephone: "00 00 00 09" };
const FEEDBACK: MessageContent = {
  form: "plan-feedback",
  news: "plan-made",
  text: "Planen er laget.",
  author: AUTHOR,
};

async function tell({ api }: SeededApi, partyId: string, more: object): Promise<void> {
  const entry = { partyId, name: partyId, url: null, numbers: [], unitId: null, closed: false };
  const told = await api.post("/api/addresses", { ...entry, ...more }, OPERATOR);
  expect(told.status).toBe(201);
}

async function withUnit(api: SeededApi): Promise<void> {
  await tell(api, "u1", { unitId: "u1", numbers: [{ kind: "HER", number: "9900210" }] });
}

function write({ store }: SeededApi, more: Partial<NewMessage> = {}): Promise<string> {
  const message: NewMessage = {
    purpose: "plan-feedback",
    channel: "xml",
    to: { kind: "gp", address: "9900101", name: "Lykkebo legekontor" },
    patientId: "n00-p1",
    courseId: "n00-c1",
    unitId: "u1",
    dueOn: "2024-03-22" as CalendarDate,
    content: FEEDBACK,
    ...more,
  };
  return inTransaction(store.database.pool, async (client) => {
    const { matterId } = await writeMessage({ store, client, actor: COORDINATOR }, message);
    return matterId;
  });
}

async function listed({ api }: SeededApi, query = "") {
  const { status, body } = await api.get(`/api/units/u1/messages${query}`);
  expect(status).toBe(200);
  return body;
}

/** What the receiver of a message answers it by. */
function nationalReceipt(message: string): string {
  const read = aboutMessage(Buffer.from(message));
  if (!read.ok) throw new Error("bug: a message that cannot be read");
  const { messageId, type, generatedAt, sender, receiver } = read.about;
  if (!messageId || !type || !generatedAt || !sender || !receiver) throw new Error("bug: no head");
  const stamp = { id: "receipt-x", generatedAt, softwareName: "Test" };
  const written = writeReceipt(
    receiptFor({ messageId, type, generatedAt, sender, receiver }, [], stamp),
  );
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.xml;
}

async function takenAs({ api }: SeededApi, payload: string): Promise<number> {
  const headers = { "content-type": "application/xml" };
  return (await api.app.inject({ method: "POST", url: "/api/messages", headers, payload }))
    .statusCode;
}

describe("a message that its receiver takes", () => {
  it("is sent, and delivered only by a receipt", async () => {
    const seeded = await seededApi();
    const box = await postBox();
    await withUnit(seeded);
    await tell(seeded, "9900101", { url: box.url, numbers: [{ kind: "HER", number: "9900101" }] });
    const messageId = await write(seeded);
    await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    expect(box.taken).toMatchObject([{ messageId, contentType: "application/xml" }]);
    expect(box.taken[0]?.body).toContain("Planen er laget.");
    expect((await listed(seeded)).messages).toMatchObject([{ messageId, state: "sent" }]);
    const receipt = { receiptId: "receipt-1", messageId, says: "delivered" };
    const first = await seeded.api.post("/api/receipts", receipt);
    expect(first).toMatchObject({ status: 201, body: { state: "delivered", known: false } });
    const again = await seeded.api.post("/api/receipts", receipt);
    expect(again.body).toEqual({ messageId, state: "delivered", known: true });
    expect((await listed(seeded)).messages).toEqual([]);
    const done = await listed(seeded, "?state=delivered");
    expect(done.messages).toMatchObject([{ messageId, patient: { patientId: "n00-p1" } }]);
  });

  it("is delivered by a national receipt of its receiver, and by nobody else's, which is on somebody's list", async () => {
    const seeded = await seededApi();
    const box = await postBox();
    await withUnit(seeded);
    await tell(seeded, "9900101", { url: box.url, numbers: [{ kind: "HER", number: "9900101" }] });
    const messageId = await write(seeded);
    await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    const xml = nationalReceipt(box.taken[0]?.body ?? "");
    const anothers = xml.replaceAll("9900101", "9900666");
    expect(anothers).not.toBe(xml);
    expect(await takenAs(seeded, anothers)).toBe(204);
    expect((await listed(seeded)).messages).toMatchObject([{ messageId, state: "sent" }]);
    const received = await seeded.api.get("/api/units/u1/received");
    expect(received.body.received).toMatchObject([{ kind: "receipt", state: "quarantined" }]);
    expect(await takenAs(seeded, xml.replace(/<Id>[^<]+<\/Id>/, "<Id>its-own</Id>"))).toBe(204);
    expect((await listed(seeded, "?state=delivered")).messages).toMatchObject([{ messageId }]);
  });

  it("is not sent a second time by a second job", async () => {
    const seeded = await seededApi();
    const box = await postBox();
    await withUnit(seeded);
    await tell(seeded, "9900101", { url: box.url });
    const messageId = await write(seeded, {
      channel: "letter",
      content: { form: "letter", title: "Svar", text: "Hei.", language: "nb" },
    });
    const attempt = { messageId, attempt: 1 };
    let meanwhile: unknown;
    box.before(async () => {
      meanwhile = await sendMessage(seeded.store, SETTINGS, attempt).catch((cause) => cause);
    });
    await sendMessage(seeded.store, SETTINGS, attempt);
    expect(meanwhile).toMatchObject({ message: "not sent yet" });
    await sendMessage(seeded.store, SETTINGS, attempt);
    expect(box.taken).toHaveLength(1);
  });
});

describe("a message that does not arrive", () => {
  it("is tried again, and after its last attempt failed, with the reason and a person who can act", async () => {
    const seeded = await seededApi();
    const box = await postBox();
    box.answerWith(503);
    await withUnit(seeded);
    await tell(seeded, "9900101", { url: box.url, numbers: [{ kind: "HER", number: "9900101" }] });
    const messageId = await write(seeded);
    const first = sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    await expect(first).rejects.toThrow("not sent yet");
    const [trying] = (await listed(seeded)).messages;
    expect(trying).toMatchObject({
      state: "written",
      trouble: { why: null, detail: "attempt 1 of 2: HTTP status 503" },
    });
    await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 2 });
    const [failed] = (await listed(seeded, "?state=failed")).messages;
    expect(failed).toMatchObject({ trouble: { why: "no-answer", detail: "HTTP status 503" } });

    const version = (at: number) => ({ "if-match": `"${at}"` });
    const url = `/api/messages/${messageId}`;
    const taken = await seeded.api.post(`${url}/take-over`, {}, version(failed.version));
    expect(taken).toMatchObject({ status: 201, body: { state: "failed" } });
    const stale = await seeded.api.post(`${url}/try-again`, {}, version(failed.version));
    expect(stale.status).toBe(409);
    const [mine] = (await listed(seeded)).messages;
    expect(mine.personId).toBe("tester");
    box.answerWith(200);
    await seeded.api.post(`${url}/try-again`, {}, version(mine.version));
    await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    expect((await listed(seeded)).messages).toMatchObject([
      { state: "sent", trouble: { why: "no-answer" } },
    ]);
    expect(new Set(box.taken.map((one) => one.messageId))).toEqual(new Set([messageId]));
  });

  it("fails at once where it is refused for good, cannot be written, or its address is closed", async () => {
    const seeded = await seededApi();
    const box = await postBox();
    box.answerWith(422);
    await withUnit(seeded);
    await tell(seeded, "9900101", { url: box.url, numbers: [{ kind: "HER", number: "9900101" }] });
    await tell(seeded, "gone", { url: box.url, closed: true });
    const letter = { form: "letter", title: "Svar", text: "Hei.", language: "nb" } as const;
    const summary = {
      form: "discharge-summary",
      title: "Epikrise",
      stay: { from: "2024-02-20", to: "2024-03-20", careLevel: "poliklinikk" },
      diagnoses: [],
      sections: [{ heading: "FO", text: "Samtaler." }],
      author: AUTHOR,
    } as const;
    const made = [
      await write(seeded, { channel: "letter", content: letter }),
      await write(seeded, { content: summary as unknown as MessageContent }),
      await write(seeded, { to: { kind: "gp", address: "gone", name: "Nedlagt" } }),
    ];
    for (const messageId of made)
      await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    const { messages, counts } = await listed(seeded, "?state=failed");
    const why = made.map((id) =>
      messages.find((one: { messageId: string }) => one.messageId === id),
    );
    expect(why.map((one) => one.trouble.why)).toEqual([
      "not-taken",
      "cannot-be-written",
      "address-closed",
    ]);
    expect(why[1].trouble.detail).toContain("Vurdering");
    expect(counts).toEqual({ written: 0, sent: 0, failed: 3, overdue: 0 });
  });

  it("waits with its unit where nobody knows an address, says so, and goes out once there is one", async () => {
    const seeded = await seededApi();
    const box = await postBox();
    const messageId = await write(seeded);
    await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    const [waiting] = (await listed(seeded)).messages;
    expect(waiting).toMatchObject({ state: "written", trouble: { why: "no-address" } });
    await tell(seeded, "9900101", { url: box.url, numbers: [{ kind: "HER", number: "9900101" }] });
    await sendMessage(seeded.store, SETTINGS, { messageId, attempt: 1 });
    expect((await listed(seeded)).messages).toMatchObject([
      { trouble: { why: "no-sender-number" } },
    ]);
    await withUnit(seeded);
    const jobs = await runJobs(seeded.store.database.pool, outboxTasks(seeded.store, SETTINGS));
    await expect.poll(() => box.taken.length, { timeout: 60_000 }).toBe(1);
    await jobs.stop();
    seeded.store.setToday("2024-03-23");
    const { counts, messages } = await listed(seeded, "?overdue=true");
    expect(counts).toEqual({ written: 0, sent: 1, failed: 0, overdue: 1 });
    expect(messages).toMatchObject([{ messageId, state: "sent", overdue: true }]);
  });

  it("without a job gets one, as after a restore", async () => {
    const seeded = await seededApi();
    await write(seeded);
    const { database } = seeded.store;
    await database.asOwner((client) => client.query(`DELETE FROM ${JOB_SCHEMA}._private_jobs`));
    expect(await sweepOutbox(database.pool, AT_START)).toBe(1);
    expect(await sweepOutbox(database.pool, AT_START)).toBe(0);
  });
});

describe("a patient who wants no notices", () => {
  it("gets none, and it is told why", async () => {
    const seeded = await seededApi();
    const box = await postBox();
    await tell(seeded, "patient", { url: box.url });
    const patient = JSON.stringify({
      ...COORDINATOR,
      role: "patient",
      unitIds: [],
      patientId: "n00-p1",
    });
    const own = { [ACTOR_HEADER]: patient };
    const notice = {
      purpose: "patient-notice",
      channel: "notice",
      to: { kind: "patient", address: "patient", name: "Pasienten" },
      content: { form: "notice", notice: "something-to-read" },
    } as const;
    const url = "/api/patients/n00-p1/notice-choice";
    expect((await seeded.api.post(url, { by: "sms", language: "nn" }, own)).status).toBe(201);
    const first = await write(seeded, notice);
    await sendMessage(seeded.store, SETTINGS, { messageId: first, attempt: 1 });
    expect(JSON.parse(box.taken[0]?.body ?? "")).toMatchObject({
      by: "sms",
      subject: "Du har fått ei melding",
      text: "Du har fått ei melding. Logg inn for å lese ho.",
    });
    await seeded.api.post(url, { by: "none", language: "nn" }, own);
    const second = await write(seeded, notice);
    await sendMessage(seeded.store, SETTINGS, { messageId: second, attempt: 1 });
    expect(box.taken).toHaveLength(1);
    const { messages } = await listed(seeded, "?state=given-up");
    expect(messages).toMatchObject([{ messageId: second }]);
    const other = await seeded.api.get("/api/patients/n01-p1/notice-choice", own);
    expect(other.status).toBe(404);
  });
});
