// Knows how what was written of a course, to its patient and to others, is shown to the patient.
import { type Fact, isOfKind } from "../../facts/fact.ts";
import type { MessageContent } from "../../outbox/message-content.ts";
import { WRITTEN } from "../../outbox/message-facts.ts";

export interface Passage {
  readonly heading: string | null;
  readonly text: string;
}

const plain = (text: string): Passage => ({ heading: null, text });

/** What it says, in parts. */
export function passagesOf(content: MessageContent): readonly Passage[] {
  switch (content.form) {
    case "letter":
    case "plan-feedback":
      return [plain(content.text)];
    case "discharge-summary":
      return content.sections.map(({ heading, text }) => ({ heading, text }));
    case "referral-answer": {
      const { decision } = content;
      return decision.kind === "refused"
        ? [decision.reasons, decision.advice, decision.howToComplain].map(plain)
        : [plain(decision.text)];
    }
    case "notice":
      return [];
  }
}

/** The newest first; a notice only says that there is something, and is none. */
export function myDocumentsView(facts: readonly Fact[]) {
  return facts
    .flatMap((fact) => {
      if (!isOfKind(fact, WRITTEN) || fact.body.content.form === "notice") return [];
      const { purpose, to, content } = fact.body;
      return [
        {
          documentId: fact.matterId,
          purpose,
          on: fact.happenedOn,
          to: to.kind,
          toName: to.name,
          title: "title" in content ? content.title : null,
          passages: [...passagesOf(content)],
        },
      ];
    })
    .reverse();
}
