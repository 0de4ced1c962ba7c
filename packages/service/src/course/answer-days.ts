// Knows by when what a patient has said is to be answered. No published source sets these times: they are our own
// choice, and a site sets its own with RETTVEI_ANSWER_DAYS, as "not-working=2,other-therapist=5".

export const ANSWER_DAYS = {
  /** Words before an evaluation. */
  "before-evaluation": 7,
  /** Something is not working. */
  "not-working": 3,
  "other-therapist": 7,
  "alone-with-therapist": 3,
  /** Words or a goal added to a plan. */
  "words-to-plan": 7,
} as const;
export type Said = keyof typeof ANSWER_DAYS;

export type AnswerDays = Readonly<Record<Said, number>>;

/** The site's own days over ours. Throws an error that says what is wrong with the setting. */
export function answerDays(setting: string | undefined): AnswerDays {
  const own = (setting ?? "").split(",").filter((part) => part.trim() !== "");
  const pairs = own.map((part) => {
    const [, said, days] = /^\s*([a-z-]+)=(\d{1,3})\s*$/.exec(part) ?? [];
    if (said === undefined || !Object.hasOwn(ANSWER_DAYS, said)) {
      const known = Object.keys(ANSWER_DAYS).join(", ");
      throw new Error(
        `RETTVEI_ANSWER_DAYS: expected NAME=DAYS with one of ${known}, got "${part}"`,
      );
    }
    return [said, Number(days)] as const;
  });
  return { ...ANSWER_DAYS, ...Object.fromEntries(pairs) };
}
