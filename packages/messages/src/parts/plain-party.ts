// Knows a party as messages without MsgHead tell it: names in one piece, kinds of numbers without code system.
import {
  type Ident,
  type Organisation,
  type Party,
  type Professional,
  wholeNameOf,
} from "./contact.ts";

/** The same party with nothing that Henvisning 1.x, Epikrise and AppRec have no place for by their nature. */
export function plainParty(party: Party): Party {
  const { organisation, professional, ...own } = party;
  return {
    ...own,
    ...(organisation && { organisation: plainOrganisation(organisation) }),
    ...(professional && { professional: plainPerson(professional) }),
  };
}

function plainOrganisation(organisation: Organisation): Organisation {
  return {
    ...organisation,
    idents: organisation.idents.map(plainIdent),
    parts: organisation.parts.map(plainOrganisation),
    professionals: organisation.professionals.map(plainPerson),
  };
}

export function plainPerson(person: Professional): Professional {
  const { familyName: _family, middleName: _middle, givenName: _given, ...own } = person;
  const wholeName = wholeNameOf(person);
  const idents = person.idents.map(plainIdent);
  return { ...own, idents, ...(wholeName !== undefined && { wholeName }) };
}

function plainIdent({ id, type }: Ident): Ident {
  const { system: _, ...kind } = type;
  return { id, type: kind };
}
