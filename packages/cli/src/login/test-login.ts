// Knows how the service is tried out: with the built-in test login beside it, and roles for its personas.
import {
  type Persona,
  patientPersona,
  REGIONS,
  refuseTestLogin,
  staffPersonas,
  startTestLogin,
  type TestLogin,
  TRUSTS,
  units,
  webClient,
} from "@rettvei/demo";
import {
  keepActors,
  type LoginSettings,
  newClientKey,
  patientsAtUnits,
  publicKeyOf,
  type Store,
} from "@rettvei/service";
import { BadInput } from "../exit-codes.ts";

/** The name of the test login in the table of who is who; its address may be another at each start. */
const KNOWN_AS = "rettvei-test-login";
const CLIENT = "rettvei";
const API = { audience: "rettvei:api", scope: "rettvei:api/all" };
const PATIENTS_PER_UNIT = 3;
const YEAR_MS = 365 * 86_400_000;

function places() {
  return units().map(({ id, name, trust, region }) => {
    const hf = TRUSTS.find((one) => one.id === trust)?.name ?? trust;
    const rhf = REGIONS.find((one) => one.orgNumber === region)?.name ?? region;
    return { unitId: id, name, group: `${hf}, ${rhf}` };
  });
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

export interface Trying {
  readonly login: LoginSettings;
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
  const key = await newClientKey();
  const clients = new Map([[CLIENT, webClient(CLIENT, [publicKeyOf(key)])]]);
  const { issuer, close } = await startBeside({
    port: port === 0 ? 0 : port + 1,
    host,
    clients,
    api: API,
    personas: async () => personas,
    places: places(),
  });
  const prepare = async (store: Store): Promise<void> => {
    const patients = await patientsAtUnits(store, PATIENTS_PER_UNIT);
    personas = [...staffPersonas(), ...patients.map(patientPersona)];
    await giveRoles(store, personas);
  };
  const clientKeys = [key];
  const base = { issuer, knownAs: KNOWN_AS, clientId: CLIENT, clientKeys, api: API };
  return { login: { ...base, isTest: true }, prepare, close };
}
