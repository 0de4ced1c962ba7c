// Knows which records can be sent as one joined code, and which courses come from systems that do so.
import { type Codes, readBundle } from "@rettvei/definitions";
import type { EventRecord } from "@rettvei/engine";
import { ASSUMED } from "./calibration.ts";
import { randomAt } from "./random/random-stream.ts";

export interface JoinedCodes {
  /** The code that says pathway, event and outcome of a record; undefined where no such code is published. */
  codeOf(pathway: string, record: EventRecord): string | undefined;
}

function joinedCodes({ pathwayTypes, events, outcomes }: Codes): JoinedCodes {
  const types = new Map(pathwayTypes.codes.map(({ pathway, code }) => [pathway, code]));
  const letters = new Map(events.codes.map(({ event, letter }) => [event, letter]));
  const outcomeLetters = new Map(
    outcomes.codes.map(({ event, outcome, letter }) => [`${event} ${outcome}`, letter]),
  );
  return {
    codeOf: (pathway, { event, outcome }) => {
      const type = types.get(pathway);
      const letter = letters.get(event);
      if (type === undefined || letter === undefined) return undefined;
      if (outcome === undefined) return type + letter;
      const last = outcomeLetters.get(`${event} ${outcome}`);
      return last && type + letter + last;
    },
  };
}

let published: JoinedCodes | undefined;

/** The codes of the definitions that come with the product. */
export function publishedCodes(): JoinedCodes {
  published ??= joinedCodes(readBundle().codes);
  return published;
}

/** Whether a course comes from a system without a pathway module; follows from its id alone. */
export function isSentAsCodes(courseId: string): boolean {
  let sum = 0;
  for (let at = 0; at < courseId.length; at++)
    sum = (Math.imul(sum, 31) + courseId.charCodeAt(at)) | 0;
  return randomAt(0, sum, 0) < ASSUMED.sentAsCodes;
}
