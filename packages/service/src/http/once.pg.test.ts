// Proves that a request has one effect and one answer under its key, however often and from however many it comes.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetOldAnswers } from "../store/answered-requests.ts";
import { keptRecords } from "../testing/kept.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import type { Answer } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

const CLIENTS = 64;
const EVALUATION = { records: [{ event: "evaluation", occurredOn: "2024-03-19" }] };

function opening(patientId: string): object {
  const records = [{ event: "pathway-start", occurredOn: "2024-03-19" }];
  return { patientId, pathway: "tsb", unitId: "u1", records };
}

async function etagOf(courseId: string): Promise<string> {
  return String((await api.get(`/api/courses/${courseId}`)).headers.etag);
}

function post(courseId: string, key: string, version: string, body = EVALUATION): Promise<Answer> {
  const headers = { "idempotency-key": key, "if-match": version };
  return api.post(`/api/courses/${courseId}/records`, body, headers);
}

function fromAll(ask: () => Promise<Answer>): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: CLIENTS }, ask));
}

describe("one key", () => {
  it("from 64 clients at once gives one record and 64 equal answers", async () => {
    const version = await etagOf("n00-c1");
    const answers = await fromAll(() => post("n00-c1", "race-on-one-key", version));
    expect(answers.map(({ status }) => status)).toEqual(Array(CLIENTS).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
    expect(await keptRecords(store, "n00-c1")).toHaveLength(5);
  });

  it("from 64 clients at once opens one course, whose id we made", async () => {
    const headers = { "idempotency-key": "race-to-open" };
    const body = opening("race-p");
    const answers = await fromAll(() => api.post("/api/courses", body, headers));
    expect(answers.map(({ status }) => status)).toEqual(Array(CLIENTS).fill(201));
    expect(new Set(answers.map((answer) => answer.body.course.courseId)).size).toBe(1);
    const { rows } = await store.database.pool.query(
      "SELECT 1 FROM rettvei.course WHERE patient_id = 'race-p'",
    );
    expect(rows).toHaveLength(1);
    // Each of them was told of the patient, also those who got the kept answer.
    const { rows: audited } = await store.database.pool.query<{ patient_ids: string[] }>(
      "SELECT patient_ids FROM rettvei.audit_entry WHERE route = 'POST /api/courses' AND 'race-p' = ANY (patient_ids)",
    );
    expect(audited).toHaveLength(CLIENTS);
  });

  it("sent again is answered as it was, letter by letter, whatever came in between or of the version", async () => {
    const version = await etagOf("n01-c1");
    const url = "/api/courses/n01-c1/records";
    const headers = { "idempotency-key": "sent-again", "if-match": version };
    const ask = () => api.app.inject({ method: "POST", url, headers, payload: EVALUATION });
    const first = await ask();
    await api.register("n01-c1", [{ event: "closure", occurredOn: "2024-03-20" }]);
    store.setToday("2024-03-25");
    const again = await ask();
    store.setToday("2024-03-20");
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(again.headers.etag).toBe(first.headers.etag);
    const versionless = await api.post(url, EVALUATION, { "idempotency-key": "sent-again" });
    expect(versionless.body).toEqual(first.json());
    expect(await keptRecords(store, "n01-c1")).toHaveLength(6);
  });

  it("is of one request: the order of its fields is none of it, any other word, course or route is", async () => {
    const version = await etagOf("n02-c1");
    const key = "of-one-request";
    const first = await post("n02-c1", key, version);
    const turned = { records: [{ occurredOn: "2024-03-19", event: "evaluation" }] };
    expect((await post("n02-c1", key, version, turned)).body).toEqual(first.body);
    const other = { records: [{ event: "evaluation", occurredOn: "2024-03-18" }] };
    const refusals = [
      await post("n02-c1", key, version, other),
      await post("n03-c1", key, await etagOf("n03-c1")),
      await api.post("/api/courses", opening("n02-p1"), { "idempotency-key": key }),
    ];
    for (const { status, body } of refusals)
      expect([status, body.error.code]).toEqual([422, "key-reused"]);
    expect(await keptRecords(store, "n02-c1")).toHaveLength(5);
    expect(await keptRecords(store, "n03-c1")).toHaveLength(4);
  });

  it("is not used up by a refusal", async () => {
    const key = "refused-at-first";
    expect((await post("n04-c1", key, '"1"')).status).toBe(409);
    expect((await post("n04-c1", key, await etagOf("n04-c1"))).status).toBe(201);
    expect(await keptRecords(store, "n04-c1")).toHaveLength(5);
  });

  it("is asked of every request that writes, and of no other", async () => {
    const none = { "idempotency-key": undefined };
    for (const [url, body] of [
      ["/api/courses/n05-c1/records", EVALUATION],
      ["/api/courses", opening("n05-p1")],
    ] as const) {
      const { status, body: answer } = await api.post(url, body, none);
      expect([status, answer.error.details[0].path]).toEqual([400, "/idempotency-key"]);
    }
    const short = await post("n05-c1", "short", await etagOf("n05-c1"));
    expect([short.status, short.body.error.details[0].path]).toEqual([400, "/idempotency-key"]);
    const preview = await api.post("/api/courses/n05-c1/preview", EVALUATION, none);
    expect(preview.status).toBe(200);
    const { paths } = (await api.get("/api/openapi.json")).body;
    const unkeyed = Object.entries<Record<string, { parameters?: { name: string }[] }>>(paths)
      .filter(([, { post: posted }]) => posted !== undefined)
      .filter(([, { post: posted }]) =>
        posted?.parameters?.every(({ name }) => name !== "idempotency-key"),
      )
      .map(([path]) => path);
    expect(unkeyed.sort()).toEqual([
      "/api/courses/{courseId}/preview",
      "/api/referrals/{referralId}/letter",
      "/api/units/{unitId}/work-list/search",
    ]);
    expect(await keptRecords(store, "n05-c1")).toHaveLength(4);
  });
});

describe("what was answered", () => {
  const day = (n: number): Date => new Date(Date.UTC(2024, 2, 20 + n, 11));

  it("is kept for thirty days, then the key is free again", async () => {
    const key = randomUUID();
    const first = await post("n06-c1", key, await etagOf("n06-c1"));
    await forgetOldAnswers(store.database.pool, day(30));
    expect((await post("n06-c1", key, await etagOf("n06-c1"))).body).toEqual(first.body);
    await forgetOldAnswers(store.database.pool, day(31));
    const again = await post("n06-c1", key, await etagOf("n06-c1"));
    expect(again.body).not.toEqual(first.body);
    expect(await keptRecords(store, "n06-c1")).toHaveLength(6);
  });
});
