// Knows names that nobody can take for those of real people.
import type { Random } from "../random/random-stream.ts";
import type { Sex } from "./synthetic-person-number.ts";

const GIVEN_NAMES: Readonly<Record<Sex, readonly string[]>> = {
  female: [
    "Eksempla",
    "Testine",
    "Prøvhild",
    "Fiktiva",
    "Syntetta",
    "Modella",
    "Demonja",
    "Kopilde",
    "Liksombjørg",
    "Mønstrid",
    "Kunstine",
    "Oppdiktine",
    "Påfunna",
    "Skinnhild",
    "Attrappa",
    "Utkasta",
  ],
  male: [
    "Eksemplar",
    "Testor",
    "Prøvulf",
    "Fiktivald",
    "Syntetus",
    "Modellius",
    "Demonius",
    "Kopivald",
    "Liksombrand",
    "Mønstar",
    "Kunstulf",
    "Oppdiktar",
    "Påfunnar",
    "Skinnvald",
    "Attrappus",
    "Utkastar",
  ],
};

const FAMILY_NAMES = [
  "Testesen",
  "Prøvesen",
  "Eksempelstad",
  "Fiktivrud",
  "Syntetvik",
  "Modellhaug",
  "Demolia",
  "Liksomsen",
  "Kunstigmo",
  "Oppdiktdal",
  "Påfunnli",
  "Skinnbakken",
  "Attrappgård",
  "Utkastnes",
  "Mønsterås",
  "Kopilund",
];

function oneOf(random: Random, names: readonly string[]): string {
  return names[Math.floor(random() * names.length)] ?? "";
}

export interface InventedName {
  readonly given: string;
  readonly family: string;
}

export function inventedName(random: Random, sex: Sex): InventedName {
  return { given: oneOf(random, GIVEN_NAMES[sex]), family: oneOf(random, FAMILY_NAMES) };
}
