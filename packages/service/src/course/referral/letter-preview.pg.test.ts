// Proves over HTTP that the letter that is previewed is the letter that is sent, in the patient's language, and that a
// preview sends nothing; and that an assessment sees the patient's other courses of the pathway.
import { beforeAll, expect, it } from "vitest";
import { AUTHOR, as, decide, GP, referral } from "../../testing/referring.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

const REFUSAL = {
  reasons: "Kan hjelpast i kommunen.",
  furtherMeasures: "Samtalar hos kommunepsykolog.",
  howToComplain: "Du kan klage til statsforvaltaren.",
};

async function referred(patientId: string, language: string): Promise<string> {
  const fields = { patient: { patientId }, pathway: "psykose", receivedOn: "2024-03-11", language };
  return (await api.post("/api/referrals", referral(fields))).body.referralId;
}

async function sent(): Promise<readonly { title: string; text: string }[]> {
  const { rows } = await store.database.pool.query(
    `SELECT body #>> '{content,title}' AS title, body #>> '{content,text}' AS text FROM rettvei.fact
     WHERE kind = 'message-written' AND body ->> 'purpose' IN ('refusal-letter', 'referral-answer')
       AND body #>> '{content,form}' = 'letter' ORDER BY seq`,
  );
  return rows;
}

it("shows the refusal as it will be sent, in the patient's own form of Norwegian", async () => {
  const referralId = await referred("n00-p1", "nn");
  const draft = { decision: "refuse", ...REFUSAL };
  const { body: gaps } = await api.post(`/api/referrals/${referralId}/letter`, {
    decision: "refuse",
  });
  expect(gaps.text).toContain("Slik kan du klage\n…");
  const { body: shown } = await api.post(`/api/referrals/${referralId}/letter`, draft);
  expect(await sent()).toEqual([]);
  expect((await decide(api, referralId, "refuse", { ...REFUSAL, author: AUTHOR })).status).toBe(
    201,
  );
  expect(shown.language).toBe("nn");
  expect(await sent()).toEqual([{ title: shown.title, text: shown.text }]);
  expect(shown.text).toContain("har vurdert tilvisinga");
});

it("writes the legal deadline in words", async () => {
  const referralId = await referred("n01-p1", "nb");
  const draft = { decision: "grant", legalDeadline: "2024-05-02" };
  const { body } = await api.post(`/api/referrals/${referralId}/letter`, draft);
  expect(body.text).toContain("senest 2. mai 2024");
});

it("is for the unit that decides, and for nobody who refers", async () => {
  const referralId = await referred("n02-p1", "nb");
  const path = `/api/referrals/${referralId}/letter`;
  expect((await api.post(path, { decision: "refuse" }, GP)).status).toBe(403);
  const other = as({ unitIds: ["u2"], actorId: "k2" });
  expect((await api.post(path, { decision: "refuse" }, other)).status).toBe(404);
});

it("shows the patient's other course of the pathway, and none of another", async () => {
  const fields = { patient: { patientId: "n03-p1" }, receivedOn: "2024-03-11" };
  const other = await referred("n03-p1", "nb");
  const { body } = await api.post("/api/referrals", referral(fields));
  const courses = async (id: string) =>
    (await api.get(`/api/referrals/${id}/earlier-courses`)).body.courses;
  expect(await courses(body.referralId)).toMatchObject([{ courseId: "n03-c1", running: true }]);
  expect(await courses(other)).toEqual([]);
});
