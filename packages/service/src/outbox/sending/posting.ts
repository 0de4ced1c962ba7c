// Knows how a message becomes what is posted: looked up, written in its standard or words, or why it cannot be.
import type pg from "pg";
import type { Static } from "typebox";
import type { Fact } from "../../facts/fact.ts";
import type { Address } from "../addresses/address.ts";
import { addressOfParty, addressOfUnit } from "../addresses/address-book.ts";
import type { MessageContent } from "../message-content.ts";
import type { Trouble, WRITTEN } from "../message-facts.ts";
import { noticeChoice } from "../notice-choice.ts";
import { type NationalContent, writeNational } from "../writing/national-message.ts";
import { NOTICE_TEXTS } from "../writing/notice-texts.ts";
import { type PatientRow, partyOf, personOf, senderOf, type UnitRow } from "../writing/parties.ts";

export type WrittenMessage = Fact<Static<(typeof WRITTEN)["body"]>>;

export interface Posting {
  readonly url: string;
  readonly contentType: "application/xml" | "application/json";
  readonly body: string;
}

export type Prepared =
  | { readonly kind: "posting"; readonly posting: Posting }
  /** Until things are set up otherwise. */
  | { readonly kind: "waiting"; readonly why: Trouble }
  | { readonly kind: "failed"; readonly why: Trouble; readonly detail: string }
  | { readonly kind: "unwanted" };

interface Ready {
  readonly client: pg.ClientBase;
  readonly message: WrittenMessage;
  readonly address: Address;
  readonly url: string;
}

const PATIENT = `SELECT name, person_number AS "personNumber" FROM rettvei.patient WHERE patient_id = $1`;
const UNIT = `SELECT name, hf_name AS "hfName" FROM rettvei.unit WHERE unit_id = $1`;

async function patientOf(client: pg.ClientBase, patientId: string | null): Promise<PatientRow> {
  const query = { name: "patient-of-message", text: PATIENT, values: [patientId] };
  const { rows } = await client.query<PatientRow>(query);
  return rows[0] ?? { name: null, personNumber: null };
}

async function unitOf(client: pg.ClientBase, unitId: string | null): Promise<UnitRow> {
  const query = { name: "unit-of-message", text: UNIT, values: [unitId] };
  const { rows } = await client.query<UnitRow>(query);
  return rows[0] ?? { name: unitId ?? "-", hfName: null };
}

function cannotBeWritten(detail: string): Prepared {
  return { kind: "failed", why: "cannot-be-written", detail: detail.slice(0, 500) };
}

async function requesterOf(client: pg.ClientBase, content: NationalContent) {
  if (content.form !== "discharge-summary" || content.requestedBy === undefined) return undefined;
  const { address, name } = content.requestedBy;
  const known = await addressOfParty(client, address);
  return partyOf({ name, numbers: known?.numbers ?? [] });
}

async function nationalPosting(ready: Ready, content: NationalContent): Promise<Prepared> {
  const { client, message, address, url } = ready;
  const { unitId, patientId, matterId: messageId, recordedAt: writtenAt } = message;
  const own = unitId === null ? undefined : await addressOfUnit(client, unitId);
  if (own === undefined || own.numbers.length === 0)
    return { kind: "waiting", why: "no-sender-number" };
  const patient = personOf(await patientOf(client, patientId));
  if (patient === undefined)
    return cannotBeWritten("patient: expected a name or a number, got neither");
  const around = {
    messageId,
    writtenAt,
    sender: senderOf(await unitOf(client, unitId), own),
    receiver: partyOf(address),
    patient,
    requester: await requesterOf(client, content),
  };
  const written = writeNational(around, content);
  if (written.ok) {
    return { kind: "posting", posting: { url, contentType: "application/xml", body: written.xml } };
  }
  const problems = written.problems.map(({ path, expected }) => `${path}: expected ${expected}`);
  return cannotBeWritten(problems.join("; "));
}

/** What a receiver without a national standard gets. Whose it is stands in `to`, and nowhere else. */
async function plainPosting(
  { client, message, url }: Ready,
  words: { readonly subject: string; readonly text: string; readonly language: string },
  by: string,
): Promise<Prepared> {
  const { kind, name } = message.body.to;
  const forPatient = kind === "patient";
  const { personNumber } = await patientOf(client, forPatient ? message.patientId : null);
  if (forPatient && personNumber === null)
    return cannotBeWritten("patient: expected a person number, got none");
  const to = forPatient ? { personNumber } : { address: message.body.to.address, name };
  const { matterId: messageId } = message;
  const body = JSON.stringify({ messageId, by, to, ...words });
  return { kind: "posting", posting: { url, contentType: "application/json", body } };
}

async function noticePosting(
  ready: Ready,
  { notice }: Extract<MessageContent, { form: "notice" }>,
): Promise<Prepared> {
  const { by, language } = await noticeChoice(ready.client, ready.message.patientId ?? "-");
  if (by === "none") return { kind: "unwanted" };
  return plainPosting(ready, { ...NOTICE_TEXTS[notice][language], language }, by);
}

function postingFor(ready: Ready, content: MessageContent): Promise<Prepared> {
  switch (content.form) {
    case "notice":
      return noticePosting(ready, content);
    case "letter": {
      const { title: subject, text, language } = content;
      return plainPosting(ready, { subject, text, language }, "letter");
    }
    default:
      return nationalPosting(ready, content);
  }
}

/** What is to be posted, and where to; or why nothing is. */
export async function prepare(
  client: pg.ClientBase,
  message: WrittenMessage,
  outboxUrl: string | undefined,
): Promise<Prepared> {
  const key = message.body.to.address;
  const address = key === null ? undefined : await addressOfParty(client, key);
  if (address === undefined) return { kind: "waiting", why: "no-address" };
  if (address.closed) {
    return {
      kind: "failed",
      why: "address-closed",
      detail: "the address book says that it is closed",
    };
  }
  const url = address.url ?? outboxUrl;
  if (url === undefined) return { kind: "waiting", why: "no-address" };
  return postingFor({ client, message, address, url }, message.body.content);
}
