// Knows how what a unit wrote to the one who referred is shown to that person.
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import type { MessageContent } from "../../outbox/message-content.ts";
import { WRITTEN } from "../../outbox/message-facts.ts";
import { MESSAGE, messageState } from "../../outbox/message-matter.ts";
import { passagesOf } from "./my-documents-view.ts";

function authorOf(content: MessageContent) {
  if (!("author" in content)) return null;
  const { givenName, familyName, telephone } = content.author;
  const name = givenName === familyName ? givenName : `${givenName} ${familyName}`;
  return { name, telephone };
}

/** By the facts of a course, the newest first; what went to others is passed over, and so are answers: they stand with their questions. */
export function referrerMessagesView(facts: readonly Fact[]) {
  return byMatter(facts, MESSAGE)
    .flatMap((told) => {
      const written = lastOfKind(told, WRITTEN);
      if (written?.body.to.kind !== "referrer") return [];
      const { purpose, content } = written.body;
      if (purpose === "question-answer") return [];
      return [
        {
          messageId: written.matterId,
          purpose,
          on: written.happenedOn,
          state: messageState(told),
          title: "title" in content ? content.title : null,
          passages: [...passagesOf(content)],
          author: authorOf(content),
        },
      ];
    })
    .reverse();
}
