// Knows the JSON that the service sends and takes; dates are YYYY-MM-DD.
import type {
  CareLevel,
  Evidence,
  FindingSeverity,
  GrantedFor,
  NextDateKind,
  Severity,
  Standing,
  Text,
  VerdictReason,
  VerdictWord,
} from "@rettvei/engine";

/** What somebody may be in Rettvei; one at a time. */
export type Role =
  | "practitioner"
  | "coordinator"
  | "leader"
  | "regional-analyst"
  | "national-analyst"
  | "patient"
  | "relative"
  | "referrer"
  | "municipality"
  | "editor"
  | "log-controller"
  | "operator";

export interface HeldRole {
  readonly grantId: string;
  readonly role: Role;
  readonly organisation: string;
  readonly units: readonly { readonly unitId: string; readonly name: string | null }[];
}

/** Who is logged in. */
export interface Session {
  readonly name: string;
  /** Null until one of several is chosen. */
  readonly held: HeldRole | null;
  readonly roles: readonly HeldRole[];
  readonly idleMinutes: number;
  readonly endsAt: string;
  /** Everybody may be anybody, and nobody exists. */
  readonly testLogin: boolean;
}

export interface Unit {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string | null;
  readonly hfName: string | null;
  readonly rhfName: string | null;
  readonly synthetic: boolean;
  readonly running: number;
}

export interface Patient {
  readonly patientId: string;
  readonly name: string | null;
  readonly birthYear: number | null;
}

/** What counts the days of a limit. */
export type DayCount = "calendar-days" | "working-days";

/** Why a row of the work list has its next date. */
export interface Why {
  readonly ruleId: string;
  readonly standing: Standing;
  readonly fromEvent: string;
  readonly fromOn: string;
  readonly limitDays: number | null;
  readonly count?: DayCount | null;
  readonly evidence: Evidence;
}

export interface WorkRow {
  readonly courseId: string;
  readonly patient: Patient;
  readonly pathway: string;
  readonly edition: string;
  readonly phase: string | null;
  readonly nextStep: string | null;
  readonly nextDate: { readonly on: string; readonly kind: NextDateKind } | null;
  /** Calendar days from today to the next date; negative when it has passed. */
  readonly daysLeft: number | null;
  readonly why: Why | null;
  readonly lastEvent: string;
  readonly lastEventOn: string;
  readonly daysSinceLastEvent: number;
  readonly findings: Readonly<Record<FindingSeverity, number>>;
}

export interface WorkListPage {
  readonly asOf: string;
  readonly unit: { readonly unitId: string; readonly name: string; readonly hfName: string | null };
  readonly counts: { readonly dated: number; readonly undated: number; readonly over: number };
  readonly rows: readonly WorkRow[];
  readonly next: string | null;
}

interface RuleText {
  readonly title: Text;
  readonly standing: Standing;
  readonly count?: DayCount | null;
}

/** Display texts of the newest editions. */
export interface Texts {
  readonly pathways: Readonly<Record<string, { readonly name: Text }>>;
  /** By `pathway/phase`. */
  readonly phases: Readonly<Record<string, Text>>;
  readonly events: Readonly<
    Record<string, { readonly name: Text; readonly outcomes: Readonly<Record<string, Text>> }>
  >;
  readonly rules: Readonly<Record<string, RuleText>>;
}

export interface SourceView {
  readonly ref: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly evidence: Evidence;
  readonly lastChecked: string | null;
}

/** A record as a verdict names it. */
export interface RecordPoint {
  readonly recordId: string;
  readonly event: string;
  readonly name: Text;
  readonly on: string;
}

export interface VerdictView {
  readonly ruleId: string;
  readonly title: Text;
  readonly note: Text | null;
  readonly standing: Standing;
  readonly verdict: VerdictWord;
  readonly reason: VerdictReason | null;
  readonly open: boolean;
  readonly from: RecordPoint;
  readonly to: RecordPoint | null;
  readonly end: RecordPoint | null;
  readonly limitDays: number | null;
  readonly atLeastDays: number | null;
  readonly count: DayCount;
  readonly dueOn: string | null;
  readonly days: number | null;
  readonly overBy: number | null;
  readonly careLevel: CareLevel | null;
  readonly postponed: boolean;
  readonly limitCase: {
    readonly careLevel: CareLevel | null;
    readonly severity: Severity | null;
  } | null;
  readonly source: SourceView;
  readonly limitSource: SourceView | null;
  readonly edition: string;
  readonly asOf: string;
}

export interface FindingView {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly message: Text;
  readonly advice: Text;
  readonly recordIds: readonly string[];
  readonly source: SourceView;
}

export type RecordState = "counts" | "replaced" | "voided" | "future";

export interface RecordView {
  readonly recordId: string;
  readonly event: string | null;
  readonly name: Text | null;
  readonly outcome: string | null;
  readonly outcomeName: Text | null;
  readonly occurredOn: string | null;
  readonly recordedAt: string;
  readonly careLevel: CareLevel | null;
  readonly unitId: string | null;
  readonly severity?: Severity | null;
  readonly grantedFor?: GrantedFor | null;
  readonly legalDeadline?: string | null;
  readonly condition?: string | null;
  readonly state: RecordState;
  readonly corrects: string | null;
  readonly voids: string | null;
  readonly code: string | null;
}

export interface EventChoice {
  readonly event: string;
  readonly name: Text;
  readonly outcomes: readonly { readonly id: string; readonly name: Text }[];
}

export interface PhaseStep {
  readonly id: string;
  readonly name: Text;
  readonly state: "passed" | "current" | "ahead";
}

export interface CoursePosition {
  readonly running: boolean;
  readonly phase: { readonly id: string; readonly name: Text } | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly nextStep: { readonly event: string; readonly name: Text } | null;
  readonly nextDate: {
    readonly on: string;
    readonly kind: NextDateKind;
    readonly daysLeft: number;
  } | null;
  readonly noPublishedTime: boolean;
}

export interface Course {
  readonly asOf: string;
  readonly courseId: string;
  readonly patient: Patient;
  readonly pathway: string;
  readonly pathwayName: Text;
  readonly edition: {
    readonly edition: string;
    readonly name: Text;
    readonly status: "in-force" | "draft";
    readonly note: Text | null;
    readonly source: SourceView;
  };
  readonly lastRecordSeq: number;
  readonly position: CoursePosition;
  readonly phases: readonly PhaseStep[];
  readonly verdicts: readonly VerdictView[];
  readonly findings: readonly FindingView[];
  /** All that was ever registered, in order; also what was taken away. */
  readonly records: readonly RecordView[];
  readonly expected: readonly { readonly event: string; readonly name: Text }[];
  readonly registrable: readonly EventChoice[];
}

/** A new registration, or the right one in place of a wrong one. */
export interface EventRegistration {
  readonly recordId?: string;
  readonly event: string;
  readonly occurredOn: string;
  readonly outcome?: string;
  readonly careLevel?: CareLevel;
  readonly severity?: Severity;
  readonly grantedFor?: GrantedFor;
  readonly legalDeadline?: string;
  readonly unitId?: string;
  readonly condition?: string;
  readonly corrects?: string;
}

export interface VoidRegistration {
  readonly recordId?: string;
  readonly voids: string;
}

export type Registration = EventRegistration | VoidRegistration;

interface VerdictBrief {
  readonly verdict: VerdictWord;
  readonly dueOn: string | null;
}

/** A verdict that a registration made, changed or took away. */
export interface VerdictChange {
  readonly ruleId: string;
  readonly before: VerdictBrief | null;
  readonly after: VerdictBrief | null;
}

export interface RegistrationAnswer {
  readonly course: Course;
  readonly changed: readonly VerdictChange[];
}
