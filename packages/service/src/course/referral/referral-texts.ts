// Knows the words of the letters about a referral that the service itself adds, in three languages.
import type { Language } from "@rettvei/engine";
import type { MOVE_REASONS } from "./referral-facts.ts";

interface ReferralTexts {
  readonly copyTitle: string;
  readonly copyIntro: (unit: string, on: string) => string;
  readonly ownWords: string;
  readonly grantedTitle: string;
  readonly granted: (unit: string, deadline: string) => string;
  readonly careFrom: (on: string) => string;
  readonly refusedTitle: string;
  readonly refused: (unit: string) => string;
  readonly reasons: string;
  readonly furtherMeasures: string;
  readonly howToComplain: string;
  readonly sentOn: (unit: string) => string;
  readonly movedTitle: string;
  readonly moved: (unit: string, from: string, to: string) => string;
  readonly movedWhy: Readonly<Record<(typeof MOVE_REASONS)[number], string>>;
  readonly firstDeadline: (on: string) => string;
  readonly movedRights: string;
}

export const REFERRAL_TEXTS: Readonly<Record<Language, ReferralTexts>> = {
  nb: {
    copyTitle: "Kopi av henvisningen din",
    copyIntro: (unit, on) => `Dette er en kopi av henvisningen som ${unit} mottok ${on}.`,
    ownWords: "Dine egne ord",
    grantedTitle: "Svar på henvisningen din",
    granted: (unit, deadline) =>
      `${unit} har vurdert henvisningen. Du har rett til helsehjelp, og den skal begynne senest ${deadline}. Det er din juridiske frist.`,
    careFrom: (on) => `Helsehjelpen er planlagt fra ${on}.`,
    refusedTitle: "Svar på henvisningen din",
    refused: (unit) =>
      `${unit} har vurdert henvisningen. Den gir ikke rett til nødvendig helsehjelp her.`,
    reasons: "Begrunnelse",
    furtherMeasures: "Dette mener vi du trenger nå",
    howToComplain: "Slik kan du klage",
    sentOn: (unit) => `Henvisningen er sendt videre til ${unit}.`,
    movedTitle: "Den juridiske fristen din er flyttet",
    moved: (unit, from, to) =>
      `${unit} har flyttet den juridiske fristen din. Helsehjelpen skulle begynne senest ${from}. Nå skal den begynne senest ${to}.`,
    movedWhy: {
      "patient-wish": "Fristen er flyttet fordi du har ønsket det.",
      medical: "Fristen er flyttet av medisinske grunner.",
      capacity: "Fristen er flyttet fordi vi ikke har ledig plass tidsnok.",
    },
    firstDeadline: (on) => `Den første fristen du fikk, var ${on}. Den blir stående.`,
    movedRights:
      "Er du ikke enig, kan du klage til statsforvalteren. Ta kontakt med oss hvis du vil ha hjelp til å klage, eller hvis noe her ikke stemmer.",
  },
  nn: {
    copyTitle: "Kopi av tilvisinga di",
    copyIntro: (unit, on) => `Dette er ein kopi av tilvisinga som ${unit} fekk ${on}.`,
    ownWords: "Dine eigne ord",
    grantedTitle: "Svar på tilvisinga di",
    granted: (unit, deadline) =>
      `${unit} har vurdert tilvisinga. Du har rett til helsehjelp, og ho skal ta til seinast ${deadline}. Det er den juridiske fristen din.`,
    careFrom: (on) => `Helsehjelpa er planlagd frå ${on}.`,
    refusedTitle: "Svar på tilvisinga di",
    refused: (unit) =>
      `${unit} har vurdert tilvisinga. Ho gir ikkje rett til nødvendig helsehjelp her.`,
    reasons: "Grunngiving",
    furtherMeasures: "Dette meiner vi du treng no",
    howToComplain: "Slik kan du klage",
    sentOn: (unit) => `Tilvisinga er send vidare til ${unit}.`,
    movedTitle: "Den juridiske fristen din er flytta",
    moved: (unit, from, to) =>
      `${unit} har flytta den juridiske fristen din. Helsehjelpa skulle ta til seinast ${from}. No skal ho ta til seinast ${to}.`,
    movedWhy: {
      "patient-wish": "Fristen er flytta fordi du har ønskt det.",
      medical: "Fristen er flytta av medisinske grunnar.",
      capacity: "Fristen er flytta fordi vi ikkje har ledig plass tidsnok.",
    },
    firstDeadline: (on) => `Den første fristen du fekk, var ${on}. Han blir ståande.`,
    movedRights:
      "Er du ikkje einig, kan du klage til statsforvaltaren. Ta kontakt med oss om du vil ha hjelp til å klage, eller om noko her ikkje stemmer.",
  },
  en: {
    copyTitle: "Copy of your referral",
    copyIntro: (unit, on) => `This is a copy of the referral that ${unit} received on ${on}.`,
    ownWords: "Your own words",
    grantedTitle: "Answer to your referral",
    granted: (unit, deadline) =>
      `${unit} has assessed the referral. You have the right to health care, and it shall begin on ${deadline} at the latest. This is your legal deadline.`,
    careFrom: (on) => `Care is planned from ${on}.`,
    refusedTitle: "Answer to your referral",
    refused: (unit) =>
      `${unit} has assessed the referral. It gives no right to necessary health care here.`,
    reasons: "Reasons",
    furtherMeasures: "What we think you need now",
    howToComplain: "How you can complain",
    sentOn: (unit) => `The referral has been sent on to ${unit}.`,
    movedTitle: "Your legal deadline has been moved",
    moved: (unit, from, to) =>
      `${unit} has moved your legal deadline. Your care was to begin on ${from} at the latest. It shall now begin on ${to} at the latest.`,
    movedWhy: {
      "patient-wish": "The deadline was moved because you wished it.",
      medical: "The deadline was moved for medical reasons.",
      capacity: "The deadline was moved because we have no free place in time.",
    },
    firstDeadline: (on) => `The first deadline you were given was ${on}. It stays on record.`,
    movedRights:
      "If you do not agree, you can complain to the county governor (statsforvalteren). Contact us if you want help to complain, or if something here is wrong.",
  },
};
