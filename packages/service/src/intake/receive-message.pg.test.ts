// Messages that come over HTTP: taken once, answered by a receipt, on somebody's list at once, placed by itself or by hand.
import { readFileSync } from "node:fs";
import { aboutMessage, readReceipt } from "@rettvei/messages";
import { describe, expect, it } from "vitest";
import { referralOf } from "../course/referral/referral.ts";
import { MATTERS_AS_TOLD } from "../doctor/matters-as-told.ts";
import { OPEN_MATTERS_OWNED } from "../doctor/open-matters-owned.ts";
import { WRITING_AUDITED } from "../doctor/writing-audited.ts";
import { factsOfCourse, factsOfMatter } from "../facts/read-facts.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { ACTOR_HEADER, type Answer, COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after each");

const EHR = {
  [ACTOR_HEADER]: JSON.stringify({
    ...COORDINATOR,
    actorId: "ehr",
    kind: "machine",
    role: "referrer",
    unitIds: [],
  }),
};
const OPERATOR = {
  [ACTOR_HEADER]: JSON.stringify({ ...COORDINATOR, role: "operator", unitIds: [] }),
};

function sample(name: string): string {
  const file = new URL(`../../../messages/samples/${name}`, import.meta.url);
  const bytes = readFileSync(file);
  return name.includes("1.0")
    ? bytes.toString("latin1").replace("ISO-8859-1", "UTF-8")
    : bytes.toString("utf8");
}

const NEW = sample("henvisning-2.0-ny.xml");
const ONWARD = sample("viderehenvisning-2.0.xml");

async function send({ api }: SeededApi, xml: string | Buffer): Promise<Answer & { text: string }> {
  const headers = { ...EHR, "content-type": "application/xml" };
  const answer = await api.app.inject({
    method: "POST",
    url: "/api/messages",
    headers,
    payload: xml,
  });
  return { status: answer.statusCode, headers: answer.headers, body: undefined, text: answer.body };
}

function receiptOf(text: string) {
  const read = readReceipt(Buffer.from(text));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Makes the clinic of the samples unit u1, and u9 the unit for what is for none. */
async function told({ api }: SeededApi): Promise<void> {
  const entry = { url: null, closed: false };
  const units = [
    {
      partyId: "u1",
      name: "Solsiden",
      unitId: "u1",
      numbers: [{ kind: "HER", number: "9900210" }],
    },
    { partyId: "intake", name: "Postmottak", unitId: "u9", numbers: [] },
  ];
  for (const one of units) {
    expect((await api.post("/api/addresses", { ...entry, ...one }, OPERATOR)).status).toBe(201);
  }
}

async function list({ api }: SeededApi, unitId: string, query = "") {
  const { status, body } = await api.get(`/api/units/${unitId}/received${query}`);
  expect(status).toBe(200);
  return body.received;
}

/** State and urgency of the referral that opened the course, by its facts. */
async function referralOfCourse({ store }: SeededApi, courseId: string) {
  const facts = await factsOfCourse(store.database.pool, courseId);
  const matterId = facts.find(({ kind }) => kind === "referral-sent")?.matterId ?? "";
  const { state, content } = referralOf(await factsOfMatter(store.database.pool, matterId));
  return { state, urgency: content.urgency };
}

/** Where what must always be true of owners and audits is not. */
function troubles({ store: { database, judging } }: SeededApi): Promise<readonly string[]> {
  return database.asOwner(async (client) => {
    const examined = { client, kind: database.kind, judging, verifier: undefined };
    const found: string[] = [];
    for (const one of [WRITING_AUDITED, OPEN_MATTERS_OWNED, MATTERS_AS_TOLD])
      found.push(...(await one.troubles(examined)));
    return found;
  });
}

async function version({ api }: SeededApi, receivedId: string) {
  const { headers } = await api.get(`/api/received/${encodeURIComponent(receivedId)}`);
  return { "if-match": String(headers.etag) };
}

describe("a referral that comes", () => {
  it("is answered OK, is on the unit's list with its named person, and is placed by hand as a course", async () => {
    const seeded = await seededApi();
    await told(seeded);
    const person = { personId: "solveig", name: "Solveig Myr" };
    const ofUnit = async () => (await seeded.api.get("/api/units/u1/received")).body.intakePerson;
    expect(await ofUnit()).toBe(null);
    expect((await seeded.api.post("/api/units/u1/intake-person", person)).status).toBe(201);
    expect(await ofUnit()).toEqual(person);
    const { status, text } = await send(seeded, NEW);
    expect(status).toBe(200);
    expect(receiptOf(text)).toMatchObject({ answer: "ok", errors: [] });
    const [row] = await list(seeded, "u1");
    expect(row).toMatchObject({
      state: "to-place",
      kind: "referral",
      personId: "solveig",
      lost: 0,
    });
    const url = `/api/received/${encodeURIComponent(row.receivedId)}`;
    const whole = await seeded.api.get(url);
    expect(whole.body.suggested).toEqual({ patientId: null, pathway: null });
    expect(whole.body.said.patient).toMatchObject({ name: "Åse Čáhppe Bekkelund" });
    expect(whole.body.said.words.map(({ text }: { text: string }) => text).join()).toContain(
      "Sover",
    );
    const place = { unitId: "u1", pathway: "tsb" };
    const before = await version(seeded, row.receivedId);
    const bad = await seeded.api.post(`${url}/place`, { unitId: "u1" }, before);
    expect(bad.status).toBe(422);
    const placed = await seeded.api.post(`${url}/place`, place, before);
    expect(placed).toMatchObject({ status: 201, body: { state: "placed" } });
    expect(await list(seeded, "u1")).toEqual([]);
    expect(await list(seeded, "u1", "?state=placed")).toMatchObject([
      { patientId: expect.any(String) },
    ]);
    const course = await seeded.api.get(`/api/courses/${placed.body.courseId}`);
    expect(course.body.patient.name).toBe("Åse Čáhppe Bekkelund");
    expect(course.body.records).toMatchObject([
      { event: "referral-received", occurredOn: "2024-03-20" },
    ]);
    const again = await seeded.api.post(`${url}/place`, place, before);
    expect(again.status).toBe(409);

    // What the referrer sends later about the same referral finds it by itself.
    const referral = await referralOfCourse(seeded, placed.body.courseId);
    expect(referral).toMatchObject({ state: "waiting", urgency: "soon" });
    expect((await send(seeded, sample("henvisning-2.0-endring.xml"))).status).toBe(200);
    expect((await send(seeded, sample("henvisning-2.0-kansellering.xml"))).status).toBe(200);
    expect(await list(seeded, "u1")).toEqual([]);
    expect(await list(seeded, "u1", "?state=placed")).toHaveLength(3);
    const cancelled = await referralOfCourse(seeded, placed.body.courseId);
    expect(cancelled.state).toBe("cancelled");
    expect(await troubles(seeded)).toEqual([]);
  });

  it("has one effect and one receipt, however often it comes", async () => {
    const seeded = await seededApi();
    await told(seeded);
    const first = await send(seeded, NEW);
    const again = await Promise.all([send(seeded, NEW), send(seeded, NEW)]);
    expect(again.map(({ text }) => text)).toEqual([first.text, first.text]);
    expect(await list(seeded, "u1")).toHaveLength(1);
    const other = NEW.replace("Sover", "Ligger");
    expect(receiptOf((await send(seeded, other)).text)).toMatchObject({
      answer: "rejected",
      errors: [{ value: "E10" }],
    });
    expect(await list(seeded, "u1", "?state=quarantined")).toHaveLength(1);
  });

  it("that is sent on with a pathway, of a patient who is known, is placed by itself", async () => {
    const seeded = await seededApi();
    await told(seeded);
    const number = /<mh:Id>(\d{11})<\/mh:Id>/.exec(ONWARD)?.[1];
    await seeded.store.database.asOwner((client) =>
      client.query("UPDATE rettvei.patient SET person_number = $1 WHERE patient_id = 'n00-p1'", [
        number,
      ]),
    );
    const her = aboutMessage(Buffer.from(ONWARD));
    if (!her.ok) throw new Error("the sample is no XML");
    const unit = her.about.receiver?.organisation?.parts[0]?.idents[0]?.id ?? "";
    await seeded.api.post(
      "/api/addresses",
      {
        partyId: "u9",
        name: "Nordsiden",
        url: null,
        closed: false,
        unitId: "u9",
        numbers: [{ kind: "HER", number: unit }],
      },
      OPERATOR,
    );
    expect((await send(seeded, ONWARD)).status).toBe(200);
    const [placed] = await list(seeded, "u9", "?state=placed");
    expect(placed).toMatchObject({ patientId: "n00-p1", courseId: expect.any(String) });
  });

  it("to a unit that nobody knows or that is closed is on the list of the unit for such", async () => {
    const seeded = await seededApi();
    await told(seeded);
    await send(seeded, NEW.replace("9900210", "1234567"));
    expect(await list(seeded, "u9")).toHaveLength(1);
    const closed = { partyId: "u1", name: "Solsiden", url: null, unitId: "u1", closed: true };
    await seeded.api.post(
      "/api/addresses",
      { ...closed, numbers: [{ kind: "HER", number: "9900210" }] },
      OPERATOR,
    );
    await send(seeded, sample("henvisning-2.0-endring.xml"));
    expect(await list(seeded, "u9")).toHaveLength(2);
  });
});

describe("a message that cannot be read", () => {
  it("is rejected by a receipt with its problems where its sender is known, and in quarantine until somebody is done", async () => {
    const seeded = await seededApi();
    await told(seeded);
    const { status, text } = await send(seeded, NEW.replace("<ReqServ>", "<Unknown/><ReqServ>"));
    expect(status).toBe(200);
    const receipt = receiptOf(text);
    expect(receipt).toMatchObject({ answer: "rejected", errors: [{ value: "T02" }] });
    const [row] = await list(seeded, "u1", "?state=quarantined");
    expect(row).toMatchObject({ kind: "unread", problems: 1 });
    const url = `/api/received/${encodeURIComponent(row.receivedId)}`;
    const whole = await seeded.api.get(url);
    expect(Buffer.from(whole.body.original, "base64").toString()).toContain("<Unknown/>");
    const seen = await version(seeded, row.receivedId);
    const done = await seeded.api.post(`${url}/done`, { reason: "answered-the-sender" }, seen);
    expect(done.body.state).toBe("done");
  });

  it("is refused and kept where not even its sender is known", async () => {
    const seeded = await seededApi();
    await told(seeded);
    for (const xml of ["", "<x/>", "no xml", '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>']) {
      expect((await send(seeded, xml)).status).toBe(400);
    }
    expect(await list(seeded, "u9", "?state=quarantined")).toHaveLength(4);
    await send(seeded, "<x/>");
    expect(await list(seeded, "u9", "?state=quarantined")).toHaveLength(4);
    expect(await troubles(seeded)).toEqual([]);
  });
});

describe("an application receipt that comes", () => {
  it("for a message that we never sent is on somebody's list", async () => {
    const seeded = await seededApi();
    await told(seeded);
    const { text } = await send(seeded, NEW);
    expect((await send(seeded, text)).status).toBe(204);
    expect(await list(seeded, "u9")).toMatchObject([{ kind: "receipt", state: "quarantined" }]);
  });
});
