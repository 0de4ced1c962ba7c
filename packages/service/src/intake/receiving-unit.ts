// Knows which unit of ours a message is for, and who there sees to it.
import type { Organisation, Party } from "@rettvei/messages";
import type pg from "pg";
import { addressOfParty, unitOfNumber } from "../outbox/addresses/address-book.ts";
import { intakePersonMatter } from "./received-matter.ts";

/** The unit that has it from now on. */
export interface ReceivingUnit {
  readonly unitId: string | null;
  /** It is the unit that the message names, and that unit is in use. */
  readonly named: boolean;
  readonly personId: string | null;
}

/** Entry of the address book whose unit gets what no other unit can be found for. */
const INTAKE_PARTY = "intake";

/** Innermost first: whom it is really for. */
function withParts(organisation: Organisation): readonly Organisation[] {
  return [...organisation.parts.flatMap(withParts), organisation];
}

const IS_UNIT = "SELECT FROM rettvei.unit WHERE unit_id = $1";

async function unitNamed(client: pg.ClientBase, party: Party): Promise<string | undefined> {
  const organisations = party.organisation === undefined ? [] : withParts(party.organisation);
  for (const { id, type } of organisations.flatMap(({ idents }) => idents)) {
    const known = await unitOfNumber(client, type.value ?? "", id);
    if (known !== undefined) return known.closed ? undefined : (known.unitId ?? undefined);
    const { rowCount } = await client.query({ name: "is-unit", text: IS_UNIT, values: [id] });
    if (rowCount === 1) return id;
  }
  return undefined;
}

const FIRST =
  "SELECT unit_id FROM rettvei.unit WHERE kind <> 'municipality' ORDER BY unit_id LIMIT 1";

/** The unit that is told to get what is for none, else the first of all: never nobody. */
async function unitOfLastResort(client: pg.ClientBase): Promise<string | null> {
  const told = await addressOfParty(client, INTAKE_PARTY);
  if (told?.unitId != null && !told.closed) return told.unitId;
  const { rows } = await client.query<{ unit_id: string }>({ name: "first-unit", text: FIRST });
  return rows[0]?.unit_id ?? null;
}

const PERSON = "SELECT person_id FROM rettvei.matter WHERE matter_id = $1";

/** Null where the unit has named nobody. */
export async function intakePersonOf(
  client: pg.ClientBase,
  unitId: string | null,
): Promise<string | null> {
  if (unitId === null) return null;
  const values = [intakePersonMatter(unitId)];
  const query = { name: "intake-person", text: PERSON, values };
  const { rows } = await client.query<{ person_id: string | null }>(query);
  return rows[0]?.person_id ?? null;
}

/** The unit for a message to the party; one of last resort where the party is none of ours, or is closed. */
export async function receivingUnit(
  client: pg.ClientBase,
  party: Party | undefined,
): Promise<ReceivingUnit> {
  const found = party === undefined ? undefined : await unitNamed(client, party);
  const unitId = found ?? (await unitOfLastResort(client));
  const personId = await intakePersonOf(client, unitId);
  return { unitId, named: found !== undefined, personId };
}
