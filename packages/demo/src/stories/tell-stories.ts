// Knows in which order the stories are told: day by day, so that what came later is written later.
import { addDays, toDayNumber, weekdayOf } from "@rettvei/engine";
import { caughtUp } from "./acts/asking.ts";
import { agreed, askedLeader, controlled } from "./acts/looking-after.ts";
import { wroteTo } from "./acts/writing-to.ts";
import { ADDICTION_STORIES } from "./addiction.ts";
import { ADULT_STORIES } from "./adults.ts";
import { CHILD_STORIES } from "./children.ts";
import type { Line, Story } from "./story.ts";
import { STORY_UNITS } from "./story-units.ts";
import { type StoryStage, StoryWorld } from "./story-world.ts";

const STORIES: readonly Story[] = [...ADULT_STORIES, ...CHILD_STORIES, ...ADDICTION_STORIES];

/** What is done for units and not for a patient. */
type Deed = readonly [daysAgo: number, act: (world: StoryWorld) => Promise<unknown>];

const YEAR = 365;

const LETTERS = [
  {
    messageId: "b7a1c0de-0000-4000-8000-000000000901",
    patient: "Mønsterås, Attrappa",
    symptoms: "Sover ikke etter et ran i høst. Skvetter av alt.",
    own: "Ønsker noen å snakke med.",
  },
  {
    messageId: "b7a1c0de-0000-4000-8000-000000000902",
    patient: "Kopilund, Prøvhild",
    symptoms: "Gråter hver morgen, vil ikke i barnehagen.",
    own: "Foreldrene ønsker råd.",
  },
  {
    messageId: "b7a1c0de-0000-4000-8000-000000000903",
    patient: "Testesen, Utkasta",
    symptoms: "Har brukt sovemedisin hver natt i fem år.",
    own: "Ønsker hjelp til å slutte.",
  },
] as const;

function deedsOf({ patient, lines }: Story): readonly Deed[] {
  return lines.map(([daysAgo, act]: Line): Deed => [daysAgo, (world) => act(world, patient)]);
}

function deedsOfUnits(): readonly Deed[] {
  const agreements = STORY_UNITS.map(({ unitId }, at): Deed => {
    // Of the first the day to go through it has passed.
    return [YEAR, (world) => agreed(world, unitId, YEAR - 5 + at * 40)];
  });
  const letters = STORY_UNITS.map(({ unitId }, at): Deed => {
    const words = LETTERS[at % LETTERS.length];
    return [2, async (world) => words && wroteTo(world, unitId, words)];
  });
  return [
    ...agreements,
    ...letters,
    [12, caughtUp],
    [0, (world) => controlled(world, 6)],
    [0, (world) => askedLeader(world, "Hva var grunnen til at journalen ble åpnet?")],
  ];
}

/** Staff work on weekdays: what would fall on a Saturday or Sunday was done the Friday before. */
function workday(world: StoryWorld, daysAgo: number) {
  const day = addDays(world.today, -daysAgo);
  if (daysAgo === 0) return day;
  // Monday is 1.
  return addDays(day, -Math.max(0, weekdayOf(toDayNumber(day)) - 5));
}

export const STORY_DEEDS: readonly Deed[] = [...STORIES.flatMap(deedsOf), ...deedsOfUnits()].sort(
  ([a], [b]) => b - a,
);

/** Tells all of them. The same at every call but for the ids that the service gives; tells how many deeds are done. */
export async function tellStories(
  stage: StoryStage,
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const world = new StoryWorld(stage);
  let done = 0;
  for (const [daysAgo, act] of STORY_DEEDS) {
    world.begin(workday(world, daysAgo));
    await act(world);
    onProgress(++done);
  }
  stage.itIs(undefined);
}
