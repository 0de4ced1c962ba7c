// Knows people who look at what is not theirs, in ten ways, each with its share.
import { DAYS, type Month, NIGHT, OFFICE, type PatientMade, type Person } from "./month.ts";

const SHARES: readonly (readonly [string, number])[] = [
  ["same name", 30],
  ["colleague", 25],
  ["own record", 15],
  ["hidden address", 20],
  ["from home at night", 20],
  ["former patient", 30],
  ["another unit's patient", 25],
  ["one after the other", 20],
  ["own family", 10],
  ["no sign at all", 5],
];

/** Fewer in a row are nothing that anybody could tell from work. */
const LEAST_IN_A_ROW = 12;

const running = (one: PatientMade): boolean => one.endedDaysBefore === undefined;

const notOwn = (who: Person, one: PatientMade): boolean =>
  !who.tasks.includes(Number(one.id.slice(1)));

const runningNotOwn = (month: Month, who: Person): PatientMade =>
  month.ofUnit(who.unit, (one) => running(one) && notOwn(who, one));

const someDay = (month: Month): number => Math.floor(month.random() * DAYS);

function inOffice(month: Month): number {
  const day = Math.floor(someDay(month) / 7) * 7 + (someDay(month) % 5);
  return month.minute(day, OFFICE);
}

/** Who looks, at whom, and when if not in office hours; undefined where chance found nobody to look at. */
type Look = readonly [Person, PatientMade, number?] | undefined;

function atNamesake(month: Month, who: Person): Look {
  const last = who.name.split(" ").at(-1);
  const namesakes = month.patients.filter(
    (one) => one.name.endsWith(` ${last}`) && notOwn(who, one),
  );
  return namesakes.length === 0 ? undefined : [who, month.any(namesakes)];
}

/** A colleague who is a patient too, and their record. */
function ofColleague(month: Month): readonly [Person, PatientMade] | undefined {
  const colleague = month.any(month.staff.filter((one) => one.patient !== undefined));
  const record = month.patients.find(({ id }) => id === colleague.patient);
  return record === undefined ? undefined : [colleague, record];
}

function atColleague(month: Month, who: Person): Look {
  const found = ofColleague(month);
  return found === undefined ? undefined : [who, found[1]];
}

function atHidden(month: Month, who: Person): Look {
  const hidden = month.patients.filter((one) => one.hidden && notOwn(who, one));
  return hidden.length > 0 ? [who, month.any(hidden)] : undefined;
}

const WAYS: Readonly<Record<string, (month: Month, who: Person) => Look>> = {
  "same name": atNamesake,
  colleague: atColleague,
  "own record": ofColleague,
  "hidden address": atHidden,
  "from home at night": (month, who) => [
    who,
    runningNotOwn(month, who),
    month.minute(someDay(month), NIGHT),
  ],
  "former patient": (month, who) => [
    who,
    month.ofUnit(who.unit, (one) => (one.endedDaysBefore ?? 0) > 60),
  ],
  "another unit's patient": (month, who) => [
    who,
    month.any(month.patients.filter((one) => one.unit !== who.unit && running(one))),
  ],
  "own family": (month) => month.any(month.kin),
  "no sign at all": (month, who) => [who, runningNotOwn(month, who)],
};

/** One after the other, a minute between. */
function snoopInARow(month: Month, why: string, many: number): void {
  const who = month.any(month.staff.filter(({ nights }) => !nights));
  const start = inOffice(month);
  for (let n = 0; n < many; n++) {
    month.add(who, start + n, [runningNotOwn(month, who).id], { snooped: why });
  }
}

function snoopIn(month: Month, why: string, many: number): void {
  const byDay = month.staff.filter(({ nights }) => !nights);
  for (let n = 0; n < many; n++) {
    const look = WAYS[why]?.(month, month.any(byDay));
    if (look === undefined) {
      // Few have a namesake: another is tried. The others go without.
      if (why === "same name") n--;
      continue;
    }
    const [who, one, minute = inOffice(month)] = look;
    month.add(who, minute, [one.id], { snooped: why });
  }
}

/** About so many accesses without a reason, each with why. */
export function snoop(month: Month, snooping: number): void {
  for (const [why, share] of SHARES) {
    const inARow = why === "one after the other";
    const many = Math.max(inARow ? LEAST_IN_A_ROW : 1, Math.round((share * snooping) / 200));
    (inARow ? snoopInARow : snoopIn)(month, why, many);
  }
}
