// Knows the invented staff: those of each unit, and those who have no unit of their own.
import { dayNumberOf } from "@rettvei/engine";
import { REGIONS, TRUSTS } from "../organisation/health-trusts.ts";
import { type Unit, units } from "../organisation/units.ts";
import { inventedName } from "../person-number/invented-name.ts";
import { syntheticPersonNumber } from "../person-number/synthetic-person-number.ts";
import { PURPOSE } from "../random/purposes.ts";
import { randomStream } from "../random/random-stream.ts";
import { STORY_TRUST, STORY_UNITS } from "../stories/story-units.ts";
import { type HeldRole, type Persona, type PersonaRole, ROLE_TITLES } from "./persona.ts";

const SEED = 2019;
const OLDEST = dayNumberOf(1962, 1, 1);
/** Beyond the serials that a population uses, so that no patient has the number of an employee. */
const SERIAL = 150;
/** Real numbers of health personnel are shorter. */
const FIRST_HPR = 990_000_000_000;
/** No registry gives organisation numbers that begin so. */
const INVENTED_ORGANISATION = "000000";
const MUNICIPALITY = `${INVENTED_ORGANISATION}201`;
/** The invented municipality's unit for follow-up: what is shared with a municipality is shared with a unit of it. */
export const MUNICIPAL_UNIT = `kommune-${MUNICIPALITY}`;
export const MUNICIPAL_NAME = "Testvik kommune (oppdiktet)";

interface Draft {
  readonly subject: string;
  readonly title: string;
  readonly roles: readonly HeldRole[];
  readonly unitId: string | null;
  readonly health: boolean;
}

function personaOf({ subject, title, roles, unitId, health }: Draft, at: number): Persona {
  const sex = at % 2 === 0 ? "female" : "male";
  const { given, family } = inventedName(randomStream(SEED, at, PURPOSE.staff), sex);
  return {
    subject,
    name: `${given} ${family}`,
    personNumber: syntheticPersonNumber(OLDEST + at * 11, sex, SERIAL),
    hpr: health ? String(FIRST_HPR + at) : null,
    title,
    roles,
    patientId: null,
    unitId,
  };
}

function unitDrafts(unit: Pick<Unit, "id" | "trustOrgNumber">): readonly Draft[] {
  const held = (role: PersonaRole): HeldRole => ({
    role,
    organisation: unit.trustOrgNumber,
    unitIds: [unit.id],
  });
  const one = (role: PersonaRole): Draft => ({
    subject: `${role}-${unit.id}`,
    title: ROLE_TITLES[role],
    roles: [held(role)],
    unitId: unit.id,
    health: role !== "leader",
  });
  const both: Draft = {
    subject: `two-roles-${unit.id}`,
    title: "Koordinator og behandler: velger rolle etter innlogging",
    roles: [held("coordinator"), held("practitioner")],
    unitId: unit.id,
    health: true,
  };
  return [one("coordinator"), one("practitioner"), one("leader"), both];
}

function elsewhere(
  role: PersonaRole,
  organisation: string,
  title: string = ROLE_TITLES[role],
  unitIds: readonly string[] = [],
): Draft {
  const roles = [{ role, organisation, unitIds }];
  const health = role === "referrer" || role === "municipality";
  return { subject: `${role}-${organisation}`, title, roles, unitId: null, health };
}

function draftsWithoutUnit(): readonly Draft[] {
  return [
    elsewhere("referrer", `${INVENTED_ORGANISATION}101`),
    elsewhere("municipality", MUNICIPALITY, "Kommune (Testvik, oppfølging)", [MUNICIPAL_UNIT]),
    ...REGIONS.map(({ orgNumber, name }) =>
      elsewhere("regional-analyst", orgNumber, `Analytiker i ${name}`),
    ),
    elsewhere("national-analyst", `${INVENTED_ORGANISATION}301`),
    elsewhere("editor", `${INVENTED_ORGANISATION}301`),
    ...TRUSTS.slice(0, 1).map(({ orgNumber, name }) =>
      elsewhere("log-controller", orgNumber, `Loggkontrollør, ${name}`),
    ),
    elsewhere("operator", `${INVENTED_ORGANISATION}401`),
    elsewhere("relative", `${INVENTED_ORGANISATION}000`),
  ];
}

/** Last, so that everybody else stays who they are. */
function draftsOfFamilies(): readonly Draft[] {
  return [
    elsewhere("relative", `${INVENTED_ORGANISATION}001`, "Foresatt"),
    elsewhere("relative", `${INVENTED_ORGANISATION}002`, "Pårørende med samtykke"),
  ];
}

let made: readonly Persona[] | undefined;

/** All staff and those close to patients, the same ones at every call: without a unit, then unit by unit. */
export function staffPersonas(): readonly Persona[] {
  made ??= [...draftsWithoutUnit(), ...units().flatMap(unitDrafts), ...draftsOfFamilies()].map(
    personaOf,
  );
  return made;
}

/** Far from the others' places, so that everybody stays who they are when units are added. */
const FIRST_IN_STORIES = 1_000;

let inStories: readonly Persona[] | undefined;

/** Those who work at the units of the stories, and the log controller of their trust. */
export function storyStaff(): readonly Persona[] {
  const { orgNumber, name } = STORY_TRUST;
  inStories ??= [
    elsewhere("log-controller", orgNumber, `Loggkontrollør, ${name}`),
    ...STORY_UNITS.flatMap(({ unitId }) => unitDrafts({ id: unitId, trustOrgNumber: orgNumber })),
  ].map((draft, at) => personaOf(draft, FIRST_IN_STORIES + at));
  return inStories;
}
