// Knows what makes a text not worth reading: a DTD, whatever its size, and more lines or references than a message has.
import type { XmlLimits } from "./xml-limits.ts";
import { type MessageProblem, placeOf } from "./xml-problem.ts";

/** The problem for which the text is refused unread; undefined if it may be read. */
export function refuseAtFirstSight(text: string, limits: XmlLimits): MessageProblem | undefined {
  const dtd = findDtd(text);
  if (dtd !== undefined) return refusal("forbidden-construct", text, dtd, "no DTD", "a DTD");
  const line = exceeds(text, "\n", limits.lines);
  if (line !== undefined) return refusal("too-big", text, line, `${limits.lines} lines`, "more");
  const reference = exceeds(text, "&", limits.references);
  const expected = `at most ${limits.references} references`;
  return reference === undefined
    ? undefined
    : refusal("too-big", text, reference, expected, "more");
}

function refusal(
  code: MessageProblem["code"],
  text: string,
  offset: number,
  expected: string,
  found: string,
): MessageProblem {
  return { code, ...placeOf(text, offset), path: "", expected, found };
}

/** Where a DTD begins before the root element. */
function findDtd(text: string): number | undefined {
  let at = 0;
  while (at < text.length) {
    if (" \t\r\n".includes(text.charAt(at))) at += 1;
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at);
    else if (text.startsWith("<?", at)) at = after(text, "?>", at);
    else return text.startsWith("<!DOCTYPE", at) ? at : undefined;
  }
  return undefined;
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found + end.length;
}

/** Where the text has one more of something than it may. */
function exceeds(text: string, what: string, limit: number): number | undefined {
  let count = 0;
  for (let at = text.indexOf(what); at !== -1; at = text.indexOf(what, at + 1)) {
    count += 1;
    if (count > limit) return at;
  }
  return undefined;
}
