// Knows the invented people and units that tests of written messages use.

import type { Organisation, Party, Person, Professional } from "../parts/contact.ts";
import type { Code } from "../shape/kith-types.ts";

const HER: Code = { value: "HER", display: "HER-id", system: "2.16.578.1.12.4.1.1.9051" };
const FNR: Code = { value: "FNR", display: "Fødselsnummer", system: "2.16.578.1.12.4.1.1.8116" };
const HPR: Code = { value: "HPR", display: "HPR-nummer", system: "2.16.578.1.12.4.1.1.8116" };

function unit(name: string, her: string, parts: readonly Organisation[] = []): Organisation {
  return { name, idents: [{ id: her, type: HER }], telecoms: [], parts, professionals: [] };
}

export const CLINIC: Party = {
  organisation: unit("Solsiden helseforetak", "9900200", [
    unit("Solsiden distriktspsykiatriske senter", "9900210"),
  ]),
};

export const SURGERY: Party = { organisation: unit("Lykkebo legekontor", "9900101") };

export const PATIENT: Person = {
  familyName: "Bekkelund",
  givenName: "Åse",
  birthDate: "1988-03-14",
  sex: { value: "2", display: "Kvinne" },
  idents: [{ id: "14838810099", type: FNR }],
  telecoms: [],
};

export const AUTHOR: Professional = {
  familyName: "Elvestrand",
  givenName: "Odd",
  idents: [{ id: "0000002", type: HPR }],
  telecoms: [{ address: "tel:00000009" }],
};
