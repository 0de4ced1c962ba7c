// Knows how much is left of the day in Norway: a story that takes the day at its start is not begun so late that it
// would end on the next.
const LONGEST_STORY_MS = 6 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

const clockInOslo = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: "Europe/Oslo", hourCycle: "h23" },
  ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
});

/** How long to wait, in milliseconds, before a story is begun: to the new day where the old one is all but over, else 0. */
export function waitBeforeStory(now: Date): number {
  const [hours = 0, minutes = 0, seconds = 0] = clockInOslo.format(now).split(":").map(Number);
  const left = DAY_MS - ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  return left < LONGEST_STORY_MS ? left : 0;
}
