// Proves that what is written while the service is tried out goes out, and is told to have arrived by whoever took it.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, startProduct } from "./product.ts";
import { type Ask, coordinatorAt, signIn } from "./sign-in.ts";

const PATIENCE = { timeout: 60_000, interval: 250 };
const REFERRER = "referrer-000000101";
const UNIT = "9900001";

let dataDir: string;
let product: Product;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "rettvei-e2e-"));
  product = await startProduct(dataDir, 30);
});
afterAll(async () => {
  await product?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const referral = {
  unitId: UNIT,
  pathway: "tsb",
  urgency: "ordinary",
  patient: { personNumber: "65888700085", name: "Testine Skinnbakken", birthYear: 1988 },
  referrer: {
    name: "Fanny Fastlege",
    organisation: "Lykkebo legekontor",
    phone: "99 99 99 99",
    address: "9900101",
  },
  points: [],
  incompleteBecause: "Resten ettersendes.",
};

async function post(ask: Ask, path: string, body: object, version?: string) {
  const headers = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    ...(version === undefined ? {} : { "if-match": version }),
  };
  const answer = await ask(path, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  expect([answer.status, text]).toEqual([201, text]);
  return { body: JSON.parse(text), version: String(answer.headers.get("etag")) };
}

interface Listed {
  readonly to: { readonly kind: string };
}

async function delivered(ask: Ask): Promise<readonly string[]> {
  const answer = await ask(`/api/units/${UNIT}/messages?state=delivered`);
  const { messages } = (await answer.json()) as { readonly messages: readonly Listed[] };
  return [...new Set(messages.map(({ to }) => to.kind))].sort();
}

it("the referrer and the patient get what is written to them, and their receipts come back", async () => {
  const gp = await signIn(product.url, REFERRER);
  const coordinator = await signIn(product.url, coordinatorAt(UNIT));
  const sent = await post(gp.ask, "/api/referrals", referral);
  await post(
    coordinator.ask,
    `/api/referrals/${sent.body.referralId}/refuse`,
    {
      reasons: "Helsehjelpen kan gis i kommunen.",
      furtherMeasures: "Ta kontakt med kommunens rus- og psykiatriteam.",
      howToComplain: "Du kan klage til statsforvalteren. Klagen sendes til oss.",
      author: { givenName: "Siri", familyName: "Spesialist", telephone: "99 99 99 99" },
    },
    sent.version,
  );
  await expect.poll(() => delivered(coordinator.ask), PATIENCE).toEqual(["patient", "referrer"]);
  const open = await coordinator.ask(`/api/units/${UNIT}/messages`);
  expect(((await open.json()) as { messages: readonly unknown[] }).messages).toEqual([]);
});
