// Proves over HTTP that a course changes hands only when it is accepted, that nothing falls between, and both clocks.
import { beforeAll, describe, expect, it } from "vitest";
import { refreshMatters } from "../../facts/refresh-matters.ts";
import { refreshAll } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { as } from "../../testing/referring.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import type { Answer } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
  await store.database.pool.query(
    `INSERT INTO rettvei.unit (unit_id, name, kind, hf_name, rhf_name, synthetic)
     VALUES ('u2', 'Nabo DPS', 'dps', 'HF', 'RHF', true)`,
  );
});

const U1 = as({ actorId: "k1", unitIds: ["u1"] });
const U2 = as({ actorId: "k2", unitIds: ["u2"] });
const U9 = as({ actorId: "k9", unitIds: ["u9"] });

function offer(courseId: string, toUnitId: string): Promise<Answer> {
  const body = { toUnitId, reason: "Flytter.", summary: "Time hver uke." };
  return api.post(`/api/courses/${courseId}/transfers`, body, U1);
}

async function answer(
  { body, headers }: Answer,
  path: string,
  who: Record<string, string>,
): Promise<Answer> {
  const version = { "if-match": String(headers.etag) };
  const words = path === "accept" ? {} : { reason: "Ikke vårt område." };
  return api.post(`/api/transfers/${body.transferId}/${path}`, words, { ...version, ...who });
}

async function workList(unitId: string, who: Record<string, string>): Promise<readonly string[]> {
  const { body } = await api.get(`/api/units/${unitId}/work-list?limit=200`, who);
  return body.rows.map(({ courseId }: { courseId: string }) => courseId);
}

async function open(unitId: string, who: Record<string, string>): Promise<Answer["body"]> {
  return (await api.get(`/api/units/${unitId}/transfers`, who)).body;
}

function ids(transfers: readonly { transferId: string }[]): readonly string[] {
  return transfers.map(({ transferId }) => transferId);
}

describe("an offer that nobody has answered", () => {
  it("stands on both units' lists with who has to do what, and the course stays with its sender", async () => {
    const offered = await offer("n00-c1", "u2");
    expect([offered.status, offered.body.reach, offered.body.dueOn]).toEqual([
      201,
      "within-trust",
      "2024-03-27",
    ]);
    const [to] = (await open("u2", U2)).toHere;
    const [from] = (await open("u1", U1)).fromHere;
    expect([to.owner, from.owner]).toEqual([
      { unitId: "u2", for: "answer" },
      { unitId: "u1", for: "care" },
    ]);
    expect(await workList("u1", U1)).toContain("n00-c1");
    expect(await workList("u2", U2)).toEqual([]);
    expect((await api.get("/api/courses/n00-c1", U2)).status).toBe(200);
    const again = await offer("n00-c1", "u9");
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
  });

  it("is answered by the receiver and withdrawn by the sender only", async () => {
    const offered = await offer("n01-c1", "u2");
    expect((await answer(offered, "accept", U1)).status).toBe(403);
    expect((await answer(offered, "withdraw", U2)).status).toBe(403);
    expect((await answer(offered, "accept", U9)).status).toBe(404);
    const onward = await api.post(
      "/api/courses/n01-c1/transfers",
      { toUnitId: "u9", reason: "Videre." },
      U2,
    );
    expect(onward.status).toBe(403);
  });

  it("is due by the law's time for an onward referral where it goes to another trust", async () => {
    const { body } = await offer("n02-c1", "u9");
    expect([body.reach, body.dueOn]).toEqual(["between-trusts", "2024-04-08"]);
  });

  it.each([
    "decline",
    "withdraw",
  ])("is ended by %s with a reason, and nothing has moved", async (path) => {
    const courseId = path === "decline" ? "n03-c1" : "n04-c1";
    const who = path === "decline" ? U2 : U1;
    const offered = await offer(courseId, "u2");
    const ended = await answer(offered, path, who);
    expect([ended.status, ended.body.answer]).toEqual([201, "Ikke vårt område."]);
    expect(await workList("u1", U1)).toContain(courseId);
    expect(ids((await open("u2", U2)).toHere)).not.toContain(offered.body.transferId);
    expect((await api.get(`/api/courses/${courseId}`, U2)).status).toBe(404);
    expect((await answer(offered, "accept", U2)).status).not.toBe(201);
    expect((await offer(courseId, "u2")).status).toBe(201);
  });
});

describe("a transfer within a trust", () => {
  it("moves the same course to the unit that accepts: its list, its page, its access", async () => {
    const assignments = "/api/courses/n05-c1/assignments";
    const holder = { role: "coordinator", personId: "k1", personName: "Kari", unitId: "u1" };
    await api.post(assignments, holder, { ...U1, "if-match": '"0"' });
    const accepted = await answer(await offer("n05-c1", "u2"), "accept", U2);
    expect([accepted.status, accepted.body.state]).toEqual([201, "accepted"]);
    expect(await workList("u2", U2)).toContain("n05-c1");
    expect(await workList("u1", U1)).not.toContain("n05-c1");
    const page = await api.get("/api/courses/n05-c1", U2);
    expect(page.body.position).toMatchObject({ unitId: "u2", unitName: "Nabo DPS", running: true });
    expect((await api.get("/api/courses/n05-c1", U1)).status).toBe(404);
    const rows = (await api.get("/api/units/u2/not-assigned", U2)).body.rows;
    expect(rows.map(({ courseId }: { courseId: string }) => courseId)).toContain("n05-c1");
  });

  it("holds for what is registered after it, and not for what is registered late from before", async () => {
    await answer(await offer("n06-c1", "u2"), "accept", U2);
    const register = async (record: object): Promise<Answer> => {
      const etag = String((await api.get("/api/courses/n06-c1", U2)).headers.etag);
      const url = "/api/courses/n06-c1/records";
      return api.post(url, { records: [record] }, { ...U2, "if-match": etag });
    };
    const late = await register({ event: "evaluation", occurredOn: "2024-03-10", unitId: "u1" });
    expect([late.status, late.body.course.position.unitId]).toEqual([201, "u2"]);
    const { body } = await register({ event: "evaluation", occurredOn: "2024-03-20" });
    expect(body.course.position.unitId).toBe("u2");
    expect(body.course.records.at(-1).unitId).toBe("u2");
    expect(await workList("u2", U2)).toContain("n06-c1");
  });
});

describe("all that is kept of judging", () => {
  it("can be thrown away: who coordinates, and who took over, are told by the facts", async () => {
    const kept = "SELECT * FROM rettvei.course_state WHERE course_id LIKE 'n0%' ORDER BY course_id";
    const before = (await store.database.pool.query(kept)).rows;
    await store.database.pool.query("DELETE FROM rettvei.course_state");
    await store.database.pool.query("DELETE FROM rettvei.matter");
    await refreshAll(store, today(store));
    await refreshMatters(store);
    expect((await store.database.pool.query(kept)).rows).toEqual(before);
    expect(before.find((row) => row.course_id === "n05-c1").unit_id).toBe("u2");
  });
});

describe("a transfer between trusts", () => {
  it("ends one course on the day that the receiver's own begins, by the date its edition names", async () => {
    const offered = await offer("n07-c1", "u9");
    store.setToday("2024-03-22");
    const accepted = await answer(offered, "accept", U9);
    const { newCourseId } = accepted.body;
    const own = (await api.get(`/api/courses/${newCourseId}`, U9)).body;
    const sent = (await api.get("/api/courses/n07-c1", U1)).body;
    store.setToday("2024-03-20");
    expect(accepted.status).toBe(201);
    const told = own.records.map((one: { event: string; occurredOn: string }) => [
      one.event,
      one.occurredOn,
    ]);
    expect(told).toEqual([
      ["referral-received", "2024-03-20"],
      ["referral-assessed", "2024-03-22"],
      ["pathway-start", "2024-03-20"],
    ]);
    expect(own.findings).toEqual([]);
    expect(own.position.unitId).toBe("u9");
    expect(sent.position.running).toBe(false);
    expect(sent.records.at(-1)).toMatchObject({ event: "transfer-out", occurredOn: "2024-03-20" });
    expect(sent.findings.map(({ id }: { id: string }) => id)).not.toContain(
      "transfer-without-receiving-start",
    );
  });

  it("starts on the day of the assessment under the simplified editions", async () => {
    store.setToday("2026-03-16");
    const offered = await offer("n08-c1", "u9");
    store.setToday("2026-03-20");
    const { body } = await answer(offered, "accept", U9);
    const own = (await api.get(`/api/courses/${body.newCourseId}`, U9)).body;
    const sent = (await api.get("/api/courses/n08-c1", U1)).body;
    store.setToday("2024-03-20");
    expect(own.edition.edition).toBe("2025-01-01");
    expect(own.records.at(-1)).toMatchObject({ event: "pathway-start", occurredOn: "2026-03-20" });
    expect(sent.records.at(-1)).toMatchObject({ event: "transfer-out", occurredOn: "2026-03-20" });
  });

  it("shows both clocks to one who may see both courses, and one to who may see one", async () => {
    const { body } = await answer(await offer("n09-c1", "u9"), "accept", U9);
    const both = as({ unitIds: ["u1", "u9"] });
    const url = `/api/courses/${body.newCourseId}/transfers`;
    const { clocks, transfers } = (await api.get(url, both)).body;
    expect(clocks).toMatchObject([
      { courseId: "n09-c1", startedOn: "2024-02-14", endedOn: "2024-03-20" },
      { courseId: body.newCourseId, startedOn: "2024-03-20", endedOn: null },
    ]);
    expect(ids(transfers)).toEqual([body.transferId]);
    const mine = (await api.get(url, U9)).body;
    expect(mine.clocks).toMatchObject([{ courseId: body.newCourseId }]);
    const theirs = (await api.get("/api/courses/n09-c1/transfers", U1)).body;
    expect([theirs.transfers[0].newCourseId, theirs.clocks.length]).toEqual([null, 1]);
  });

  it("carries those outside along, and leaves the receiver to give its own tasks", async () => {
    const url = "/api/courses/n10-c1/assignments";
    const give = (role: string, version: string) =>
      api.post(url, { role, personId: role, personName: role }, { ...U1, "if-match": version });
    const first = await give("municipal-contact", '"0"');
    await give("coordinator", String(first.headers.etag));
    const { body } = await answer(await offer("n10-c1", "u9"), "accept", U9);
    const own = (await api.get(`/api/courses/${body.newCourseId}/assignments`, U9)).body;
    expect(own.held.map(({ role }: { role: string }) => role)).toEqual(["municipal-contact"]);
    const rows = (await api.get("/api/units/u9/not-assigned", U9)).body.rows;
    expect(rows.map(({ courseId }: { courseId: string }) => courseId)).toContain(body.newCourseId);
  });
});

describe("a transfer to a private specialist", () => {
  it("ends the course by the edition's event", async () => {
    const body = { name: "Avtalespesialist Ask", reason: "Avslutter der." };
    const url = "/api/courses/n11-c1/private-specialist";
    const { status, body: sent } = await api.post(url, body, U1);
    expect([status, sent.state, sent.toName]).toEqual([201, "sent-out", "Avtalespesialist Ask"]);
    const page = (await api.get("/api/courses/n11-c1", U1)).body;
    expect(page.position.running).toBe(false);
    expect(page.records.at(-1)).toMatchObject({ event: "transfer-private-specialist" });
    const again = await api.post(url, body, U1);
    expect([again.status, again.body.error.code]).toEqual([409, "not-now"]);
  });
});
