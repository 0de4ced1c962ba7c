// Knows the frame of a course before anything happens in it: whose, where, when, and what it follows from.
import { type CareLevel, type DayNumber, toYearMonthDay } from "@rettvei/engine";
import { ASSUMED, CALIBRATION, type Sector } from "../calibration.ts";
import { chance, wholeBetween } from "../random/draw.ts";
import { PURPOSE } from "../random/purposes.ts";
import { type Random, randomStream } from "../random/random-stream.ts";
import { linkOf } from "./link.ts";
import { type Condition, comesOfAge, type Person, personOf } from "./person.ts";
import { drawTrust, drawUnits, type TrustPlace, type UnitsOfCourse } from "./places.ts";
import type { Rulebook } from "./rulebook.ts";

/** What a whole population shares. */
export interface World {
  readonly seed: number;
  readonly rulebook: Rulebook;
  /** How slow each unit is, by id. */
  readonly unitPaces: ReadonlyMap<string, number>;
  /** First day on which a referral may come. */
  readonly from: DayNumber;
  /** Nothing is dated or written on this day or later. */
  readonly until: DayNumber;
}

export interface Frame {
  readonly index: number;
  readonly person: Person;
  readonly sector: Sector;
  readonly condition: Condition | undefined;
  readonly place: TrustPlace;
  readonly units: UnitsOfCourse;
  /** How slow the unit is; about one. */
  readonly unitPace: number;
  readonly setting: CareLevel;
  readonly entry: "referral" | "emergency" | "transfer";
  readonly referredOn: DayNumber;
  /** Whether the patient is handed over to another trust, if the course gets that far. */
  readonly handedOver: boolean;
}

/** What a course on its own and one that follows another have in common to be drawn. */
export interface FrameSeed {
  readonly person: Person;
  readonly sector: Sector;
  readonly condition: Condition | undefined;
  readonly place: TrustPlace;
  readonly referredOn: DayNumber;
  readonly entry: "referral" | "transfer";
}

const DAY_CARE = 0.02;

/** Part of the referrals that comes to an attendance, when a part of them are emergencies. */
function seenShare(sector: Sector, emergencies: number): number {
  return emergencies + (1 - emergencies) * (1 - CALIBRATION.refused[sector].value);
}

/** The published share is of patients who were met; emergencies are met more often than others. */
function inpatientChance(sector: Sector): number {
  const share = CALIBRATION.inpatientShare[sector].value;
  const { emergencyOfInpatients, emergencyOfOutpatients } = CALIBRATION;
  const odds =
    (share / (1 - share)) *
    (seenShare(sector, emergencyOfOutpatients.value) /
      seenShare(sector, emergencyOfInpatients.value));
  return odds / (1 + odds);
}

function drawSetting(random: Random, sector: Sector): CareLevel {
  if (chance(random, inpatientChance(sector))) return "dogn";
  return chance(random, DAY_CARE) ? "dag" : "poliklinikk";
}

function isEmergency(random: Random, setting: CareLevel): boolean {
  const { emergencyOfInpatients, emergencyOfOutpatients } = CALIBRATION;
  return chance(
    random,
    setting === "dogn" ? emergencyOfInpatients.value : emergencyOfOutpatients.value,
  );
}

/** Fills in what is drawn the same way for every course. */
export function completeFrame(
  world: World,
  index: number,
  random: Random,
  drawn: FrameSeed,
): Frame {
  const { person, sector, condition, place, referredOn } = drawn;
  const setting = drawSetting(random, sector);
  const emergency = drawn.entry === "referral" && isEmergency(random, setting);
  const units = drawUnits(random, place.trust, sector, condition);
  return {
    index,
    person,
    sector,
    condition,
    place,
    referredOn,
    units,
    setting,
    entry: emergency ? "emergency" : drawn.entry,
    unitPace: world.unitPaces.get(units.clinic.id) ?? 1,
    handedOver:
      linkOf(world.seed, index + 1) === "transfer" || chance(random, ASSUMED.lostTransfer),
  };
}

const JULY = 7;
const QUIET_JULY = 0.45;

function isLikelyDay(random: Random, world: World, day: DayNumber): boolean {
  if (!world.rulebook.calendar.isWorkingDay(day)) return false;
  return toYearMonthDay(day).month !== JULY || !chance(random, QUIET_JULY);
}

/** Referrals come on working days, evenly over the whole time, fewer in July. */
function drawReferral(random: Random, world: World, earliest: DayNumber): DayNumber {
  const from = Math.max(world.from, Math.min(earliest, world.until - 1));
  let day = world.until - 1;
  for (let attempt = 0; attempt < 8; attempt++) {
    day = wholeBetween(random, from, world.until - 1);
    if (isLikelyDay(random, world, day)) return day;
  }
  return day;
}

/** The frame of a course that follows from no other. */
export function ownFrame(world: World, index: number): Frame {
  const random = randomStream(world.seed, index, PURPOSE.frame);
  const person = personOf(world.seed, index, world.until);
  const { sector, condition } = person;
  const earliest = sector === "phv-barn-unge" ? world.from : comesOfAge(person);
  return completeFrame(world, index, random, {
    person,
    sector,
    condition,
    place: drawTrust(random, sector),
    referredOn: drawReferral(random, world, earliest),
    entry: "referral",
  });
}
