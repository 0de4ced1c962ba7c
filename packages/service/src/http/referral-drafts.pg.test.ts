// Proves that a referral that is being written is its writer's alone, is continued on another machine, and does not stay.
import { beforeAll, describe, expect, it } from "vitest";
import { tidy } from "../jobs/tidy-task.ts";
import { as, GP, referral } from "../testing/referring.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import type { Answer } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

const OTHER = as({ actorId: "gp-2", role: "referrer", organisation: "LEGE", unitIds: [] });
const WORDS = "Eg vil sove.";

function content(fields: object = {}): object {
  return {
    ...{ pathway: "tsb", unitId: "", urgency: "ordinary", personNumber: "65888", name: "Testine" },
    ...{ language: "nn", referrerName: "Fanny Fastlege", organisation: "", phone: "" },
    ...{ notGp: false, gpName: "", tellGp: false, points: [], incompleteBecause: "" },
    patientWords: WORDS,
    ...fields,
  };
}

async function begun(): Promise<Answer> {
  const answer = await api.post("/api/referral-drafts", content(), GP);
  expect(answer.status).toBe(201);
  return answer;
}

const save = (draftId: string, version: number, fields: object, who = GP): Promise<Answer> =>
  api.post(`/api/referral-drafts/${draftId}`, content(fields), {
    ...who,
    "if-match": `"${version}"`,
  });

const read = (draftId: string, who = GP): Promise<Answer> =>
  api.get(`/api/referral-drafts/${draftId}`, who);

async function kept(draftId: string): Promise<number> {
  const { rowCount } = await store.database.pool.query(
    "SELECT FROM rettvei.referral_draft WHERE draft_id = $1",
    [draftId],
  );
  return rowCount ?? 0;
}

describe("a referral that is being written", () => {
  it("is continued where it was left, half written as it is", async () => {
    const { draftId, version } = (await begun()).body;
    const point = { item: "ref-symptoms", text: "Drikker dag" };
    expect((await save(draftId, version, { points: [point] })).body.version).toBe(2);
    const { body, headers } = await read(draftId);
    expect(body.content).toEqual(content({ points: [point] }));
    expect(headers.etag).toBe('"2"');
    const { drafts } = (await api.get("/api/referral-drafts", GP)).body;
    expect(drafts[0]).toMatchObject({ draftId, pathway: "tsb", name: "Testine", unitId: "" });
  });

  it("is not written over by another machine that has not seen it", async () => {
    const { draftId } = (await begun()).body;
    expect((await save(draftId, 1, { name: "Her" })).status).toBe(201);
    const late = await save(draftId, 1, { name: "Der" });
    expect([late.status, late.body.error.code]).toEqual([409, "stale"]);
    expect((await read(draftId)).body.content.name).toBe("Her");
  });

  it("is there for nobody but its writer, in routes and in the database", async () => {
    const { draftId } = (await begun()).body;
    expect((await read(draftId, OTHER)).status).toBe(404);
    expect((await save(draftId, 1, {}, OTHER)).status).toBe(404);
    const path = `/api/referral-drafts/${draftId}/delete`;
    expect((await api.post(path, {}, OTHER)).status).toBe(404);
    expect((await api.get("/api/referral-drafts", OTHER)).body.drafts).toEqual([]);
    expect((await api.get("/api/referral-drafts")).status).toBe(403);
    // A statement that forgets to ask whose it is.
    const client = await store.database.requests.connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT set_config('rettvei.actor', 'gp-2', true)");
      const { rowCount } = await client.query("SELECT FROM rettvei.referral_draft");
      expect(rowCount).toBe(0);
      await client.query("ROLLBACK");
    } finally {
      client.release();
    }
  });

  it("is deleted by its writer, once", async () => {
    const { draftId } = (await begun()).body;
    const path = `/api/referral-drafts/${draftId}/delete`;
    expect((await api.post(path, {}, GP)).status).toBe(201);
    expect((await api.post(path, {}, GP)).status).toBe(404);
    expect(await kept(draftId)).toBe(0);
  });

  it("is gone when it is sent, and stays where the sending is refused", async () => {
    const { draftId } = (await begun()).body;
    const refused = await api.post("/api/referrals", referral({ draftId, pathway: "none" }), GP);
    expect([refused.status, await kept(draftId)]).toEqual([400, 1]);
    const sent = await api.post("/api/referrals", referral({ draftId }), GP);
    expect([sent.status, await kept(draftId)]).toEqual([201, 0]);
  });

  it("is thrown away thirty days after it was saved last", async () => {
    const { draftId, deletedAt } = (await begun()).body;
    const end = Date.parse(deletedAt);
    await tidy(store, new Date(end - 1));
    expect(await kept(draftId)).toBe(1);
    await tidy(store, new Date(end + 1));
    expect(await kept(draftId)).toBe(0);
  });

  it("leaves its words in no kept answer, and an audit of each look and each saving", async () => {
    const { draftId } = (await begun()).body;
    await save(draftId, 1, {});
    await read(draftId);
    const { pool } = store.database;
    const copies = await pool.query(
      "SELECT FROM rettvei.answered_request WHERE answer LIKE '%' || $1 || '%' AND answer LIKE '%draftId%'",
      [WORDS],
    );
    expect(copies.rowCount).toBe(0);
    const { rows } = await pool.query(
      `SELECT DISTINCT route FROM rettvei.audit_entry
       WHERE actor_id = 'gp-1' AND resource = 'own-draft' AND outcome = 'allowed' ORDER BY route`,
    );
    expect(rows.map(({ route }) => route)).toEqual([
      "GET /api/referral-drafts",
      "GET /api/referral-drafts/:draftId",
      "POST /api/referral-drafts",
      "POST /api/referral-drafts/:draftId",
      "POST /api/referral-drafts/:draftId/delete",
    ]);
  });
});
