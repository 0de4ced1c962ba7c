// Knows what is there of what should be before a course is closed: the summaries that left the house, the follow-up plan.
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { GIVEN_UP_FACT, type Recipient, WRITTEN } from "../../outbox/message-facts.ts";
import { MESSAGE, type MessageState, messageState } from "../../outbox/message-matter.ts";
import { courseFollowUp } from "../municipality/course-follow-up.ts";
import type { Requirement } from "./closing.ts";

/** How far the summary to one receiver has come; `not-written` where there is none. */
type SummaryState = MessageState | "not-written";

export interface MetRequirement {
  readonly requirement: Requirement;
  readonly met: boolean;
  /** Of a summary, how far it has come; of a plan, null. */
  readonly summary: SummaryState | null;
}

const LEFT: readonly SummaryState[] = ["sent", "delivered", "read"];

function summaryTo(facts: readonly Fact[], kind: Recipient["kind"]): MetRequirement["summary"] {
  const summaries = byMatter(facts, MESSAGE).filter((message) => {
    const written = lastOfKind(message, WRITTEN)?.body;
    return written?.purpose === "discharge-summary" && written.to.kind === kind;
  });
  const states = summaries.map((message): SummaryState => {
    const onPaper = lastOfKind(message, GIVEN_UP_FACT)?.body.reason === "sent-on-paper";
    return onPaper ? "sent" : messageState(message);
  });
  return states.find((state) => LEFT.includes(state)) ?? states.at(-1) ?? "not-written";
}

/** By the facts of a course, and who outside is to be told of it. */
export function requirementsOf(
  facts: readonly Fact[],
  outside: readonly Recipient[],
): readonly MetRequirement[] {
  const summary = (
    requirement: Requirement,
    kind: Recipient["kind"],
  ): readonly MetRequirement[] => {
    if (!outside.some((one) => one.kind === kind)) return [];
    const state = summaryTo(facts, kind);
    return [{ requirement, met: state !== null && LEFT.includes(state), summary: state }];
  };
  const plan = courseFollowUp(facts) !== undefined;
  return [
    ...summary("summary-to-gp", "gp"),
    ...summary("summary-to-referrer", "referrer"),
    { requirement: "follow-up-plan", met: plan, summary: null },
  ];
}
