// Knows how somebody of a story is referred, gets a right or none, and what is registered then.
import { type DayNumber, toCalendarDate, toDayNumber } from "@rettvei/engine";
import { syntheticPersonNumber } from "../../person-number/synthetic-person-number.ts";
import { type Act, coordinatorOf, courseOf, leaderOf, type StoryPatient } from "../story.ts";
import type { StoryWorld } from "../story-world.ts";

export const STORY_REFERRER = "referrer-000000101";
const TELEPHONE = "99 99 99 99";
/** Serials of the population and of staff end below. */
const SERIAL = 160;
const YEAR = 365.25;
/** So that nobody of a story has a birthday while the stories are shown. */
const SINCE_BIRTHDAY = 150;

/** Who else refers, on paper: offices that messages do and do not reach. */
export const OFFICES = {
  /** Takes what it gets and never says so. */
  silent: { name: "Stine Stilleslett", organisation: "Stille legekontor", address: "9900952" },
  /** Takes no messages any more. */
  closed: { name: "Sverre Sluttgård", organisation: "Nedlagte legekontor", address: "9900953" },
  /** In no address book. */
  unknown: { name: "Unni Ukjentnes", organisation: "Ukjent legekontor", address: undefined },
} as const;

export interface ReferralWords {
  readonly urgency?: "soon" | "ordinary";
  readonly symptoms: string;
  readonly own: string;
  /** On paper, from one of the offices; else by the GP who logs in. */
  readonly paper?: keyof typeof OFFICES;
}

/** Born so many whole years and some months ago. */
function bornOn(world: StoryWorld, { age }: StoryPatient): DayNumber {
  return toDayNumber(world.today) - Math.floor(age * YEAR) - SINCE_BIRTHDAY;
}

function referrerOf(world: StoryWorld, paper: ReferralWords["paper"]) {
  if (paper === undefined) {
    const { name } = world.person(STORY_REFERRER);
    return { name, organisation: "Lykkebo legekontor", phone: TELEPHONE, address: "9900101" };
  }
  const { address, ...office } = OFFICES[paper];
  return { ...office, phone: TELEPHONE, ...(address !== undefined && { address }) };
}

interface Sent {
  readonly referralId: string;
  readonly courseId: string;
  readonly patient: { readonly patientId: string };
}

export function referred({ urgency = "ordinary", symptoms, own, paper }: ReferralWords): Act {
  return async (world, patient) => {
    const { name, sex, unitId, pathway } = patient;
    const born = bornOn(world, patient);
    const personNumber = syntheticPersonNumber(born, sex, SERIAL);
    const birthYear = Number(toCalendarDate(born).slice(0, 4));
    const by = paper === undefined ? STORY_REFERRER : coordinatorOf(patient);
    const sent = await world.post<Sent>(world.staff(by), "/api/referrals", {
      ...{ unitId, pathway, urgency },
      patient: { personNumber, name, birthYear },
      referrer: referrerOf(world, paper),
      points: [
        { item: "ref-symptoms", answer: "present", text: symptoms },
        { item: "ref-own-wish", answer: "present", text: own },
      ],
      incompleteBecause: "Resten ettersendes når prøvesvarene er her.",
      patientWords: own,
    });
    world.remember(name, "referral", sent.referralId);
    world.remember(name, "course", sent.courseId);
    world.remember(name, "patient", sent.patient.patientId);
  };
}

/** Answers the referral as it is now, as the unit's coordinator with a specialist for an author. */
function answered(path: string, bodyOf: (world: StoryWorld, patient: StoryPatient) => object): Act {
  return (world, patient) => {
    const referral = `/api/referrals/${world.idOf(patient.name, "referral")}`;
    const who = world.staff(coordinatorOf(patient));
    return world.change(who, `${referral}/status`, `${referral}/${path}`, bodyOf(world, patient));
  };
}

const AUTHOR = { givenName: "Sigrid", familyName: "Spesialistad", telephone: TELEPHONE };

export interface Right {
  /** Days from the day the right is given to the patient's legal deadline. */
  readonly within: number;
  readonly condition?: "psykose" | "spiseforstyrrelser";
  readonly severity?: "serious" | "less-serious";
}

export function granted({ within, ...more }: Right): Act {
  return answered("grant", (world, { pathway }) => {
    const legalDeadline = world.in(within);
    return { pathway, grantedFor: "assessment", legalDeadline, author: AUTHOR, ...more };
  });
}

export function refused(reasons: string, furtherMeasures: string): Act {
  const howToComplain = "Du kan klage til statsforvalteren innen fire uker. Vi hjelper deg gjerne.";
  return answered("refuse", () => ({ reasons, furtherMeasures, howToComplain, author: AUTHOR }));
}

export function movedDeadline(days: number, note: string): Act {
  return answered("legal-deadline", (world) => ({ to: world.in(days), reason: "capacity", note }));
}

/** Registered in the course on the day, by its coordinator. */
export function registered(event: string, fields: Readonly<Record<string, string>> = {}): Act {
  return (world, patient) => {
    const course = courseOf(world, patient);
    const records = [{ event, occurredOn: world.day, ...fields }];
    const who = world.staff(coordinatorOf(patient));
    return world.change(who, course, `${course}/records`, { records });
  };
}

type Task = "coordinator" | "practitioner";

async function giveTask(
  world: StoryWorld,
  patient: StoryPatient,
  role: Task,
  personId: string,
): Promise<void> {
  const at = `${courseOf(world, patient)}/assignments`;
  const { name: personName } = world.person(personId);
  const task = { role, personId, personName, phone: TELEPHONE };
  await world.change(world.staff(coordinatorOf(patient)), at, at, task);
}

/** Gives the tasks in the course, each to whoever of the unit has the role. */
export function given(...roles: readonly Task[]): Act {
  return async (world, patient) => {
    for (const role of roles) await giveTask(world, patient, role, `${role}-${patient.unitId}`);
  };
}

/** The leader coordinates this one. */
export const givenToLeader: Act = (world, patient) =>
  giveTask(world, patient, "coordinator", leaderOf(patient));
