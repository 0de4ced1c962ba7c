// Knows how the service is tried out: with the built-in test login beside it, and roles for its personas.
import {
  MUNICIPAL_NAME,
  MUNICIPAL_UNIT,
  machineClient,
  type Persona,
  type PlaceOfWork,
  patientPersona,
  REGIONS,
  refuseTestLogin,
  STORY_TRUST,
  STORY_UNITS,
  staffPersonas,
  startTestLogin,
  storyStaff,
  type TestLogin,
  TRUSTS,
  units,
  webClient,
} from "@rettvei/demo";
import { parseCalendarDate } from "@rettvei/engine";
import {
  keepActors,
  keepAddresses,
  keepRepresentations,
  keepUnits,
  type LoginSettings,
  newClientKey,
  type PatientAtUnit,
  type PatientOfAge,
  patientsAt,
  patientsAtUnits,
  patientsOfAges,
  publicKeyOf,
  type Store,
} from "@rettvei/service";
import { BadInput } from "../exit-codes.ts";
import { tellOnce } from "./telling-stories.ts";
import { tryingAddresses } from "./trying-addresses.ts";
import { startTryingCounterpart } from "./trying-counterpart.ts";

/** The name of the test login in the table of who is who; its address may be another at each start. */
const KNOWN_AS = "rettvei-test-login";
const CLIENT = "rettvei";
const COUNTERPART = "counterpart";
const API = { audience: "rettvei:api", scope: "rettvei:api/all" };
const PATIENTS_PER_UNIT = 3;
/** Known by its name where staff choose who goes on with a patient. */
const MUNICIPALITY = {
  ...{ unitId: MUNICIPAL_UNIT, name: MUNICIPAL_NAME, kind: "municipality" },
  ...{ hfName: null, rhfName: null, synthetic: true },
};
const YEAR_MS = 365 * 86_400_000;
/** One of each: under 12, from 12 to 15, nearly grown up, and grown up. */
const AGES = [11, 14, 17, 30];
/** Of the patients of the stories: the children, the one who is nearly grown up, and one with a plan. */
const STORY_AGES = [11, 13, 17, 34];
const STORY_UNIT_IDS = STORY_UNITS.map(({ unitId }) => unitId);
const GUARDIAN = "relative-000000001";
const CLOSE = "relative-000000002";

/** The units of the stories first, where they were told: they are what is shown unless one chooses. */
function placesWith(stories: boolean): readonly PlaceOfWork[] {
  const told = stories ? STORY_UNITS : [];
  return [
    ...told.map(({ unitId, name }) => ({ unitId, name, group: STORY_TRUST.name })),
    ...units().map(({ id, name, trust, region }) => {
      const hf = TRUSTS.find((one) => one.id === trust)?.name ?? trust;
      const rhf = REGIONS.find((one) => one.orgNumber === region)?.name ?? region;
      return { unitId: id, name, group: `${hf}, ${rhf}` };
    }),
  ];
}

/** Gives each persona its roles for a year; those that are held already are left as they are. */
async function giveRoles(store: Store, personas: readonly Persona[]): Promise<void> {
  const now = store.now();
  const validTo = new Date(now.getTime() + YEAR_MS);
  const given = { validFrom: now, validTo, recordedBy: KNOWN_AS };
  const actors = personas.map(({ subject, name, hpr, patientId, roles }) => ({
    actor: { actorId: subject, kind: "person" as const, name, hpr, patientId },
    identities: [{ issuer: KNOWN_AS, subject }],
    grants: roles.map((role) => ({ ...role, ...given })),
  }));
  await keepActors(store.database.pool, actors, now);
}

/** Who hands in receipts: a machine that sees nothing of patients by that. */
async function letCounterpartIn(store: Store): Promise<void> {
  const now = store.now();
  const validTo = new Date(now.getTime() + YEAR_MS);
  const held = { role: "referrer", organisation: "000000901", unitIds: [] } as const;
  const name = "Mottaker for utprøving";
  const one = {
    actor: { actorId: COUNTERPART, kind: "machine" as const, name, hpr: null, patientId: null },
    identities: [{ issuer: KNOWN_AS, subject: COUNTERPART }],
    grants: [{ ...held, validFrom: now, validTo, recordedBy: KNOWN_AS }],
  };
  await keepActors(store.database.pool, [one], now);
}

/** A guardian of the two youngest, and somebody close by consent of the one who is grown up. */
function familyOf(patients: readonly PatientOfAge[], personas: readonly Persona[], now: Date) {
  const until = parseCalendarDate(new Date(now.getTime() + YEAR_MS).toISOString().slice(0, 10));
  return patients.flatMap(({ patientId, age }) => {
    const actsAs = age < 16 ? ("guardian" as const) : ("consent" as const);
    const personId = actsAs === "guardian" ? GUARDIAN : CLOSE;
    const person = personas.find(({ subject }) => subject === personId);
    if (person === undefined || (age >= 16 && age < 18)) return [];
    const purpose = actsAs === "guardian" ? "Foresatt" : "Støtte i hverdagen";
    return [{ patientId, actsAs, personId, personName: person.name, purpose, until }];
  });
}

/** Whom the page offers as patients: where the stories were told, theirs are those of each age. */
async function patientsOf(store: Store, inStories: readonly PatientOfAge[]) {
  if (inStories.length === 0) {
    const ofAges = await patientsOfAges(store, AGES);
    return { ofAges, families: familyOf(ofAges, staffPersonas(), store.now()) };
  }
  return { ofAges: inStories.filter(({ age }) => STORY_AGES.includes(age)), families: [] };
}

export interface Trying {
  readonly login: LoginSettings;
  /** Where messages go while the service is tried out. */
  readonly outboxUrl: string;
  /** To be told where the service is, once it is there. */
  readonly serviceAt: (url: string) => void;
  /** Fills what the personas see: once, in a store that has no stories yet or not all of them. */
  readonly tellStories: typeof tellOnce;
  /** To be done with the store before the first request. */
  readonly prepare: (store: Store) => Promise<void>;
  close(): Promise<void>;
}

/** The next port, so that the address is the same at each start; a free one where that is taken. */
async function startBeside(options: Parameters<typeof startTestLogin>[0]): Promise<TestLogin> {
  try {
    return await startTestLogin(options);
  } catch (cause) {
    if ((cause as { readonly code?: unknown }).code !== "EADDRINUSE") throw cause;
    return startTestLogin({ ...options, port: 0 });
  }
}

/** Starts the test login. Throws BadInput in production, and for an address that other machines reach. */
export async function tryOut(host: string, port: number): Promise<Trying> {
  try {
    refuseTestLogin(host, process.env.NODE_ENV);
  } catch (cause) {
    throw new BadInput((cause as Error).message);
  }
  let personas: readonly Persona[] = staffPersonas();
  let places = placesWith(false);
  const key = await newClientKey();
  const clientKey = await newClientKey();
  const clients = new Map([
    [CLIENT, webClient(CLIENT, [publicKeyOf(key)])],
    [COUNTERPART, machineClient(COUNTERPART, [publicKeyOf(clientKey)])],
  ]);
  const { issuer, close } = await startBeside({
    port: port === 0 ? 0 : port + 1,
    host,
    clients,
    api: API,
    personas: async () => personas,
    places: () => places,
  });
  const prepare = async (store: Store): Promise<void> => {
    const inStories = await patientsAt(store, STORY_UNIT_IDS);
    const { ofAges, families } = await patientsOf(store, inStories);
    const aged = new Set(ofAges.map(({ patientId }) => patientId));
    const atUnits: readonly PatientAtUnit[] = [
      ...inStories.map(({ age: _, ...patient }) => patient),
      ...(await patientsAtUnits(store, PATIENTS_PER_UNIT)).filter(
        ({ unitId }) => !STORY_UNIT_IDS.includes(unitId),
      ),
    ];
    const others = atUnits.filter(({ patientId }) => !aged.has(patientId));
    const told = inStories.length > 0;
    const staff = told ? [...storyStaff(), ...staffPersonas()] : staffPersonas();
    personas = [...staff, ...[...ofAges, ...others].map(patientPersona)];
    places = placesWith(told);
    await keepUnits(store, [MUNICIPALITY]);
    await giveRoles(store, personas);
    await keepRepresentations(store, families);
    await letCounterpartIn(store);
    await keepAddresses(store, tryingAddresses(silentUrl));
  };
  const own = { issuer, clientId: COUNTERPART, clientKey, scope: API.scope };
  const counterpart = await startTryingCounterpart(own);
  const { outboxUrl, silentUrl, serviceAt, close: closeCounterpart } = counterpart;
  const closeAll = async (): Promise<void> => {
    await closeCounterpart();
    await close();
  };
  const clientKeys = [key];
  const base = { issuer, knownAs: KNOWN_AS, clientId: CLIENT, clientKeys, api: API };
  const login = { ...base, isTest: true };
  return { login, outboxUrl, serviceAt, tellStories: tellOnce, prepare, close: closeAll };
}
