// Proves that nobody changes a course without having seen it as it is: no update is lost.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
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

async function etagOf(courseId: string): Promise<string> {
  return String((await api.get(`/api/courses/${courseId}`)).headers.etag);
}

function evaluate(courseId: string, version: string, recordId: string = randomUUID()) {
  const body = { records: [{ recordId, event: "evaluation", occurredOn: "2024-03-19" }] };
  return api.post(`/api/courses/${courseId}/records`, body, { "if-match": version });
}

function statusesOf(answers: readonly Answer[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe("a change", () => {
  it("by 64 clients who have seen the same version succeeds for one and is stale for 63", async () => {
    const version = await etagOf("n00-c1");
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => evaluate("n00-c1", version)),
    );
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: 63 });
    const stale = answers.filter(({ status }) => status === 409);
    expect(new Set(stale.map(({ body }) => body.error.code))).toEqual(new Set(["stale"]));
    expect(await keptRecords(store, "n00-c1")).toHaveLength(5);
  });

  it("that is stale is told both versions, and its answer the new one of one that is not", async () => {
    const [before, first] = [
      await etagOf("n01-c1"),
      await evaluate("n01-c1", await etagOf("n01-c1")),
    ];
    expect(first.headers.etag).toBe(`"${first.body.course.lastRecordSeq}"`);
    const late = await evaluate("n01-c1", before);
    expect([late.status, late.body.error]).toEqual([
      409,
      expect.objectContaining({
        code: "stale",
        details: [{ path: "/if-match", expected: first.headers.etag, found: before }],
      }),
    ]);
    expect((await evaluate("n01-c1", String(first.headers.etag))).status).toBe(201);
  });

  it("is documented with its version, coming and going", async () => {
    const { paths } = (await api.get("/api/openapi.json")).body;
    const { post } = paths["/api/courses/{courseId}/records"];
    const versions = [paths["/api/courses/{courseId}"].get.responses[200], post.responses[201]];
    for (const { headers } of versions) expect(headers).toHaveProperty("ETag");
    expect(post.parameters.map(({ name }: { name: string }) => name)).toContain("if-match");
  });

  it("needs a version, one and the course's own", async () => {
    const url = "/api/courses/n02-c1/records";
    const body = { records: [{ event: "evaluation", occurredOn: "2024-03-19" }] };
    const missing = await api.post(url, body);
    expect([missing.status, missing.body.error.code]).toEqual([428, "version-missing"]);
    const version = await etagOf("n02-c1");
    for (const any of ["*", `W/${version}`, `${version}, "1"`, version.slice(1, -1), "now"]) {
      expect([any, (await api.post(url, body, { "if-match": any })).status]).toEqual([any, 400]);
    }
    expect((await evaluate("n02-c1", await etagOf("n03-c1"))).status).toBe(409);
    expect(await keptRecords(store, "n02-c1")).toHaveLength(4);
  });
});

describe("stale writes", () => {
  const STALE = Number(process.env.RETTVEI_STALE_WRITES ?? 2_000);
  const WRITERS = 51;

  /** Writers who have all seen the same version write at once; answers what the one who was first built on. */
  async function round(courseId: string, basedOn: Map<string, string>): Promise<number> {
    const version = await etagOf(courseId);
    const ids = Array.from({ length: WRITERS }, () => randomUUID());
    const answers = await Promise.all(ids.map((id) => evaluate(courseId, version, id)));
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: WRITERS - 1 });
    const winner = ids[answers.findIndex(({ status }) => status === 201)] ?? "";
    basedOn.set(winner, version);
    return WRITERS - 1;
  }

  it(`${STALE} of them lose no update: each record was written by one who had seen all before it`, async () => {
    const basedOn = new Map<string, string>();
    const courses = Array.from({ length: 8 }, (_, n) => `n${String(n + 4).padStart(2, "0")}-c1`);
    let refused = 0;
    while (refused < STALE) {
      const rounds = await Promise.all(courses.map((courseId) => round(courseId, basedOn)));
      refused += rounds.reduce((sum, stale) => sum + stale, 0);
    }
    const { rows } = await store.database.pool.query<{ id: string; before: string }>(
      `SELECT record_id AS id, '"' || lag(seq) OVER (PARTITION BY course_id ORDER BY seq) || '"' AS before
       FROM rettvei.record WHERE course_id = ANY ($1)`,
      [courses],
    );
    const written = rows.filter(({ id }) => basedOn.has(id));
    expect(written).toHaveLength(basedOn.size);
    expect(rows).toHaveLength(basedOn.size + courses.length * 4);
    expect(written.filter(({ id, before }) => basedOn.get(id) !== before)).toEqual([]);
  });
});
