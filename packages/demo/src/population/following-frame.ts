// Knows the frames of courses that follow from another: taken over, run beside it, or come back to.
import type { DayNumber } from "@rettvei/engine";
import type { Sector } from "../calibration.ts";
import { wholeBetween } from "../random/draw.ts";
import { PURPOSE } from "../random/purposes.ts";
import { type Random, randomStream } from "../random/random-stream.ts";
import { completeFrame, type Frame, type FrameSeed, type World } from "./frame.ts";
import { nearestWorkingDay } from "./journey/happening.ts";
import type { Journey } from "./journey/journey.ts";
import type { Link } from "./link.ts";
import { drawTrust, type TrustPlace } from "./places.ts";

/** The course that another follows from. */
export interface Lead {
  readonly frame: Frame;
  readonly journey: Journey;
}

function otherTrust(random: Random, sector: Sector, than: TrustPlace): TrustPlace {
  let place = drawTrust(random, sector);
  while (place.trust === than.trust) place = drawTrust(random, sector);
  return place;
}

/** Taken over: another trust receives the referral the day it is sent or soon after. */
function takenOver(random: Random, { frame, journey }: Lead): FrameSeed | undefined {
  if (journey.ending !== "transfer-out") return undefined;
  const { person, sector, condition, place } = frame;
  return {
    person,
    sector,
    condition,
    place: otherTrust(random, sector, place),
    referredOn: journey.end + wholeBetween(random, 0, 4),
    entry: "transfer",
  };
}

const PARALLEL_SECTOR: Readonly<Record<Sector, Sector>> = {
  "phv-voksne": "tsb",
  tsb: "phv-voksne",
  "phv-barn-unge": "phv-barn-unge",
};
const OTHER_SECTOR = 0.5;

/** Beside: mental health care and addiction treatment at once, or the same kind at two trusts. */
function beside(random: Random, { frame, journey }: Lead, until: DayNumber): FrameSeed | undefined {
  const last = Math.min(journey.end, until - 1);
  if (journey.ending === undefined || last - journey.start < 14) return undefined;
  const sector = random() < OTHER_SECTOR ? PARALLEL_SECTOR[frame.sector] : frame.sector;
  return {
    person: frame.person,
    sector,
    condition: undefined,
    place: sector === frame.sector ? otherTrust(random, sector, frame.place) : frame.place,
    referredOn: wholeBetween(random, journey.start, last),
    entry: "referral",
  };
}

const SOONEST_RETURN = 30;
const LATEST_RETURN = 400;

function comeBack(random: Random, { frame, journey }: Lead): FrameSeed {
  const { person, sector, condition, place } = frame;
  const away = wholeBetween(random, SOONEST_RETURN, LATEST_RETURN);
  return { person, sector, condition, place, referredOn: journey.end + away, entry: "referral" };
}

function followingSeed(
  random: Random,
  link: Link,
  lead: Lead,
  until: DayNumber,
): FrameSeed | undefined {
  switch (link) {
    case "transfer":
      return takenOver(random, lead);
    case "parallel":
      return beside(random, lead, until);
    case "return":
      return comeBack(random, lead);
  }
}

/** The frame of the course tied to `lead`; undefined where it would begin too late to be known. */
export function followingFrame(
  world: World,
  index: number,
  link: Link,
  lead: Lead,
): Frame | undefined {
  const random = randomStream(world.seed, index, PURPOSE.linkKind);
  const drawn = followingSeed(random, link, lead, world.until);
  if (drawn === undefined) return undefined;
  const referredOn = nearestWorkingDay(world.rulebook.calendar, drawn.referredOn);
  if (referredOn >= world.until) return undefined;
  return completeFrame(world, index, random, { ...drawn, referredOn });
}
