// Knows an evaluation while it is being held.
import type { Schemas } from "../../app/api/client.ts";

export type Participant = Schemas["Evaluation"]["participants"][number]["role"];

export const PARTICIPANTS: readonly Participant[] = [
  "patient",
  "relative",
  "practitioner",
  "coordinator",
  "gp",
  "municipality",
  "other-service",
];

export interface HeldDraft {
  /** Empty for today. */
  readonly heldOn: string;
  readonly participants: readonly Participant[];
  /** Words told at the meeting, by question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly feedbackTool: string;
  readonly summary: string;
  readonly changedInPlan: string;
  readonly nextOn: string;
}

export const NEW_HELD: HeldDraft = {
  heldOn: "",
  participants: ["patient", "practitioner"],
  answers: {},
  feedbackTool: "",
  summary: "",
  changedInPlan: "",
  nextOn: "",
};
