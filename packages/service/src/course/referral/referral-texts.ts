// Knows the words of the letters about a referral that the service itself adds, in three languages.
import type { Language } from "@rettvei/engine";

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
  },
};
