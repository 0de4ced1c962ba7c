// Knows how units and people of the health service stand in messages without MsgHead: Henvisning 1.x, Epikrise, AppRec.
import { type Codec, type Draft, mapped } from "../shape/codec.ts";
import { many, optional } from "../shape/fields.ts";
import { type Code, cs, cv } from "../shape/kith-types.ts";
import { text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import {
  type Ident,
  type Organisation,
  type Party,
  type Professional,
  wholeNameOf,
} from "./contact.ts";
import {
  identOfPair,
  otherIdentShape,
  type Place,
  pairOfIdents,
  placeShape,
} from "./place-shape.ts";

interface Named {
  readonly name?: string;
  readonly id?: string;
  readonly typeId?: Code;
  readonly otherIdents: readonly Ident[];
}

function identParts({ id, typeId, otherIdents }: Named) {
  return {
    idents: identOfPair(id, typeId),
    ...(otherIdents.length > 0 && { otherIdents }),
    telecoms: [],
  };
}

/** Where the three messages differ: the order within an institution, and the name of the speciality. */
export interface PartyStyle {
  readonly uri: string;
  readonly within: readonly ("Dept" | "HCPerson" | "AdditionalId")[];
  readonly speciality: "MedSpeciality" | "MedSpecialty";
  /** Keys that each party has for the other; only Henvisning 1.0. */
  readonly hasPartyKeys: boolean;
}

const PARTY_KEYS = {
  idByRequester: optional("PartyIdByRequester", text),
  idByProvider: optional("PartyIdByServProv", text),
} as const;

/** The shape HCP: an institution with its units and people, or a person alone. */
export function partyShape(style: PartyStyle): Codec<Party> {
  const { uri } = style;
  const keys = style.hasPartyKeys ? PARTY_KEYS : ({} as typeof PARTY_KEYS);
  const shape = sequence(
    uri,
    {
      organisation: optional("Inst", institutionShape(style)),
      professional: optional("HCProf", professionalShape(uri)),
      speciality: optional(style.speciality, cv),
      ...keys,
      place: optional("Address", placeShape(uri)),
    },
    [{ of: ["organisation", "professional"], mustBe: true }],
  );
  return mapped(
    shape,
    ({ place, organisation, professional, ...own }): Party => ({
      ...own,
      ...(organisation && { organisation: { ...organisation, ...place } }),
      ...(professional && { professional: { ...professional, ...place } }),
    }),
    (party) => ({ ...party, place: placeOf(party) }),
  );
}

function placeOf({ organisation, professional }: Party): Place | undefined {
  const { address, telecoms } = organisation ??
    professional ?? { address: undefined, telecoms: [] };
  return address === undefined && telecoms.length === 0
    ? undefined
    : { address: address ?? {}, telecoms };
}

function institutionShape({ uri, within }: PartyStyle): Codec<Organisation> {
  const fields = {
    name: optional("Name", text),
    id: optional("Id", text),
    typeId: optional("TypeId", cs),
  };
  const inner = {
    Dept: { parts: many("Dept", departmentShape(uri)) },
    HCPerson: { professionals: many("HCPerson", memberShape(uri)) },
    AdditionalId: { otherIdents: many("AdditionalId", otherIdentShape(uri)) },
  };
  const [first, second, third] = within;
  const ordered = {
    ...inner[first ?? "Dept"],
    ...inner[second ?? "HCPerson"],
    ...inner[third ?? "AdditionalId"],
  };
  return mapped(
    sequence(uri, {
      ...fields,
      ...(ordered as typeof inner.Dept & typeof inner.HCPerson & typeof inner.AdditionalId),
    }),
    (read): Organisation => ({
      ...(read.name !== undefined && { name: read.name }),
      ...identParts(read),
      parts: read.parts,
      professionals: read.professionals,
    }),
    (organisation) => ({
      name: organisation.name,
      ...pairOfIdents(organisation.idents),
      otherIdents: organisation.otherIdents ?? [],
      parts: organisation.parts,
      professionals: organisation.professionals,
    }),
  );
}

function departmentShape(uri: string): Codec<Organisation> {
  return mapped(
    sequence(uri, {
      kind: optional("Type", cs),
      name: optional("Name", text),
      id: optional("Id", text),
      typeId: optional("TypeId", cs),
      otherIdents: many("AdditionalId", otherIdentShape(uri)),
    }),
    (read): Organisation => ({
      ...(read.name !== undefined && { name: read.name }),
      ...(read.kind && { type: read.kind }),
      ...identParts(read),
      parts: [],
      professionals: [],
    }),
    (unit) => ({
      kind: unit.type,
      name: unit.name,
      ...pairOfIdents(unit.idents),
      otherIdents: unit.otherIdents ?? [],
    }),
  );
}

function memberShape(uri: string): Codec<Professional> {
  return mapped(
    sequence(uri, {
      name: optional("Name", text),
      id: optional("Id", text),
      typeId: optional("TypeId", cs),
      otherIdents: many("AdditionalId", otherIdentShape(uri)),
    }),
    intoProfessional,
    outOfProfessional,
  );
}

function professionalShape(uri: string): Codec<Professional> {
  return mapped(
    sequence(uri, {
      kind: optional("Type", cs),
      name: optional("Name", text),
      id: optional("Id", text),
      typeId: optional("TypeId", cs),
      otherIdents: many("AdditionalId", otherIdentShape(uri)),
    }),
    ({ kind, ...read }): Professional => ({
      ...(kind && { profession: kind }),
      ...intoProfessional(read),
    }),
    (professional) => ({ kind: professional.profession, ...outOfProfessional(professional) }),
  );
}

function intoProfessional(read: Named): Professional {
  return { ...(read.name !== undefined && { wholeName: read.name }), ...identParts(read) };
}

function outOfProfessional(professional: Professional): Draft<Named> {
  return {
    name: wholeNameOf(professional),
    ...pairOfIdents(professional.idents),
    otherIdents: professional.otherIdents ?? [],
  };
}
