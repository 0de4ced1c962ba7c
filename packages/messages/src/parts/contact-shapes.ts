// Knows how people and organisations stand in MsgHead and in the shared components, which differ by namespace and order.
import { type Codec, lazy, mapped, orNothing } from "../shape/codec.ts";
import { many, one, optional, some } from "../shape/fields.ts";
import { cs, cv, url } from "../shape/kith-types.ts";
import { date, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { FELLESKOMPONENT, MSG_HEAD } from "../xml/namespaces.ts";
import type { Ident, Organisation, Person, Professional } from "./contact.ts";

/** MsgHead and felleskomponent1 have the same classes, each in its own namespace. */
export function contactShapes(uri: string) {
  const ident: Codec<Ident> = sequence(uri, { id: one("Id", text), type: one("TypeId", cv) });
  const telecom = sequence(uri, {
    type: optional("TypeTelecom", cs),
    address: one("TeleAddress", url),
  });
  const address = sequence(uri, {
    type: optional("Type", cs),
    street: optional("StreetAdr", text),
    postalCode: optional("PostalCode", text),
    city: optional("City", text),
    postbox: optional("Postbox", text),
    county: optional("County", cs),
    country: optional("Country", cs),
  });
  const name = {
    familyName: optional("FamilyName", text),
    middleName: optional("MiddleName", text),
    givenName: optional("GivenName", text),
    birthDate: optional("DateOfBirth", date),
    sex: optional("Sex", cs),
    nationality: optional("Nationality", cs),
  };
  const reach = { address: optional("Address", address), telecoms: many("TeleCom", telecom) };
  const person: Codec<Person> = sequence(uri, { ...name, idents: many("Ident", ident), ...reach });
  const role = {
    profession: optional("TypeHealthcareProfessional", cs),
    roleToPatient: optional("RoleToPatient", cv),
  };
  const professional: Codec<Professional> = sequence(uri, {
    ...role,
    ...name,
    idents: some("Ident", ident),
    ...reach,
  });
  return { ident, reach, name, role, person, professional };
}

/** Nobody: what an empty organisation reads as. */
const NO_ORGANISATION: Organisation = {
  idents: [],
  telecoms: [],
  parts: [],
  professionals: [],
};

const head = contactShapes(MSG_HEAD);
const shared = contactShapes(FELLESKOMPONENT);

/** An organisation of MsgHead: one unit and one person within it, or nothing at all. */
export const headOrganisation: Codec<Organisation> = orNothing(
  mapped(
    sequence(MSG_HEAD, {
      name: one("OrganisationName", text),
      type: optional("TypeOrganisation", cv),
      idents: some("Ident", head.ident),
      ...head.reach,
      part: optional(
        "Organisation",
        lazy((): Codec<Organisation> => headOrganisation),
      ),
      professional: optional("HealthcareProfessional", head.professional),
    }),
    ({ part, professional, ...own }): Organisation => ({
      ...own,
      parts: part === undefined ? [] : [part],
      professionals: professional === undefined ? [] : [professional],
    }),
    ({ parts, professionals, ...own }) => ({
      ...own,
      part: parts[0],
      professional: professionals[0],
    }),
  ),
  NO_ORGANISATION,
);

/** An organisation of the shared components: the kind before the name, and nobody in it. */
export const sharedOrganisation: Codec<Organisation> = mapped(
  sequence(FELLESKOMPONENT, {
    type: optional("TypeOrganisation", cv),
    name: one("OrganisationName", text),
    idents: some("Ident", shared.ident),
    ...shared.reach,
    part: optional(
      "Organisation",
      lazy((): Codec<Organisation> => sharedOrganisation),
    ),
  }),
  ({ part, ...own }): Organisation => ({
    ...own,
    parts: part === undefined ? [] : [part],
    professionals: [],
  }),
  ({ parts, ...own }) => ({ ...own, part: parts[0] }),
);

export const headPerson = head.person;
export const headProfessional = head.professional;
export const sharedPerson = shared.person;
export const sharedProfessional = shared.professional;
