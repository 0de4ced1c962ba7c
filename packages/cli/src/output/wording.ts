// Knows how the command line says verdicts in plain words. Pathway texts come from the editions, never from here.
import type { Language, Standing, VerdictReason } from "@rettvei/engine";

/** A word for one of a thing, and for several. */
export interface Counted {
  readonly one: string;
  readonly many: string;
}

/** What `explain` needs to say, once per language. `{…}` are filled in. */
export interface Wording {
  readonly course: string;
  readonly edition: string;
  readonly draft: string;
  readonly nothing: string;
  readonly ended: string;
  readonly phase: string;
  readonly nextStep: string;
  readonly nextDate: string;
  readonly noPublishedTime: string;
  readonly daysLeft: string;
  readonly daysOver: string;
  readonly today: string;
  readonly rules: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly met: string;
  readonly notMet: string;
  readonly openPending: string;
  readonly openOver: string;
  readonly endedOver: string;
  readonly tooEarly: string;
  readonly undeterminedOpen: string;
  readonly undeterminedClosed: string;
  readonly undeterminedEnded: string;
  readonly notApplicable: string;
  readonly limit: string;
  readonly ownDate: string;
  readonly postponed: string;
  readonly source: string;
  readonly toDo: string;
  readonly calendarDays: Counted;
  readonly workingDays: Counted;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly reason: Readonly<Record<VerdictReason, string>>;
  readonly evidence: Readonly<
    Record<"verified" | "secondary" | "inferred" | "unknown" | "local", string>
  >;
}

const nb: Wording = {
  course: "Forløp {id}: {pathway}",
  edition: "Følger utgaven fra {edition}, sett per {asOf}",
  draft: "Dette er et utkast som ikke gjelder.",
  nothing: "Ingen registrering gjelder på denne datoen.",
  ended: "Forløpet er ikke løpende.",
  phase: "Fase: {phase}",
  nextStep: "Neste steg: {step}",
  nextDate: "Neste dato: {date} ({kind}, {left})",
  noPublishedTime: "Neste dato: ingen publisert tid",
  daysLeft: "{n} igjen",
  daysOver: "{n} over",
  today: "i dag",
  rules: "Hva reglene sier",
  findings: "Hva som bør sjekkes",
  noFindings: "Ingenting å bemerke.",
  met: "Innenfor: {days} fra {from} {fromOn} til {to} {toOn}.",
  notMet: "{over} over: {days} fra {from} {fromOn} til {to} {toOn}.",
  openPending: "Løper: {days} siden {from} {fromOn}, senest {dueOn}.",
  openOver: "Løper, {over} over: {days} siden {from} {fromOn}, senest {dueOn}.",
  endedOver: "Avsluttet uten {to}, {over} over.",
  tooEarly: "For tidlig: {days} fra {from} {fromOn} til {to} {toOn}.",
  undeterminedOpen: "Kan ikke avgjøres: {reason}. {days} siden {from} {fromOn}.",
  undeterminedClosed: "Kan ikke avgjøres: {reason}. {days} fra {from} {fromOn} til {to} {toOn}.",
  undeterminedEnded:
    "Kan ikke avgjøres: {reason}. {days} fra {from} {fromOn} til forløpet ble avsluttet.",
  notApplicable: "Gjelder ikke: {reason}.",
  limit: "{standing}: {least}{limit}",
  ownDate: "{standing}: {dueOn}",
  postponed: "Pasienten utsatte noe underveis; tiden går likevel.",
  source: "Kilde: {title}{section} ({evidence})",
  toDo: "Gjør: {advice}",
  calendarDays: { one: "dag", many: "dager" },
  workingDays: { one: "arbeidsdag", many: "arbeidsdager" },
  standing: {
    recommendation: "Anbefalt tid",
    statutory: "Lovpålagt frist",
    target: "Nasjonalt mål",
  },
  reason: {
    "too-early": "for tidlig",
    ended: "forløpet ble avsluttet",
    "granted-for-treatment": "retten ble gitt til behandling, så utredning er ikke nødvendig",
    "care-level-unknown": "omsorgsnivået er ikke kjent",
    "severity-unknown": "alvorlighetsgraden er ikke kjent",
    "limit-unknown": "ingen har kunnet bekrefte en tid",
  },
  evidence: {
    verified: "bekreftet",
    secondary: "sekundærkilde",
    inferred: "utledet",
    unknown: "ukjent",
    local: "lokal",
  },
};

const nn: Wording = {
  course: "Forløp {id}: {pathway}",
  edition: "Følgjer utgåva frå {edition}, sett per {asOf}",
  draft: "Dette er eit utkast som ikkje gjeld.",
  nothing: "Inga registrering gjeld på denne datoen.",
  ended: "Forløpet er ikkje løpande.",
  phase: "Fase: {phase}",
  nextStep: "Neste steg: {step}",
  nextDate: "Neste dato: {date} ({kind}, {left})",
  noPublishedTime: "Neste dato: inga publisert tid",
  daysLeft: "{n} att",
  daysOver: "{n} over",
  today: "i dag",
  rules: "Kva reglane seier",
  findings: "Kva som bør sjekkast",
  noFindings: "Ingenting å merke seg.",
  met: "Innanfor: {days} frå {from} {fromOn} til {to} {toOn}.",
  notMet: "{over} over: {days} frå {from} {fromOn} til {to} {toOn}.",
  openPending: "Går: {days} sidan {from} {fromOn}, seinast {dueOn}.",
  openOver: "Går, {over} over: {days} sidan {from} {fromOn}, seinast {dueOn}.",
  endedOver: "Avslutta utan {to}, {over} over.",
  tooEarly: "For tidleg: {days} frå {from} {fromOn} til {to} {toOn}.",
  undeterminedOpen: "Kan ikkje avgjerast: {reason}. {days} sidan {from} {fromOn}.",
  undeterminedClosed: "Kan ikkje avgjerast: {reason}. {days} frå {from} {fromOn} til {to} {toOn}.",
  undeterminedEnded:
    "Kan ikkje avgjerast: {reason}. {days} frå {from} {fromOn} til forløpet vart avslutta.",
  notApplicable: "Gjeld ikkje: {reason}.",
  limit: "{standing}: {least}{limit}",
  ownDate: "{standing}: {dueOn}",
  postponed: "Pasienten utsette noko undervegs; tida går likevel.",
  source: "Kjelde: {title}{section} ({evidence})",
  toDo: "Gjer: {advice}",
  calendarDays: { one: "dag", many: "dagar" },
  workingDays: { one: "arbeidsdag", many: "arbeidsdagar" },
  standing: {
    recommendation: "Tilrådd tid",
    statutory: "Lovpålagd frist",
    target: "Nasjonalt mål",
  },
  reason: {
    "too-early": "for tidleg",
    ended: "forløpet vart avslutta",
    "granted-for-treatment": "retten vart gitt til behandling, så utgreiing er ikkje nødvendig",
    "care-level-unknown": "omsorgsnivået er ikkje kjent",
    "severity-unknown": "alvorsgraden er ikkje kjend",
    "limit-unknown": "ingen har kunna stadfeste ei tid",
  },
  evidence: {
    verified: "stadfesta",
    secondary: "sekundærkjelde",
    inferred: "utleidd",
    unknown: "ukjend",
    local: "lokal",
  },
};

const en: Wording = {
  course: "Course {id}: {pathway}",
  edition: "Follows the edition of {edition}, as of {asOf}",
  draft: "This is a draft that is not in force.",
  nothing: "No record counts on this date.",
  ended: "The course is not running.",
  phase: "Phase: {phase}",
  nextStep: "Next step: {step}",
  nextDate: "Next date: {date} ({kind}, {left})",
  noPublishedTime: "Next date: no published time",
  daysLeft: "{n} left",
  daysOver: "{n} over",
  today: "today",
  rules: "What the rules say",
  findings: "What should be checked",
  noFindings: "Nothing to remark.",
  met: "Within: {days} from {from} {fromOn} to {to} {toOn}.",
  notMet: "{over} over: {days} from {from} {fromOn} to {to} {toOn}.",
  openPending: "Running: {days} since {from} {fromOn}, at latest {dueOn}.",
  openOver: "Running, {over} over: {days} since {from} {fromOn}, at latest {dueOn}.",
  endedOver: "Ended without {to}, {over} over.",
  tooEarly: "Too early: {days} from {from} {fromOn} to {to} {toOn}.",
  undeterminedOpen: "Cannot be told: {reason}. {days} since {from} {fromOn}.",
  undeterminedClosed: "Cannot be told: {reason}. {days} from {from} {fromOn} to {to} {toOn}.",
  undeterminedEnded:
    "Cannot be told: {reason}. {days} from {from} {fromOn} until the course ended.",
  notApplicable: "Does not apply: {reason}.",
  limit: "{standing}: {least}{limit}",
  ownDate: "{standing}: {dueOn}",
  postponed: "The patient postponed something on the way; time goes on all the same.",
  source: "Source: {title}{section} ({evidence})",
  toDo: "To do: {advice}",
  calendarDays: { one: "day", many: "days" },
  workingDays: { one: "working day", many: "working days" },
  standing: {
    recommendation: "Recommended time",
    statutory: "Statutory deadline",
    target: "National target",
  },
  reason: {
    "too-early": "too early",
    ended: "the course ended",
    "granted-for-treatment": "the right was granted to treatment, so no assessment is needed",
    "care-level-unknown": "the care level is not known",
    "severity-unknown": "the severity is not known",
    "limit-unknown": "nobody could verify a time",
  },
  evidence: {
    verified: "verified",
    secondary: "secondary source",
    inferred: "inferred",
    unknown: "unknown",
    local: "local",
  },
};

export const WORDING: Readonly<Record<Language, Wording>> = { nb, nn, en };

/** A number with the word that goes with it: `1 dag`, `8 dager`. */
export function counted(number: number, { one, many }: Counted): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The sentence with its `{names}` filled in. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
