// Knows a whole course as it truly goes, from opening to end, as if nobody ever stopped looking.
import type { DayNumber } from "@rettvei/engine";
import { daysAt } from "../../random/draw.ts";
import { PURPOSE } from "../../random/purposes.ts";
import { randomStream } from "../../random/random-stream.ts";
import type { Frame, World } from "../frame.ts";
import type { Coding } from "../rulebook.ts";
import { assessmentOf } from "./assessment.ts";
import { dischargeHappenings, type EndingKind, endingHappenings, endingOf } from "./ending.ts";
import type { Happening, Scene, Stay } from "./happening.ts";
import { type Opening, openingOf } from "./opening.ts";
import { STAY } from "./paces.ts";
import { drawFirstEvaluation, treatmentOf } from "./treatment.ts";

export interface Journey {
  readonly coding: Coding;
  readonly start: DayNumber;
  /** Last day of the course; events after it belong to none. */
  readonly end: DayNumber;
  /** Undefined if the course ended before the first attendance. */
  readonly ending: EndingKind | undefined;
  readonly happenings: readonly Happening[];
}

function stayOf({ frame, random }: Scene, first: DayNumber): Stay | undefined {
  if (frame.setting !== "dogn") return undefined;
  return { from: first, to: first + Math.max(1, daysAt(random, STAY[frame.sector])) };
}

/** Events that may come after the end of a course. */
const AFTER_THE_END: ReadonlySet<string> = new Set(["discharge-summary-sent"]);

function attendedHappenings(
  scene: Scene,
  opening: Opening,
  first: DayNumber,
): Pick<Journey, "end" | "ending" | "happenings"> {
  const stay = stayOf(scene, first);
  const clear = opening.grantedFor === "treatment";
  const assessment = assessmentOf(scene, first, stay, clear);
  const { concludedOn, treated } = assessment;
  const firstEvaluation = treated ? drawFirstEvaluation(scene, concludedOn) : undefined;
  const ending = endingOf(scene, { first, concludedOn, treated, firstEvaluation, stay });
  const end = ending.on;
  const lived = stay && { from: stay.from, to: Math.min(stay.to, end) };
  const told = [
    ...assessment.happenings,
    ...(treated
      ? treatmentOf(scene, { first, concludedOn, firstEvaluation, end, stay: lived })
      : []),
    ...(lived ? dischargeHappenings(scene, lived) : []),
  ];
  const kept = told.filter(({ day, event }) => day <= end || AFTER_THE_END.has(event));
  return {
    end,
    ending: ending.kind,
    happenings: [...opening.happenings, ...kept, ...endingHappenings(scene, ending)],
  };
}

/** The truth of a course. Knows of `until` only by the frame: what comes later is there too. */
export function journeyOf(world: World, frame: Frame): Journey {
  const random = randomStream(world.seed, frame.index, PURPOSE.journey);
  const scene: Scene = { world, frame, random };
  const opening = openingOf(scene);
  const { start, firstAttendance } = opening;
  const coding = world.rulebook.codingOf(frame.sector, frame.condition, start);
  if (firstAttendance === undefined) {
    const { happenings, closedOn = start } = opening;
    return { coding, start, end: closedOn, ending: undefined, happenings };
  }
  return { coding, start, ...attendedHappenings(scene, opening, firstAttendance) };
}
