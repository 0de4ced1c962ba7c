// Knows what an agreement says while it is written: its words, its contact points, and the day of its review.
import type { AgreementContent, Contact } from "../../app/api/agreement-queries.ts";

export interface ContactDraft {
  readonly key: string;
  readonly side: Contact["side"];
  readonly name: string;
  readonly telephone: string;
  readonly email: string;
}

export interface ContentDraft {
  readonly text: string;
  readonly reviewOn: string;
  readonly contacts: readonly ContactDraft[];
}

export function newContact(side: Contact["side"]): ContactDraft {
  return { key: crypto.randomUUID(), side, name: "", telephone: "", email: "" };
}

/** An agreement that is new: one contact point of each side is to be filled in. */
export function emptyContent(): ContentDraft {
  return {
    text: "",
    reviewOn: "",
    contacts: [newContact("trust"), newContact("municipality")],
  };
}

/** As it stands, but for the day of the next review: that is what a review is to say. */
export function contentOf({ text, contacts }: AgreementContent): ContentDraft {
  const drafts = contacts.map(({ email = "", ...contact }) => ({
    ...newContact(contact.side),
    ...contact,
    email,
  }));
  return { text, reviewOn: "", contacts: drafts };
}

/** As it is sent. */
export function toldContent({ text, reviewOn, contacts }: ContentDraft): AgreementContent {
  const told = contacts.map(({ side, name, telephone, email }) => ({
    side,
    name: name.trim(),
    telephone: telephone.trim(),
    ...(email.trim() === "" ? {} : { email: email.trim() }),
  }));
  return { text: text.trim(), reviewOn, contacts: told };
}
