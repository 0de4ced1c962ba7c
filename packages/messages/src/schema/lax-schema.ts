// Knows a stand-in for schemas that a folder may lack: the names that messages refer to, with any content.
import { PLEIE_OMSORG_1_5, PLEIE_OMSORG_2_0 } from "../xml/namespaces.ts";

/** The elements that Henvisning borrows from the messages of nursing and care. */
const BORROWED: Readonly<Record<string, readonly [uri: string, names: readonly string[]]>> = {
  "poKomponent-v1.5.xsd": [PLEIE_OMSORG_1_5, ["AssistertKommunikasjon", "ParorendeForesatt"]],
  "poKomponent-v2.0.xsd": [
    PLEIE_OMSORG_2_0,
    [
      "TilleggsopplysningPasient",
      "ParorendeForesatt",
      "TilknyttetEnhet",
      "KontaktpersonHelsepersonell",
      "AnsvarForRapport",
      "SendtDokument",
      "TypeInnholdIMelding",
      "InfoAssistertKommunikasjon",
      "OpplysningerOmIndividuellPlan",
      "PasientrelatertKontaktperson",
      "Legemiddelgjennomgang",
    ],
  ],
};

/** The stand-in for a schema file; undefined where there is none. Not the national schema, and no copy of it. */
export function laxSchema(file: string): Uint8Array | undefined {
  const borrowed = BORROWED[file];
  if (borrowed === undefined) return undefined;
  const [uri, names] = borrowed;
  const elements = names.map((name) => `<element name="${name}" type="anyType"/>`).join("");
  return Buffer.from(
    `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="${uri}">${elements}</schema>`,
  );
}
