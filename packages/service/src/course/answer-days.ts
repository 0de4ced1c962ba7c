// Knows by when what a patient, or who referred, has said is to be answered. No published source sets these times:
// they are our own choice, and a site sets its own with RETTVEI_ANSWER_DAYS, as "not-working=2,other-therapist=5".

import type { Unsafe } from "../safety/unsafe.ts";

export const ANSWER_DAYS = {
  /** Words before an evaluation. */
  "before-evaluation": 7,
  /** Something is not working. */
  "not-working": 3,
  "other-therapist": 7,
  "alone-with-therapist": 3,
  /** Words or a goal added to a plan. */
  "words-to-plan": 7,
  /** A question of who referred. */
  "referrer-question": 3,
} as const;
type Said = keyof typeof ANSWER_DAYS;

type AnswerDays = Readonly<Record<Said, number>>;

interface Part {
  readonly text: string;
  readonly said: string;
  readonly days: number | undefined;
}

function partsOf(setting: string | undefined): readonly Part[] {
  const parts = (setting ?? "").split(",").filter((text) => text.trim() !== "");
  return parts.map((text) => {
    const [, said = "", days] = /^\s*([a-z-]+)=(\d{1,3})\s*$/.exec(text) ?? [];
    const known = Object.hasOwn(ANSWER_DAYS, said) && days !== undefined;
    return { text: text.trim(), said, days: known ? Number(days) : undefined };
  });
}

/** What of the setting cannot be read: the service does not start with it. */
export function wrongAnswerDays(setting: string | undefined): readonly Unsafe[] {
  const expected = `NAME=DAYS with one of ${Object.keys(ANSWER_DAYS).join(", ")}`;
  return partsOf(setting)
    .filter(({ days }) => days === undefined)
    .map(({ text }) => ({
      what: "RETTVEI_ANSWER_DAYS",
      expected,
      found: `"${text}"`,
      advice: "patients would be answered by other days than were meant: set it right",
    }));
}

/** The site's own days over ours; what cannot be read is passed over, as the start refuses it. */
export function answerDays(setting = process.env.RETTVEI_ANSWER_DAYS): AnswerDays {
  const own = partsOf(setting).flatMap(({ said, days }) =>
    days === undefined ? [] : [[said, days]],
  );
  return { ...ANSWER_DAYS, ...Object.fromEntries(own) };
}
