// Knows what every sentence about one course is made from.
import type { Bundle } from "@rettvei/definitions";
import type { JudgedCourse, Language } from "@rettvei/engine";
import type { Wording } from "../wording/wording.ts";

export interface Telling {
  readonly judged: JudgedCourse;
  readonly bundle: Bundle;
  readonly language: Language;
  readonly words: Wording;
}

/** A name as it stands inside a sentence; an abbreviation in front, as OCD, stays as it is. */
function insideSentence(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** The name of an event as it stands inside a sentence. */
export function eventName({ judged, language }: Telling, event: string): string {
  const found = judged.course.edition.events.find((one) => one.id === event);
  return insideSentence(found?.name[language] ?? event);
}
