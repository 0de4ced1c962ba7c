// Knows the bundle: all editions whole and everything they share, as one hashed piece of plain data.
import {
  type CalendarDate,
  compileLibrary,
  type Edition,
  type Library,
  type SourceRef,
  type Text,
  type WorkingDayRules,
} from "@rettvei/engine";

export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url?: string | undefined;
  /** Date on the page: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly dated?: string | undefined;
}

/** A code of a joined registration, as systems without a pathway module send it. */
export interface PathwayTypeCode {
  readonly pathway: string;
  readonly code: string;
  readonly source: SourceRef;
}
export interface EventCode {
  readonly event: string;
  readonly letter: string;
  /** Pathways in which somebody saw the joined code; for the others it is inferred. */
  readonly seenIn?: readonly string[] | undefined;
  readonly source: SourceRef;
}
export interface OutcomeCode {
  readonly event: string;
  readonly outcome: string;
  readonly letter: string;
  readonly seenIn?: readonly string[] | undefined;
  readonly system?: string | undefined;
  readonly source: SourceRef;
}

export interface Codes {
  readonly pathwayTypes: {
    readonly system: string;
    readonly title: string;
    readonly codes: readonly PathwayTypeCode[];
  };
  readonly events: {
    readonly system: string;
    readonly title: string;
    readonly codes: readonly EventCode[];
  };
  readonly outcomes: { readonly title: string; readonly codes: readonly OutcomeCode[] };
}

/** A known fact and the registration that follows from it. */
export interface Proposal {
  readonly id: string;
  readonly fact: string;
  readonly event: string;
  readonly outcome?: string | undefined;
  /** Which date of the fact the registration takes. */
  readonly dated: string;
  readonly title: Text;
  readonly source: SourceRef;
}

/** What a patient is asked at an evaluation. */
export interface Question {
  readonly id: string;
  readonly text: Text;
  readonly source: SourceRef;
}

export interface Bundle {
  readonly format: 1;
  readonly sources: Readonly<Record<string, Source>>;
  readonly roles: Readonly<Record<string, Text>>;
  readonly workingDays: WorkingDayRules & { readonly note: Text; readonly source: SourceRef };
  readonly codes: Codes;
  readonly proposals: readonly Proposal[];
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
  /** By pathway, then first date; drafts included. */
  readonly editions: readonly Edition[];
  /** SHA-256 of the canonical JSON without this field. */
  readonly hash: string;
}

/** Compiles a bundle's editions for judging. Done once per process. */
export function libraryOf(bundle: Bundle): Library {
  return compileLibrary(bundle.editions, bundle.workingDays);
}

/** An edition of the bundle by pathway and first date; undefined if there is none. */
export function findEdition(
  bundle: Bundle,
  pathway: string,
  edition: CalendarDate | string,
): Edition | undefined {
  return bundle.editions.find((one) => one.pathway === pathway && one.edition === edition);
}
