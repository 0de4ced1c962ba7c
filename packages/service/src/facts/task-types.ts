// Knows which types of matters are something to be done by a day, by a person or at a unit, and which only hold.

/** In no order that matters. */
export const TASK_TYPES = [
  "access-review",
  "agreement",
  "closing",
  "detox",
  "evaluation",
  "explanation",
  "follow-up-plan",
  "glass-review",
  "message",
  "plan",
  "proposal",
  "question",
  "received",
  "referral",
  "transfer",
  "voice",
] as const;
export type TaskType = (typeof TASK_TYPES)[number];

/** What only holds, until its day or until it is told otherwise: who has which task, say. Nobody waits for it. */
export const NO_TASKS = [
  "address",
  "assignment",
  "block",
  "break-glass",
  "confidential-address",
  "guardian-view",
  "intake-person",
  "log-examination",
  "notice-choice",
  "representation",
  "sharing",
] as const;
