// Knows the shape of an edition: what the definitions hand over, whole, with every fact's source.
import type { CalendarDate } from "../calendar/calendar-date.ts";
import type { CareLevel, GrantedFor, Severity } from "../log/record.ts";

export const EVIDENCE = ["verified", "secondary", "inferred", "unknown", "local"] as const;
/** How sure a fact is. `local` is what a site supplied for an unknown; it is never official. */
export type Evidence = (typeof EVIDENCE)[number];

/** Where a fact is written and how sure it is. */
export interface SourceRef {
  /** Id in the bundle's sources. */
  readonly ref: string;
  readonly section?: string | undefined;
  readonly evidence: Evidence;
  /** When somebody last read it there. */
  readonly lastChecked?: string | undefined;
}

export const LANGUAGES = ["nb", "nn", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Text = Readonly<Record<Language, string>>;

export const STANDINGS = ["recommendation", "statutory", "target"] as const;
/** A recommendation can be exceeded, a statutory deadline breached, a target missed. */
export type Standing = (typeof STANDINGS)[number];

/** Picks records of one event. Without outcome lists any outcome, or none, will do. */
export interface RecordSelector {
  readonly event: string;
  /** Only these outcomes; null stands for a record without outcome. */
  readonly outcomes?: readonly (string | null)[] | undefined;
  readonly exceptOutcomes?: readonly string[] | undefined;
}

/** One case of a limit. Without `atMost` nobody could verify the limit of this case. */
export interface LimitCase {
  readonly careLevel?: CareLevel | undefined;
  readonly severity?: Severity | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly source: SourceRef;
}

interface RuleBase {
  /** Stable across editions: pathway, dot, name. */
  readonly id: string;
  readonly standing: Standing;
  readonly title: Text;
  readonly note?: Text | undefined;
  readonly source: SourceRef;
}

/** Time from one record to the first later record of a kind. */
export interface IntervalRule extends RuleBase {
  readonly kind: "interval";
  /** `first`: one verdict at most; `each`: one for every record picked. */
  readonly take: "first" | "each";
  readonly from: RecordSelector;
  /** The rule has begun only if the record that `from` picked has one of these outcomes (null: none). */
  readonly beginsWith?: readonly (string | null)[] | undefined;
  readonly to: string;
  readonly count: "calendar-days" | "working-days";
  /** What the limit depends on; decides which case is chosen and what is missing when none can be. */
  readonly dependsOn: "nothing" | "care-level" | "severity";
  readonly limits: readonly LimitCase[];
  /** Not applicable when the referral was granted for this. */
  readonly notWhenGrantedFor?: GrantedFor | undefined;
  /** No verdict for a `from` more than `days` days after the first record that `after` picks. */
  readonly within?: { readonly days: number; readonly after: RecordSelector } | undefined;
}

/** The patient's individual legal deadline, to the first record of a kind on any date. */
export interface IndividualDeadlineRule extends RuleBase {
  readonly kind: "individual-deadline";
  readonly to: string;
}

export type Rule = IntervalRule | IndividualDeadlineRule;
export type RuleKind = Rule["kind"];

export const SEVERITIES_OF_FINDINGS = ["error", "warning", "info"] as const;
export type FindingSeverity = (typeof SEVERITIES_OF_FINDINGS)[number];

interface FindingBase {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly message: Text;
  /** What a person can do about it. */
  readonly advice: Text;
  readonly source: SourceRef;
}

/** Oddities that one log can show. */
export type LogFindingRule = FindingBase &
  (
    | { readonly kind: "missing"; readonly event: string }
    | { readonly kind: "repeated"; readonly records: RecordSelector; readonly allowed: number }
    | {
        readonly kind: "dated-before-first";
        readonly first: string;
        /** Which records are looked at: these events only, or all but these. */
        readonly only?: readonly string[] | undefined;
        readonly except?: readonly string[] | undefined;
        readonly unlessGrantedFor?: GrantedFor | undefined;
      }
    | {
        readonly kind: "dated-after-first";
        readonly first: string;
        readonly except: readonly string[];
      }
    | { readonly kind: "outcome-missing" }
    | { readonly kind: "outcome-unknown" }
    | { readonly kind: "care-level-missing"; readonly events: readonly string[] }
    | { readonly kind: "recorded-before-occurred" }
    /** The first `event` is not on the date of the first record of the first of `on` that the log has. */
    | { readonly kind: "date-differs"; readonly event: string; readonly on: readonly string[] }
    | { readonly kind: "not-in-edition" }
    | { readonly kind: "started-when-retired"; readonly event: string }
    | { readonly kind: "legal-deadline-moved" }
    | { readonly kind: "inactive"; readonly days: number }
  );

/** Oddities that need the patient's other logs. */
export type CrossFindingRule = FindingBase &
  (
    | { readonly kind: "parallel"; readonly event: string }
    | {
        readonly kind: "transfer-without-start";
        readonly event: string;
        readonly start: string;
        readonly days: number;
      }
  );

export type FindingRule = LogFindingRule | CrossFindingRule;
export type FindingKind = FindingRule["kind"];

export interface OutcomeDefinition {
  readonly id: string;
  readonly name: Text;
  /** Letter of the outcome in a joined code, where known. */
  readonly letter?: string | undefined;
  readonly source: SourceRef;
}

/** What a patient can read of a phase or an event. */
export interface PatientText {
  readonly what: Text;
  readonly when: Text;
  readonly who: Text;
  readonly voice: Text;
}

export interface EventDefinition {
  readonly id: string;
  readonly name: Text;
  /** `registered` in this edition, `known-elsewhere` (from other systems), or `absent` from it. */
  readonly registration: "registered" | "known-elsewhere" | "absent";
  /** Letter of the event in a joined code, where known. */
  readonly letter?: string | undefined;
  readonly outcomes: readonly OutcomeDefinition[];
  readonly patientText?: PatientText | undefined;
  readonly source: SourceRef;
}

export interface Phase {
  readonly id: string;
  readonly name: Text;
  /** A record picked by any of these moves the course into this phase. */
  readonly enteredBy: readonly RecordSelector[];
  /** Events of the phase in the order they are expected. */
  readonly expects: readonly string[];
  /** Absent where nobody has the edition's text. */
  readonly patientText?: PatientText | undefined;
  readonly source: SourceRef;
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: Text;
  /** Role that answers for it. */
  readonly role: string;
  readonly source: SourceRef;
}

export interface Checklist {
  readonly id: string;
  readonly title: Text;
  /** Phase it belongs to, if to one only. */
  readonly phase?: string | undefined;
  readonly items: readonly ChecklistItem[];
}

/** What a course with a condition keeps of that condition's own edition. */
export interface ConditionContent {
  readonly condition: string;
  readonly rules: readonly Rule[];
  /** Events known because of the condition though the edition does not list them. */
  readonly events: readonly string[];
}

/** One edition of one pathway, whole. Plain data: this is what the bundle holds. */
export interface Edition {
  readonly pathway: string;
  readonly name: Text;
  /** First date it applies to. Identifies the edition within its pathway. */
  readonly edition: CalendarDate;
  readonly status: "in-force" | "draft";
  /** Code of the pathway type, where verified. */
  readonly typeCode?: string | undefined;
  /** First date on which no new course may start. */
  readonly retiredFrom?: CalendarDate | undefined;
  readonly source: SourceRef;
  /** What a reader of the product should know of it. */
  readonly note?: Text | undefined;
  /** All events of the vocabulary, in its order. */
  readonly events: readonly EventDefinition[];
  readonly endEvents: readonly string[];
  readonly startEvent: string;
  readonly postponedEvent: string;
  readonly phases: readonly Phase[];
  readonly rules: readonly Rule[];
  readonly conditions: readonly ConditionContent[];
  readonly findings: readonly LogFindingRule[];
  readonly crossFindings: readonly CrossFindingRule[];
  readonly checklists: readonly Checklist[];
  /** SHA-256 of the edition's canonical JSON without this field. */
  readonly hash: string;
}
