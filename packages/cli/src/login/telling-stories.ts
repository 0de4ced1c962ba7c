// Knows how the stories of the test login are told to a store: by the service's own routes, at the time that they play.
import { REGIONS, STORY_DEEDS, STORY_TRUST, STORY_UNITS, tellStories } from "@rettvei/demo";
import {
  askWithin,
  keepRepresentations,
  keepUnits,
  type Store,
  type WithinAnswer,
  type WithinRequest,
} from "@rettvei/service";
import { withProgress } from "../output/progress.ts";
import type { StoryJournal } from "./story-journal.ts";

async function keepStoryUnits(store: Store): Promise<void> {
  const rhfName = REGIONS[0]?.name ?? null;
  const own = STORY_UNITS.map((unit) => ({
    ...unit,
    hfName: STORY_TRUST.name,
    rhfName,
    synthetic: true,
  }));
  await keepUnits(store, own);
}

/** Only what was done is an answer: the rest is asked again. */
function done(answer: WithinAnswer, { method, url }: WithinRequest): WithinAnswer {
  if (answer.status < 400) return answer;
  throw new Error(`stories: ${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Tells them once, or goes on where an earlier start was stopped. What is written carries the time that it plays at. */
export async function tellOnce(store: Store, journal: StoryJournal): Promise<void> {
  await keepStoryUnits(store);
  process.stderr.write(
    journal.isGoneOnWith
      ? "The telling of the stories was stopped: going on with it.\n"
      : "First start: telling the stories of some patients, for every role to see. Nobody in them exists.\n",
  );
  let moment: Date | undefined;
  const then: Store = { ...store, now: () => moment ?? store.now() };
  const service = await askWithin(then);
  try {
    const stage = {
      today: journal.today,
      ask: (...[actor, request]: Parameters<typeof service.ask>) =>
        journal.once(async (key) => done(await service.ask(actor, { ...request, key }), request)),
      itIs: (told: Date | undefined) => {
        moment = told;
      },
      represent: (one: Parameters<typeof keepRepresentations>[1][number]) =>
        journal.once(() => keepRepresentations(then, [one])),
    };
    await withProgress("deeds", STORY_DEEDS.length, (tell) => tellStories(stage, tell));
    journal.finish();
  } finally {
    await service.close();
  }
}
