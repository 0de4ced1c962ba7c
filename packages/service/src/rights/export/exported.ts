// Knows what of the store an export of everything about one patient holds, and why the rest of it is left out.

/** Why something is not in an export. */
export const LEFT_OUT_REASONS = [
  "about-nobody",
  "made-from-the-rest",
  "of-the-program",
  "of-who-works-here",
  "passes-soon",
  "only-for-the-patient",
  "not-yours-to-read",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Tables whose rows about the patient are in it, and for the others the reason. */
export const EXPORTED_TABLES: Readonly<Record<string, "in it" | LeftOutReason>> = {
  patient: "in it",
  course: "in it",
  record: "in it",
  fact: "in it",
  audit_entry: "in it",
  // Says again what records and facts say, and can be made from them at any time.
  matter: "made-from-the-rest",
  course_state: "made-from-the-rest",
  // Copies of answers, for requests that are sent again.
  answered_request: "passes-soon",
  // Written down by nobody yet: it is in it once it is sent.
  referral_draft: "passes-soon",
  login_attempt: "passes-soon",
  session: "passes-soon",
  used_proof: "passes-soon",
  actor: "of-who-works-here",
  actor_identity: "of-who-works-here",
  role_grant: "of-who-works-here",
  role_grant_end: "of-who-works-here",
  unit: "about-nobody",
  audit_leaf: "of-the-program",
  audit_checkpoint: "of-the-program",
  audit_node: "of-the-program",
  migration: "of-the-program",
};

/** How the facts of one type of matter are given out. */
interface ExportedMatter {
  /** What somebody who is not the patient must be allowed to read, in the words of the matrix; null for nobody else. */
  readonly resource: string | null;
  /** Fields of other persons, or that are kept and not shown to the patient. */
  readonly without?: readonly string[];
}

const ONLY_THE_PATIENT: ExportedMatter = { resource: null };

/** By type of matter. */
export const EXPORTED_MATTERS: Readonly<Record<string, ExportedMatter | "about-nobody">> = {
  // Who looked is in the log of who looked; what was asked and answered of it is between those who work here.
  "access-review": { resource: null, without: ["lookedBy", "words"] },
  address: "about-nobody",
  agreement: "about-nobody",
  "intake-person": "about-nobody",
  assignment: { resource: "assignment" },
  block: ONLY_THE_PATIENT,
  // Why somebody opened is told by its code; the words are for whoever looks into it.
  "break-glass": { resource: null, without: ["reason"] },
  "glass-review": { resource: null, without: ["reason", "words", "openedBy"] },
  closing: { resource: "closing" },
  "confidential-address": ONLY_THE_PATIENT,
  detox: { resource: "detox" },
  evaluation: { resource: "plan" },
  explanation: { resource: null, without: ["lookedBy"] },
  "follow-up-plan": { resource: "follow-up-plan" },
  "guardian-view": ONLY_THE_PATIENT,
  "log-examination": "about-nobody",
  message: { resource: "messages" },
  "notice-choice": { resource: "notice-choice" },
  plan: { resource: "plan" },
  proposal: { resource: "proposal" },
  question: { resource: "question" },
  received: { resource: "received" },
  referral: { resource: "referral" },
  // When somebody else was born is not the patient's.
  representation: { resource: null, without: ["representativeBornOn"] },
  sharing: { resource: "sharing" },
  transfer: { resource: "transfer" },
  voice: { resource: "voice" },
};
