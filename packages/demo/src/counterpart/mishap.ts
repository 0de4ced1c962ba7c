// Knows what a receiver may do wrong with a message, and which of it befalls a message by the seed and its id alone.
import { PURPOSE } from "../random/purposes.ts";
import { randomAt } from "../random/random-stream.ts";

/** What becomes of a message when it is handed over. */
export const TAKINGS = [
  "taken",
  "late",
  "no-answer",
  "answer-lost",
  "too-busy",
  "refused",
] as const;
export type Taking = (typeof TAKINGS)[number];

/** What is told of a message that was taken. */
export const TELLINGS = [
  "ok",
  "ok-twice",
  "ok-late",
  "read-first",
  "rejected",
  "stray",
  "nothing",
] as const;
export type Telling = (typeof TELLINGS)[number];

/** Shares of each in hundredths; what is left over goes well. */
export interface Mishaps {
  readonly takings: Readonly<Partial<Record<Taking, number>>>;
  readonly tellings: Readonly<Partial<Record<Telling, number>>>;
}

export const NO_MISHAPS: Mishaps = { takings: {}, tellings: {} };

/** Everything, and each of it often enough to be met. */
export const MANY_MISHAPS: Mishaps = {
  takings: { late: 3, "no-answer": 8, "answer-lost": 8, "too-busy": 8, refused: 3 },
  tellings: { "ok-twice": 8, "ok-late": 8, "read-first": 8, rejected: 5, stray: 3, nothing: 8 },
};

/** A number that follows from a text, the same on every machine (FNV-1a). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

function drawn<Word extends string>(
  shares: Readonly<Partial<Record<Word, number>>>,
  words: readonly Word[],
  well: Word,
  share: number,
): Word {
  let left = share * 100;
  for (const word of words) {
    left -= shares[word] ?? 0;
    if (left < 0) return word;
  }
  return well;
}

/** What becomes of a message the nth time that it is handed over; 0 is the first. */
export function takingOf(
  seed: number,
  { takings }: Mishaps,
  messageId: string,
  nth: number,
): Taking {
  const share = randomAt(seed, numberOf(`${messageId} ${nth}`), PURPOSE.mishaps);
  return drawn(takings, TAKINGS, "taken", share);
}

/** What is told of a message, decided once. */
export function tellingOf(seed: number, { tellings }: Mishaps, messageId: string): Telling {
  const share = randomAt(seed, numberOf(`told ${messageId}`), PURPOSE.mishaps);
  return drawn(tellings, TELLINGS, "ok", share);
}
