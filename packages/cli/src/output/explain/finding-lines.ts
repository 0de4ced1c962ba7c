// Knows how a finding is said: what is odd, which records it names, what to do about it.
import type { Finding } from "@rettvei/engine";
import { fill } from "../wording/wording.ts";
import { eventName, type Telling } from "./telling.ts";

function recordText(telling: Telling, recordId: string): string {
  const at = telling.judged.course.counted.find(({ record }) => record.recordId === recordId);
  if (at === undefined) return recordId;
  return `${recordId}: ${eventName(telling, at.record.event)} ${at.record.occurredOn}`;
}

export function findingLines(telling: Telling, { rule, recordIds }: Finding): readonly string[] {
  const { language, words } = telling;
  return [
    `• ${rule.message[language]}`,
    ...[
      ...recordIds.map((recordId) => recordText(telling, recordId)),
      fill(words.toDo, { advice: rule.advice[language] }),
    ].map((line) => `    ${line}`),
  ];
}
