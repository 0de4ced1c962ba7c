// Knows how patients, authors, our units and organisations of the address book stand in national messages.
import type { Organisation, Party, Person, Professional } from "@rettvei/messages";
import type { Address } from "../addresses/address.ts";
import type { ContentOf } from "../message-content.ts";

const NUMBERS_OF_ORGANISATIONS = "2.16.578.1.12.4.1.1.9051";
const NUMBERS_OF_PERSONS = "2.16.578.1.12.4.1.1.8116";

const DISPLAY = { HER: "HER-id", ENH: "Organisasjonsnummeret i Enhetsregisteret" } as const;

/** What is kept of a patient, for whom a message is about. */
export interface PatientRow {
  readonly name: string | null;
  readonly personNumber: string | null;
}

/** What is kept of a unit. */
export interface UnitRow {
  readonly name: string;
  readonly hfName: string | null;
}

function organisation(name: string, numbers: Address["numbers"]): Organisation {
  const idents = numbers.map(({ kind, number }) => ({
    id: number,
    type: { value: kind, display: DISPLAY[kind], system: NUMBERS_OF_ORGANISATIONS },
  }));
  return { name, idents, telecoms: [], parts: [], professionals: [] };
}

/** Whom it goes to, under the name that the book has. */
export function partyOf({ name, numbers }: Pick<Address, "name" | "numbers">): Party {
  return { organisation: organisation(name, numbers) };
}

/** The unit of ours that sends: under its own name, with the numbers that the book has for it. */
export function senderOf(unit: UnitRow, { numbers }: Pick<Address, "numbers">): Party {
  return { organisation: organisation(unit.name, numbers) };
}

/** The last word is the family name: names are kept in one piece. */
function names(name: string): Partial<Pick<Person, "givenName" | "familyName">> {
  const words = name.trim().split(/\s+/);
  const familyName = words.pop() ?? "";
  return { familyName, ...(words.length > 0 && { givenName: words.join(" ") }) };
}

/** D-numbers have 4 added to their first digit. */
function numberType(personNumber: string): "FNR" | "DNR" {
  return /^[4-7]/.test(personNumber) ? "DNR" : "FNR";
}

/** The patient; undefined where neither name nor number is known: nothing can be said of nobody. */
export function personOf({ name, personNumber }: PatientRow): Person | undefined {
  if (name === null && personNumber === null) return undefined;
  const value = personNumber === null ? undefined : numberType(personNumber);
  const display = value === "DNR" ? "D-nummer" : "Fødselsnummer";
  const type = value && { value, display, system: NUMBERS_OF_PERSONS };
  return {
    ...(name !== null && names(name)),
    idents: personNumber === null || type === undefined ? [] : [{ id: personNumber, type }],
    telecoms: [],
  };
}

/** Who answers for a message. */
export function authorOf({
  author: { givenName, familyName, telephone, hpr },
}: Pick<ContentOf<"plan-feedback">, "author">): Professional {
  const type = { value: "HPR", display: "HPR-nummer", system: NUMBERS_OF_PERSONS };
  return {
    givenName,
    familyName,
    idents: hpr === undefined ? [] : [{ id: hpr, type }],
    telecoms: [{ address: `tel:${telephone.replace(/\s/g, "")}` }],
  };
}
