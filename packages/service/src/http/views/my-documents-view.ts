// Knows how what was written of a course, to its patient and to others, is shown to the patient.
import { type Fact, isOfKind } from "../../facts/fact.ts";
import type { MessageContent, SummaryDiagnosis } from "../../outbox/message-content.ts";
import { WRITTEN } from "../../outbox/message-facts.ts";

export interface Passage {
  readonly heading: string | null;
  readonly text: string;
}

const plain = (text: string): Passage => ({ heading: null, text });

/** One a line, the main one first. */
function diagnosesOf(diagnoses: readonly SummaryDiagnosis[]): readonly Passage[] {
  const lines = diagnoses.map((one) =>
    "text" in one ? one.text : `${one.display} (${one.value})`,
  );
  return lines.length === 0 ? [] : [{ heading: "diagnoses", text: lines.join("\n") }];
}

/** What it says, in parts. */
export function passagesOf(content: MessageContent): readonly Passage[] {
  switch (content.form) {
    case "letter":
    case "plan-feedback":
      return [plain(content.text)];
    case "question-answer":
      return [content.question, content.answer].map(plain);
    case "discharge-summary":
      return [
        ...diagnosesOf(content.diagnoses),
        ...content.sections.map(({ heading, text }) => ({ heading, text })),
      ];
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
