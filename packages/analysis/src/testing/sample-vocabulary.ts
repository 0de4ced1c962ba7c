// Knows a vocabulary small enough for tests: three pathways, a few events, four codes, dates of UTC.
import { parseCalendarDate } from "@rettvei/engine";
import type { CodedEvent, EventFileVocabulary } from "../event-file/vocabulary.ts";

const CODED: ReadonlyMap<string, CodedEvent> = new Map([
  ["D01L", { pathway: "tsb", event: "patient-postponed", outcome: undefined }],
  ["D06L", { pathway: "psykose", event: "patient-postponed", outcome: undefined }],
  ["D01C", { pathway: "tsb", event: "clinical-decision", outcome: undefined }],
  ["D01CT", { pathway: "tsb", event: "clinical-decision", outcome: "treatment-tsb" }],
]);

export const SAMPLE_VOCABULARY: EventFileVocabulary = {
  pathways: new Set(["phv-voksne", "tsb", "psykose"]),
  events: new Set([
    "referral-received",
    "referral-assessed",
    "emergency-assessment",
    "inclusion-decision",
    "pathway-start",
    "first-attendance",
    "clinical-decision",
    "evaluation",
    "patient-postponed",
    "discharge",
    "discharge-summary-sent",
    "closure",
  ]),
  conditions: new Set(["psykose"]),
  decode: (code) => CODED.get(code),
  dateOf: (millis) => parseCalendarDate(new Date(millis).toISOString().slice(0, 10)),
};
