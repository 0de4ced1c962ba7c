// Knows how a test refers a patient over HTTP, and who the people of a referral are.
import type { Actor } from "../access/actor.ts";
import { ACTOR_HEADER, type Answer, COORDINATOR, type TestApp } from "./test-app.ts";

/** Headers that say who asks, like the coordinator of the tests but for what is given. */
export function as(actor: Partial<Actor>): Record<string, string> {
  return { [ACTOR_HEADER]: JSON.stringify({ ...COORDINATOR, ...actor }) };
}

export const GP = as({ actorId: "gp-1", role: "referrer", organisation: "LEGE", unitIds: [] });

/** Of people who do not exist: synthetic numbers. */
export const NUMBERS = ["65888700085", "21483609245"] as const;

export function referral(fields: object = {}): Record<string, unknown> {
  return {
    unitId: "u1",
    pathway: "tsb",
    urgency: "ordinary",
    patient: { personNumber: NUMBERS[0], name: "Testine Skinnbakken", birthYear: 1988 },
    referrer: { name: "Fanny Fastlege", organisation: "Lykkebo legekontor", phone: "99 99 99 99" },
    points: [{ item: "ref-symptoms", answer: "present", text: "Drikker daglig." }],
    incompleteBecause: "Resten ettersendes.",
    patientWords: "Jeg vil bli rusfri.",
    ...fields,
  };
}

export const AUTHOR = { givenName: "Siri", familyName: "Spesialist", telephone: "99 99 99 99" };

/** Posts something of the referral as it is now. */
export async function decide(
  api: TestApp,
  referralId: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { headers: seen } = await api.get(`/api/referrals/${referralId}/status`, headers);
  const version = seen.etag === undefined ? {} : { "if-match": String(seen.etag) };
  return api.post(`/api/referrals/${referralId}/${path}`, body, { ...version, ...headers });
}
