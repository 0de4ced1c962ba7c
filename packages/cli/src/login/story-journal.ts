// Knows how far the telling of the stories has come: each answer in a file, so that a start that was killed is gone on with.
import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { type CalendarDate, parseCalendarDate } from "@rettvei/engine";

export interface StoryJournal {
  /** The day on which the stories end, also where they are gone on with on a later one. */
  readonly today: CalendarDate;
  /** True where an earlier start has begun to tell them. */
  readonly isGoneOnWith: boolean;
  /**
   * The answer that was given at this place before, or else what is asked now, which is kept. `key` is the same for the place at
   * each telling: what was done and not yet kept is not done again.
   */
  readonly once: <T>(ask: (key: string) => Promise<T>) => Promise<T>;
  /** All is told. */
  readonly finish: () => void;
}

interface Begun {
  readonly id: string;
  readonly today: string;
}

/** Whole lines; of a line that was being written when the program was killed, nothing. */
function linesOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .slice(0, -1);
}

/** Notes that the stories are to be told, in place of whatever was begun in another store. */
export function beginStories(file: string, today: CalendarDate): void {
  const begun: Begun = { id: randomUUID(), today };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(begun)}\n`, { mode: 0o600, flush: true });
}

/** What is begun and not finished; undefined where nothing is. */
export function storiesToTell(file: string): StoryJournal | undefined {
  if (!existsSync(file)) return undefined;
  const [first, ...answers] = linesOf(file);
  if (first === undefined) return undefined;
  const { id, today }: Begun = JSON.parse(first);
  // From here on only whole lines are in it.
  writeFileSync(file, [first, ...answers].map((line) => `${line}\n`).join(""), { mode: 0o600 });
  let place = 0;
  return {
    today: parseCalendarDate(today),
    isGoneOnWith: answers.length > 0,
    once: async <T>(ask: (key: string) => Promise<T>): Promise<T> => {
      const known = answers[place];
      const key = `${id}-${place++}`;
      if (known !== undefined) return JSON.parse(known) as T;
      const answer = await ask(key);
      appendFileSync(file, `${JSON.stringify(answer ?? null)}\n`);
      return answer;
    },
    finish: () => rmSync(file),
  };
}
