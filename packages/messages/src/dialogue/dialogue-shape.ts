// Knows the elements of Dialogmelding 1.1: notes and questions with the people they name.

import type { Organisation, Person, Professional } from "../parts/contact.ts";
import { contactShapes, sharedOrganisation } from "../parts/contact-shapes.ts";
import { headShape } from "../parts/message-head.ts";
import type { Codec } from "../shape/codec.ts";
import { many, one, optional } from "../shape/fields.ts";
import { type Code, cs, cv } from "../shape/kith-types.ts";
import { date, text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { DIALOGMELDING_1_1, FELLESKOMPONENT } from "../xml/namespaces.ts";
import type { XmlName } from "../xml/xml-tree.ts";

const DIA = DIALOGMELDING_1_1;

export interface NoteRole {
  readonly role?: Code;
  readonly roleToPatient?: Code;
  readonly unit?: {
    readonly organisation: Organisation;
    readonly note?: string;
    readonly professional?: Professional;
    readonly person?: Person;
  };
  readonly professional?: Professional;
  readonly person?: Person;
}

export interface DialogueQuestion {
  readonly kind: Code;
  readonly topic?: string;
  readonly text?: string;
  readonly purpose?: Code;
  readonly reason?: string;
  readonly urgency?: Code;
  readonly from?: string;
  readonly to?: string;
  readonly recordKinds: readonly Code[];
  readonly coded?: Code;
  readonly documentId?: string;
  readonly roles: readonly NoteRole[];
}

export interface DialogueNote {
  readonly theme: Code;
  readonly topic?: string;
  readonly text?: string;
  readonly remark?: string;
  readonly documentId?: string;
  readonly on?: string;
  readonly question?: DialogueQuestion;
  readonly roles: readonly NoteRole[];
}

/** What a dialogue message says: notes or questions, never both. */
export interface DialogueBody {
  readonly caseCode?: Code;
  readonly caseType?: string;
  readonly questions: readonly DialogueQuestion[];
  readonly notes: readonly DialogueNote[];
}

/** The person stands in the namespace of the message, with numbers and addresses of the shared components. */
const own = contactShapes(DIA);
const shared = contactShapes(FELLESKOMPONENT);
const professional: Codec<Professional> = sequence(DIA, {
  ...own.role,
  ...own.name,
  idents: many("Ident", shared.ident),
  ...shared.reach,
});

const { familyName, middleName, givenName, ...born } = own.name;
const person: Codec<Person> = sequence(DIA, {
  givenName,
  middleName,
  familyName,
  ...born,
  idents: many("Ident", shared.ident),
  ...shared.reach,
});

const who = {
  professional: optional("HealthcareProfessional", professional),
  person: optional("Person", person),
} as const;
const ONE_OF_THEM = [{ of: ["professional", "person"], mustBe: false }] as const;

const role: Codec<NoteRole> = sequence(
  DIA,
  {
    role: optional("RolleNotat", cv),
    roleToPatient: optional("RoleToPatient", cv),
    unit: optional(
      "TilknyttetEnhet",
      sequence(
        DIA,
        {
          organisation: one("Kontaktenhet", sharedOrganisation),
          note: optional("Merknad", text),
          ...who,
        },
        ONE_OF_THEM,
      ),
    ),
    ...who,
  },
  ONE_OF_THEM,
);

const question: Codec<DialogueQuestion> = sequence(DIA, {
  kind: one("TypeForesp", cv),
  topic: optional("EmneSporsmal", text),
  text: optional("Sporsmal", text),
  purpose: optional("Formål", cv),
  reason: optional("Begrunnelse", text),
  urgency: optional("Hastegrad", cs),
  from: optional("FraDato", date),
  to: optional("TilDato", date),
  recordKinds: many("TypeJournalinfo", cv),
  coded: optional("KodetOpplysning", cv),
  documentId: optional("DokIdForesp", text),
  roles: many("RollerRelatertNotat", role),
});

const note: Codec<DialogueNote> = sequence(DIA, {
  theme: one("TemaKodet", cv),
  topic: optional("Tema", text),
  text: optional("TekstNotatInnhold", text),
  remark: optional("Merknad", text),
  documentId: optional("DokIdNotat", text),
  on: optional("DatoNotat", date),
  question: optional("Foresporsel", question),
  roles: many("RollerRelatertNotat", role),
});

const DIALOGUE_TAG: XmlName = { uri: DIA, name: "Dialogmelding" };

const body: Codec<DialogueBody> = sequence(DIA, {
  caseCode: optional("SakstypeKodet", cv),
  caseType: optional("Sakstype", text),
  questions: many("Foresporsel", question),
  notes: many("Notat", note),
});

export const dialogueMessage = headShape(DIALOGUE_TAG, body);
