// Knows who the patient of a course is: group, age, condition, sex, invented name and synthetic number.
import {
  type CalendarDate,
  type DayNumber,
  dayNumberOf,
  toCalendarDate,
  toYearMonthDay,
} from "@rettvei/engine";
import type { Sector } from "../calibration.ts";
import { type InventedName, inventedName } from "../person-number/invented-name.ts";
import { type Sex, syntheticPersonNumber } from "../person-number/synthetic-person-number.ts";
import { PURPOSE } from "../random/purposes.ts";
import { randomAt, randomStream } from "../random/random-stream.ts";
import { type AgeGroup, slotOf } from "./slots.ts";

export const CONDITIONS = [
  "psykose",
  "tvangslidelse",
  "spiseforstyrrelser",
  "gravide-rus",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A patient as other systems know one. Nobody of this name and number exists. */
export interface Patient {
  readonly patientId: string;
  readonly personNumber: string;
  readonly name: InventedName;
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
}

export interface Person {
  readonly index: number;
  readonly sector: Sector;
  readonly condition: Condition | undefined;
  readonly sex: Sex;
  readonly birthDay: DayNumber;
  /** Which of the people born that day, for the person number. */
  readonly serial: number;
}

type Chances = Readonly<Partial<Record<Condition, number>>>;

/** Chance of each condition by group; they add up to the published share of all patients. How it splits is assumed. */
const CONDITION_CHANCES: Readonly<Record<AgeGroup, Chances>> = {
  "4-10": {},
  "11-17": { spiseforstyrrelser: 0.034, tvangslidelse: 0.018, psykose: 0.01 },
  "18-20": { psykose: 0.04, spiseforstyrrelser: 0.02, tvangslidelse: 0.02 },
  "21-29": { psykose: 0.036, tvangslidelse: 0.016 },
  "30-44": { psykose: 0.027, tvangslidelse: 0.014 },
  "45-64": { psykose: 0.024, tvangslidelse: 0.01 },
  "65-90": { psykose: 0.01 },
};

const PREGNANT_OF_WOMEN = 0.16;
const FERTILE: readonly AgeGroup[] = ["18-20", "21-29", "30-44"];

/** Share of women; assumed. */
const WOMEN: Readonly<Record<Sector, number>> = {
  "phv-voksne": 0.57,
  "phv-barn-unge": 0.52,
  tsb: 0.32,
};
const WOMEN_WITH_EATING_DISORDER = 0.92;

function conditionFrom(draw: number, chances: Chances): Condition | undefined {
  let below = 0;
  for (const condition of CONDITIONS) {
    below += chances[condition] ?? 0;
    if (draw < below) return condition;
  }
  return undefined;
}

/** The date on which somebody who is `years` old on `day` was born, if it is their birthday. */
function birthdayBefore(day: DayNumber, years: number): DayNumber {
  const { year, month, day: dayOfMonth } = toYearMonthDay(day);
  return dayNumberOf(year - years, month, month === 2 && dayOfMonth === 29 ? 28 : dayOfMonth);
}

/** Larger than any span of days and prime, so that it visits every day of a span before one twice. */
const STRIDE = 15_485_863;

function bornOn(
  until: DayNumber,
  group: AgeGroup,
  rank: number,
): { day: DayNumber; serial: number } {
  const [youngest = 0, oldest = 0] = group.split("-").map(Number);
  const first = birthdayBefore(until, oldest + 1) + 1;
  const span = birthdayBefore(until, youngest) - first + 1;
  return { day: first + ((rank * STRIDE) % span), serial: Math.floor(rank / span) };
}

/** The person whose own course has this index. Different indices never share a person number. */
export function personOf(seed: number, index: number, until: DayNumber): Person {
  const { sector, group, rank } = slotOf(seed, index);
  const conditionDraw = randomAt(seed, index, PURPOSE.person);
  const sexDraw = randomAt(seed, index, PURPOSE.person + 100);
  const { day, serial } = bornOn(until, group, rank);
  const condition =
    sector === "tsb" ? undefined : conditionFrom(conditionDraw, CONDITION_CHANCES[group]);
  const women = condition === "spiseforstyrrelser" ? WOMEN_WITH_EATING_DISORDER : WOMEN[sector];
  const sex: Sex = sexDraw < women ? "female" : "male";
  const mayBePregnant = sector === "tsb" && sex === "female" && FERTILE.includes(group);
  const pregnant = mayBePregnant && conditionDraw < PREGNANT_OF_WOMEN;
  return {
    index,
    sector,
    condition: pregnant ? "gravide-rus" : condition,
    sex,
    birthDay: day,
    serial,
  };
}

export function patientOf(seed: number, person: Person): Patient {
  const random = randomStream(seed, person.index, PURPOSE.person);
  return {
    patientId: `p${String(person.index).padStart(7, "0")}`,
    personNumber: syntheticPersonNumber(person.birthDay, person.sex, person.serial),
    name: inventedName(random, person.sex),
    birthDate: toCalendarDate(person.birthDay),
    sex: person.sex,
  };
}

const DAYS_OF_EIGHTEEN_YEARS = 6575;

/** First day on which the person is of age for adult care. */
export function comesOfAge(person: Person): DayNumber {
  return person.birthDay + DAYS_OF_EIGHTEEN_YEARS;
}
