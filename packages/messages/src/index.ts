// The entry of the messages: everything that other packages may use.
export * from "./dialogue/dialogue.ts";
export type { DialogueBody, DialogueNote, DialogueQuestion } from "./dialogue/dialogue-shape.ts";
export * from "./dialogue/read-dialogue.ts";
export {
  writePlanFeedback,
  writeQuestionAnswer,
  writeReferralAnswer,
} from "./dialogue/write-dialogue.ts";
export * from "./discharge-summary/discharge-summary.ts";
export { writeDischargeSummary } from "./discharge-summary/write-discharge-summary.ts";
export type { Loss } from "./loss/losses.ts";
export * from "./parts/clinical.ts";
export * from "./parts/contact.ts";
export * from "./parts/envelope.ts";
export * from "./receipt/receipt.ts";
export { readReceipt, writeReceipt } from "./receipt/receipt-shape.ts";
export * from "./referral/about-message.ts";
export type { UnreadMessage } from "./referral/about-unread.ts";
export * from "./referral/read-referral.ts";
export * from "./referral/referral-message.ts";
export * from "./referral/referral-people.ts";
export * from "./referral/referral-topics.ts";
export { writeReferral } from "./referral/write-referral.ts";
export * from "./schema/validate-against.ts";
export type { Outcome, Written } from "./shape/document.ts";
export type { Code, Quantity } from "./shape/kith-types.ts";
export { DEFAULT_LIMITS, type XmlLimits } from "./xml/xml-limits.ts";
export * from "./xml/xml-problem.ts";
