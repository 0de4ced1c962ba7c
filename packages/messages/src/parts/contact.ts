// Knows people, professionals and organisations as all messages tell of them.
import type { Code } from "../shape/kith-types.ts";

/** A number or key with its kind, as HER, HPR, ENH, FNR, DNR. */
export interface Ident {
  readonly id: string;
  readonly type: Code;
}

export interface Telecom {
  readonly type?: Code;
  /** As written: `tel:…`, `mailto:…`. */
  readonly address: string;
}

export interface Address {
  readonly type?: Code;
  readonly street?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly postbox?: string;
  readonly county?: Code;
  readonly country?: Code;
  readonly cityDistrict?: Code;
}

/** Whoever can be reached. */
interface Reachable {
  readonly idents: readonly Ident[];
  readonly address?: Address;
  readonly telecoms: readonly Telecom[];
}

export interface Person extends Reachable {
  readonly familyName?: string;
  readonly middleName?: string;
  readonly givenName?: string;
  /** The name in one piece, where the standard has no other: Henvisning 1.x, Epikrise, AppRec. */
  readonly wholeName?: string;
  /** As written; mostly a date. */
  readonly birthDate?: string;
  readonly sex?: Code;
  readonly nationality?: Code;
  /** Numbers the person is or was known under beside `idents`. */
  readonly otherIdents?: readonly Ident[];
}

export interface Professional extends Person {
  readonly profession?: Code;
  readonly roleToPatient?: Code;
}

export interface Organisation extends Reachable {
  readonly name?: string;
  readonly type?: Code;
  readonly otherIdents?: readonly Ident[];
  /** Units within it; MsgHead has room for one. */
  readonly parts: readonly Organisation[];
  /** People of it; MsgHead has room for one. */
  readonly professionals: readonly Professional[];
}

/** Who sends, receives or is told of: an organisation, or a professional alone. */
export interface Party {
  readonly role?: Code;
  readonly commMethod?: Code;
  readonly organisation?: Organisation;
  readonly professional?: Professional;
  readonly speciality?: Code;
  /** Keys that requester and provider know the party by; only Henvisning 1.0. */
  readonly idByRequester?: string;
  readonly idByProvider?: string;
}

/** The first number of a kind, as `identOf(party.organisation, "HER")`. */
export function identOf(holder: Reachable | undefined, kind: string): string | undefined {
  return holder?.idents.find((ident) => ident.type.value === kind)?.id;
}

/** Who a party is, in words: the person who writes, if one is told, and the innermost unit. */
export function partyNames({ organisation, professional }: Party): {
  readonly person?: string;
  readonly organisation?: string;
} {
  const unit = organisation && innermost(organisation);
  const writer = professional ?? unit?.professionals[0] ?? organisation?.professionals[0];
  const person = writer && wholeNameOf(writer);
  return {
    ...(person !== undefined && { person }),
    ...(unit?.name !== undefined && { organisation: unit.name }),
  };
}

/** The innermost unit: whom a message is really from or to. */
export function innermost(organisation: Organisation): Organisation {
  const part = organisation.parts[0];
  return part === undefined ? organisation : innermost(part);
}

/** The name in one piece: as it came, else given, middle and family name. */
export function wholeNameOf(person: Omit<Person, "idents" | "telecoms">): string | undefined {
  const { wholeName, givenName, middleName, familyName } = person;
  const parts = [givenName, middleName, familyName].filter((part) => part !== undefined);
  return wholeName ?? (parts.length === 0 ? undefined : parts.join(" "));
}
