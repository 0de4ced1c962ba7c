// Knows the words for who has looked, and for asking why.
import { screenTexts } from "../../../i18n/screen-texts.ts";

export const insightTexts = screenTexts({
  nb: {
    title: "Hvem har sett",
    lead: "Her står alle som har sett opplysningene dine, og alle som har prøvd. Du kan spørre hvorfor.",
    none: "Ingen har sett opplysningene dine.",
    everything: "Hent alt om meg",
    everythingWhat:
      "Du kan laste ned alt som er lagret om deg her: det som er gjort, det som er skrevet, og hvem som har sett. Det er en fil for datamaskiner (JSON). Du kan gi den til et annet sykehus eller en app. Den er ikke lett å lese selv.",
    everythingKeep: "Filen er privat. Ikke lagre den på en maskin som andre bruker.",
    others: "Andre enn deg",
    self: "Du selv",
    selfMore: (n: number): string =>
      n === 1 ? "Du har selv sett én gang." : `Du har selv sett ${n} ganger.`,
    more: "Her står de siste hundre gangene. Be enheten om resten.",
    itself: "Det er programmet selv, for eksempel når det sender et brev.",
    deeds: {
      refused: "Fikk ikke se.",
      unforeseen: "Åpnet i en uforutsett situasjon.",
      changed: "Skrev eller endret noe.",
      read: "Så på opplysningene.",
    },
    ask: "Spør hvorfor",
    askLabel: "Hva lurer du på?",
    asked: "Takk. Enheten svarer deg her.",
    explanations: "Det du har spurt om",
    by: (on: string): string => `Du får svar innen ${on}.`,
    answer: "Svar",
  },
  nn: {
    title: "Kven har sett",
    lead: "Her står alle som har sett opplysningane dine, og alle som har prøvd. Du kan spørje kvifor.",
    none: "Ingen har sett opplysningane dine.",
    everything: "Hent alt om meg",
    everythingWhat:
      "Du kan laste ned alt som er lagra om deg her: det som er gjort, det som er skrive, og kven som har sett. Det er ei fil for datamaskiner (JSON). Du kan gi ho til eit anna sjukehus eller ein app. Ho er ikkje lett å lese sjølv.",
    everythingKeep: "Fila er privat. Ikkje lagre ho på ei maskin som andre bruker.",
    others: "Andre enn deg",
    self: "Du sjølv",
    selfMore: (n: number): string =>
      n === 1 ? "Du har sjølv sett éin gong." : `Du har sjølv sett ${n} gonger.`,
    more: "Her står dei siste hundre gongene. Be eininga om resten.",
    itself: "Det er programmet sjølv, til dømes når det sender eit brev.",
    deeds: {
      refused: "Fekk ikkje sjå.",
      unforeseen: "Opna i ein uventa situasjon.",
      changed: "Skreiv eller endra noko.",
      read: "Såg på opplysningane.",
    },
    ask: "Spør kvifor",
    askLabel: "Kva lurer du på?",
    asked: "Takk. Eininga svarar deg her.",
    explanations: "Det du har spurt om",
    by: (on: string): string => `Du får svar innan ${on}.`,
    answer: "Svar",
  },
  en: {
    title: "Who has looked",
    lead: "Here is everybody who has seen your information, and everybody who tried. You may ask why.",
    none: "Nobody has seen your information.",
    everything: "Get everything about me",
    everythingWhat:
      "You can download all that is kept about you here: what was done, what was written, and who has looked. It is a file for computers (JSON). You can give it to another hospital or an app. It is not easy to read yourself.",
    everythingKeep: "The file is private. Do not save it on a computer that others use.",
    others: "Others than you",
    self: "Yourself",
    selfMore: (n: number): string =>
      n === 1 ? "You have looked once yourself." : `You have looked ${n} times yourself.`,
    more: "These are the last hundred times. Ask the unit for the rest.",
    itself: "It is the program itself, for instance when it sends a letter.",
    deeds: {
      refused: "Was not let in.",
      unforeseen: "Opened in an unforeseen situation.",
      changed: "Wrote or changed something.",
      read: "Looked at the information.",
    },
    ask: "Ask why",
    askLabel: "What would you like to know?",
    asked: "Thank you. The unit will answer you here.",
    explanations: "What you have asked",
    by: (on: string): string => `You get an answer by ${on}.`,
    answer: "Answer",
  },
});
