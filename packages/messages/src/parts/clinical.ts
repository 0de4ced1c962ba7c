// Knows clinical facts as referrals and discharge summaries carry them.
import type { Code, Quantity } from "../shape/kith-types.ts";

export interface Medication {
  readonly drug: Code;
  readonly comment?: string;
  readonly status: Code;
  readonly duration?: Quantity;
  readonly supplied?: Quantity;
  readonly dose?: Quantity;
  readonly dosage?: string;
}

export interface Observation {
  readonly description?: string;
  readonly comment?: string;
}

export interface WordedResult {
  readonly heading?: Code;
  readonly text?: string;
  readonly code?: Code;
}

/** Exactly one of `worded`, `interval`, `date` and `number` is there. */
export interface ExaminationResult {
  readonly worded?: { readonly result?: WordedResult };
  readonly interval?: { readonly low?: Quantity; readonly high?: Quantity };
  readonly date?: { readonly value: string };
  readonly number?: { readonly comparator?: Code; readonly value: Quantity };
  readonly kind?: Code;
  readonly examinedOn?: string;
  readonly comment?: string;
  readonly deviation?: Code;
  readonly examination: { readonly id: Code; readonly specifications: readonly Code[] };
}

/** One clinical fact: exactly one of `result`, `medication` and `observation` is there. */
export interface ClinicalItem {
  readonly result?: ExaminationResult;
  readonly medication?: Medication;
  readonly observation?: Observation;
  /** What it is about, code system 8233: FUNN, MEDB, CAVE, ANAM, … */
  readonly about: Code;
  readonly from?: string;
  readonly to?: string;
  readonly recordedAt?: string;
}

export interface Precaution {
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

export interface HeadedText {
  readonly heading?: Code;
  readonly text?: string;
  readonly codes: readonly Code[];
}

export interface Modifier {
  readonly name: Code;
  readonly values: readonly Code[];
}

export interface Diagnosis {
  readonly concept: Code;
  readonly modifiers: readonly Modifier[];
}
