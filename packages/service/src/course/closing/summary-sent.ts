// Knows that a discharge summary that left the house gives a registration: the first of a course, and only that.
import type { Telling } from "../../facts/append-fact.ts";
import { byMatter } from "../../facts/by-matter.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { factsOfCourse } from "../../facts/read-facts.ts";
import { SENT, WRITTEN } from "../../outbox/message-facts.ts";
import { MESSAGE } from "../../outbox/message-matter.ts";
import { propose } from "../proposal/propose.ts";

/** Proposes it where the message that was sent is the course's first summary to be. */
export async function afterSummarySent(telling: Telling, sent: Fact): Promise<void> {
  if (sent.courseId === null) return;
  const messages = byMatter(await factsOfCourse(telling.client, sent.courseId), MESSAGE);
  const summaries = messages.filter(
    (facts) => lastOfKind(facts, WRITTEN)?.body.purpose === "discharge-summary",
  );
  const first = summaries
    .flatMap((facts) => facts.filter(({ kind }) => kind === SENT.kind))
    .toSorted((a, b) => a.seq - b.seq)[0];
  if (first?.seq !== sent.seq) return;
  const known = { fact: "discharge-summary-sent", dates: { "sent-on": sent.happenedOn } };
  await propose(telling, sent, [known]);
}
