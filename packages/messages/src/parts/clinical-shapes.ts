// Knows how clinical facts stand in a referral: the same classes in 1.x and 2.0, with times and kinds written differently.
import type { Codec } from "../shape/codec.ts";
import { many, one, optional, some } from "../shape/fields.ts";
import { type Code, cs, cv, pq } from "../shape/kith-types.ts";
import { text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import type {
  ClinicalItem,
  Diagnosis,
  ExaminationResult,
  HeadedText,
  Medication,
  Observation,
  Precaution,
} from "./clinical.ts";

export interface ClinicalStyle {
  readonly uri: string;
  /** How a moment is written. */
  readonly moment: Codec<string>;
  /** How a result that is a date is written. */
  readonly dateResult: Codec<string>;
  /** How the kind of an item, and the heading of a text, are coded. */
  readonly kind: Codec<Code>;
}

export function clinicalShapes(style: ClinicalStyle) {
  const { uri, moment, kind } = style;
  const observation: Codec<Observation> = sequence(uri, {
    description: optional("Description", text),
    comment: optional("Comment", text),
  });
  const item: Codec<ClinicalItem> = sequence(
    uri,
    {
      result: optional("ResultItem", resultShape(style)),
      medication: optional("Medication", medicationShape(uri)),
      observation: optional("Observation", observation),
      about: one("Type", kind),
      from: optional("StartDateTime", moment),
      to: optional("EndDateTime", moment),
      recordedAt: optional("OrgDate", moment),
    },
    [{ of: ["result", "medication", "observation"], mustBe: true }],
  );
  const precaution: Codec<Precaution> = sequence(uri, {
    text: one("Precaution", text),
    from: optional("StartDateTime", moment),
    to: optional("EndDateTime", moment),
  });
  const reason = headedText(uri, kind, "TextCode");
  return { item, precaution, reason, diagnosis: diagnosisShape(uri) };
}

export function headedText(uri: string, kind: Codec<Code>, codes: string): Codec<HeadedText> {
  return sequence(uri, {
    heading: optional("Heading", kind),
    text: optional("TextResultValue", text),
    codes: many(codes, cv),
  });
}

export function diagnosisShape(uri: string): Codec<Diagnosis> {
  const modifier = sequence(uri, { name: one("Name", cs), values: some("Value", cv) });
  return sequence(uri, { concept: one("Concept", cv), modifiers: many("Modifier", modifier) });
}

export function medicationShape(uri: string): Codec<Medication> {
  return sequence(uri, {
    drug: one("DrugId", cv),
    comment: optional("Comment", text),
    status: one("Status", cs),
    duration: optional("IntendedDuration", pq),
    supplied: optional("QuantitySupplied", pq),
    dose: optional("UnitDose", pq),
    dosage: optional("DosageText", text),
  });
}

function resultShape({ uri, moment, dateResult }: ClinicalStyle): Codec<ExaminationResult> {
  const worded = sequence(uri, {
    heading: optional("Heading", cs),
    text: optional("TextResultValue", text),
    code: optional("TextCode", cv),
  });
  const interval = sequence(uri, { low: optional("Low", pq), high: optional("High", pq) });
  const number = sequence(uri, {
    comparator: optional("ArithmeticComp", cs),
    value: one("NumResultValue", pq),
  });
  return sequence(
    uri,
    {
      worded: optional("TextResult", sequence(uri, { result: optional("Result", worded) })),
      interval: optional("Interval", interval),
      date: optional("DateResult", sequence(uri, { value: one("DateResultValue", dateResult) })),
      number: optional("NumResult", number),
      kind: optional("ServType", cs),
      examinedOn: optional("InvDate", moment),
      comment: optional("Comment", text),
      deviation: optional("DevResultInd", cs),
      examination: one(
        "ClinInv",
        sequence(uri, { id: one("Id", cv), specifications: many("Spec", cv) }),
      ),
    },
    [{ of: ["worded", "interval", "date", "number"], mustBe: true }],
  );
}
