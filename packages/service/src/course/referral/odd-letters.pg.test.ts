// Proves that no letter in a referral brings the service down, however odd.
import { beforeAll, expect, it } from "vitest";
import { GP, referral } from "../../testing/referring.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
beforeAll(async () => {
  ({ api } = await seededApi());
});

const ODD = {
  "no character": "a\u0000b",
  "half a pair": "a\ud800b",
  "the other half": "a\udc00b",
  "what is no text": "\uffff\ufffe",
  "right to left": "\u202eabc",
};

it.each(Object.entries(ODD))("%s is taken as it is, or refused as bad input", async (_, text) => {
  const points = [{ item: "ref-symptoms", answer: "present", text }];
  for (const fields of [{ patientWords: text }, { points }, { referrer: { name: text } }]) {
    const { status, body } = await api.post("/api/referrals", referral(fields), GP);
    expect([201, 400]).toContain(status);
    if (status === 201) continue;
    expect(body.error.code).toBe("bad-input");
  }
});
