// Knows in plain words why somebody looked, for the patient's own log.
interface Words {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

const REASONS: Readonly<Record<string, Words>> = {
  own: {
    nb: "Du så på dine egne opplysninger.",
    nn: "Du såg på dine eigne opplysningar.",
    en: "You looked at your own information.",
  },
  "care-relation": {
    nb: "Personen har en oppgave i behandlingen din.",
    nn: "Personen har ei oppgåve i behandlinga di.",
    en: "The person has a task in your treatment.",
  },
  unit: {
    nb: "Personen arbeider ved enheten der du får hjelp.",
    nn: "Personen arbeider ved eininga der du får hjelp.",
    en: "The person works at the unit where you get help.",
  },
  shared: {
    nb: "Opplysningene er delt med personen eller stedet personen arbeider.",
    nn: "Opplysningane er delte med personen eller staden der personen arbeider.",
    en: "The information is shared with the person, or with the place where the person works.",
  },
  guardian: {
    nb: "Personen er foresatt.",
    nn: "Personen er føresett.",
    en: "The person is a guardian.",
  },
  "power-of-attorney": {
    nb: "Personen har fullmakt fra deg.",
    nn: "Personen har fullmakt frå deg.",
    en: "The person has a power of attorney from you.",
  },
  consent: {
    nb: "Du har samtykket til at personen får se.",
    nn: "Du har samtykt til at personen får sjå.",
    en: "You have consented to let the person look.",
  },
  "break-glass": {
    nb: "Personen åpnet opplysningene i en uforutsett situasjon. Lederen ser på om det var riktig.",
    nn: "Personen opna opplysningane i ein uventa situasjon. Leiaren ser på om det var rett.",
    en: "The person opened the information in an unforeseen situation. A leader looks into whether it was right.",
  },
  emergency: {
    nb: "Personen ba om å få åpne opplysningene i en uforutsett situasjon.",
    nn: "Personen bad om å få opne opplysningane i ein uventa situasjon.",
    en: "The person asked to open the information in an unforeseen situation.",
  },
  none: {
    nb: "Noen prøvde å se, og fikk ikke lov.",
    nn: "Nokon prøvde å sjå, og fekk ikkje lov.",
    en: "Somebody tried to look, and was not let in.",
  },
};

const OTHER: Words = {
  nb: "Personen trengte opplysningene i arbeidet sitt.",
  nn: "Personen trong opplysningane i arbeidet sitt.",
  en: "The person needed the information for work.",
};

export function reasonOf(basis: string): Words {
  return REASONS[basis] ?? OTHER;
}
