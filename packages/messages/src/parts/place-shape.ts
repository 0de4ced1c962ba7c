// Knows addresses and numbers as messages without MsgHead write them: numbers with the address, kinds beside.
import { type Codec, mapped } from "../shape/codec.ts";
import { many, one, optional } from "../shape/fields.ts";
import { type Code, cs, url } from "../shape/kith-types.ts";
import { text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import type { Address, Ident, Telecom } from "./contact.ts";

/** An address with its numbers, which these messages write as one. */
export interface Place {
  readonly address: Address;
  readonly telecoms: readonly Telecom[];
}

export function placeShape(uri: string): Codec<Place> {
  return mapped(
    sequence(uri, {
      type: one("Type", cs),
      street: optional("StreetAdr", text),
      postalCode: optional("PostalCode", text),
      city: optional("City", text),
      county: optional("County", cs),
      country: optional("Country", cs),
      cityDistrict: optional("CityDistr", cs),
      telecoms: many("TeleAddress", url),
    }),
    ({ telecoms, ...address }): Place => ({
      address,
      telecoms: telecoms.map((each) => ({ address: each })),
    }),
    ({ address, telecoms }) => ({
      ...address,
      type: address.type ?? {},
      telecoms: telecoms.map((each) => each.address),
    }),
  );
}

/** What `Id` and `TypeId` say; both may be missing, each for itself. */
export function identOfPair(id: string | undefined, type: Code | undefined): readonly Ident[] {
  return id === undefined && type === undefined ? [] : [{ id: id ?? "", type: type ?? {} }];
}

export function pairOfIdents(idents: readonly Ident[]): { id?: string; typeId?: Code } {
  const first = idents[0];
  if (first === undefined) return {};
  const typeId = Object.keys(first.type).length === 0 ? {} : { typeId: first.type };
  return first.id === "" ? typeId : { id: first.id, ...typeId };
}

export function otherIdentShape(uri: string): Codec<Ident> {
  return sequence(uri, { id: one("Id", text), type: one("Type", cs) });
}
