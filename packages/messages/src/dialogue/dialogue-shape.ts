// Knows the elements of Dialogmelding 1.1 that we write: notes with who answers for them.

import type { Organisation, Professional } from "../parts/contact.ts";
import { contactShapes, sharedOrganisation } from "../parts/contact-shapes.ts";
import { headShape } from "../parts/message-head.ts";
import type { Codec } from "../shape/codec.ts";
import { many, one, optional, some } from "../shape/fields.ts";
import { type Code, cv } from "../shape/kith-types.ts";
import { text } from "../shape/scalars.ts";
import { sequence } from "../shape/sequence.ts";
import { DIALOGMELDING_1_1, FELLESKOMPONENT } from "../xml/namespaces.ts";
import type { XmlName } from "../xml/xml-tree.ts";

const DIA = DIALOGMELDING_1_1;

export interface NoteRole {
  readonly roleToPatient?: Code;
  readonly unit?: { readonly organisation: Organisation };
  readonly professional?: Professional;
}

export interface DialogueNote {
  readonly theme: Code;
  readonly topic?: string;
  readonly text?: string;
  readonly roles: readonly NoteRole[];
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

const role: Codec<NoteRole> = sequence(DIA, {
  roleToPatient: optional("RoleToPatient", cv),
  unit: optional(
    "TilknyttetEnhet",
    sequence(DIA, { organisation: one("Kontaktenhet", sharedOrganisation) }),
  ),
  professional: optional("HealthcareProfessional", professional),
});

const note: Codec<DialogueNote> = sequence(DIA, {
  theme: one("TemaKodet", cv),
  topic: optional("Tema", text),
  text: optional("TekstNotatInnhold", text),
  roles: many("RollerRelatertNotat", role),
});

const DIALOGUE_TAG: XmlName = { uri: DIA, name: "Dialogmelding" };

export const dialogueMessage = headShape(
  DIALOGUE_TAG,
  sequence(DIA, { notes: some("Notat", note) }),
);
