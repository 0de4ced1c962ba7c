// Knows how the stories of the test login are told to a store: by the service's own routes, at the time that they play.
import { REGIONS, STORY_DEEDS, STORY_TRUST, STORY_UNITS, tellStories } from "@rettvei/demo";
import { askWithin, keepRepresentations, keepUnits, type Store } from "@rettvei/service";
import { today } from "../input/options.ts";
import { withProgress } from "../output/progress.ts";

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

/** Tells them once, to a store that has its units and no course. What is written carries the time that it plays at. */
export async function tellOnce(store: Store): Promise<void> {
  await keepStoryUnits(store);
  process.stderr.write(
    "First start: telling the stories of some patients, for every role to see. Nobody in them exists.\n",
  );
  let moment: Date | undefined;
  const then: Store = { ...store, now: () => moment ?? store.now() };
  const service = await askWithin(then);
  try {
    const stage = {
      today: today(),
      ask: service.ask,
      itIs: (told: Date | undefined) => {
        moment = told;
      },
      represent: (one: Parameters<typeof keepRepresentations>[1][number]) =>
        keepRepresentations(then, [one]),
    };
    await withProgress("deeds", STORY_DEEDS.length, (tell) => tellStories(stage, tell));
  } finally {
    await service.close();
  }
}
