// Knows what a referral must say though its schema leaves it open.
import { type Codec, type Reading, report } from "../shape/codec.ts";
import { type Code, cs } from "../shape/kith-types.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import type { ReferralKind, ReferralMessage } from "./referral-message.ts";

/** Code system 7309; its other codes (historic, additional) are not for referrals. */
const KINDS: Readonly<Record<ReferralKind, Code>> = {
  new: { value: "N", display: "Ny" },
  change: { value: "M", display: "Endring" },
  cancel: { value: "C", display: "Kansellering" },
};

/** New, change or cancel, coded N, M or C. */
export const kind: Codec<ReferralKind> = {
  read: (element, reading) => {
    const { value } = cs.read(element, reading);
    if (value === "N") return "new";
    if (value === "M") return "change";
    if (value !== "C") report(reading, element, "bad-value", "N, M or C", "another code");
    return "cancel";
  },
  write: (value) => cs.write(KINDS[value]),
};

/** Whom it is about: a number or a name. */
export function checkPatient(
  element: XmlElement,
  { patient }: ReferralMessage,
  reading: Reading,
): void {
  const names = [patient.familyName, patient.givenName, patient.wholeName];
  const named = names.some((name) => name !== undefined && name.trim() !== "");
  if (!named && patient.idents.length === 0)
    report(reading, element, "missing-element", "a patient with a number or a name", "neither");
}
