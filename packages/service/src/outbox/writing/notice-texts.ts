// Knows the words of notices to patients: that there is something, never what, from whom, or of which kind of care.
import type { LANGUAGES, NOTICES } from "../message-content.ts";

type Notice = (typeof NOTICES)[number];
type Language = (typeof LANGUAGES)[number];

interface NoticeText {
  readonly subject: string;
  readonly text: string;
}

/** Read by whoever sees the patient's telephone. Nothing is put into them: no name, no place, no date. */
export const NOTICE_TEXTS: Readonly<Record<Notice, Readonly<Record<Language, NoticeText>>>> = {
  "something-to-read": {
    nb: {
      subject: "Du har fått en melding",
      text: "Du har fått en melding. Logg inn for å lese den.",
    },
    nn: {
      subject: "Du har fått ei melding",
      text: "Du har fått ei melding. Logg inn for å lese ho.",
    },
    en: {
      subject: "You have a message",
      text: "You have a message. Log in to read it.",
    },
  },
  "something-to-answer": {
    nb: {
      subject: "Du har fått en melding",
      text: "Du har fått en melding som venter på svar. Logg inn for å svare.",
    },
    nn: {
      subject: "Du har fått ei melding",
      text: "Du har fått ei melding som ventar på svar. Logg inn for å svare.",
    },
    en: {
      subject: "You have a message",
      text: "You have a message that waits for an answer. Log in to answer.",
    },
  },
  "appointment-changed": {
    nb: {
      subject: "Du har fått en melding",
      text: "En avtale er endret. Logg inn for å se den.",
    },
    nn: {
      subject: "Du har fått ei melding",
      text: "Ein avtale er endra. Logg inn for å sjå han.",
    },
    en: {
      subject: "You have a message",
      text: "An appointment has changed. Log in to see it.",
    },
  },
};
