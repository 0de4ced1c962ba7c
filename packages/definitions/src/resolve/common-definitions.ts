// Knows everything that editions share, loaded and ready to be referred to.
import type { Codes, Proposal, Question, Source } from "../bundle.ts";
import type { CalendarFile, FindingInFile, VocabularyFile } from "../schema/common-files.ts";
import type { Placed } from "./placed.ts";

export interface CommonDefinitions {
  readonly sources: Readonly<Record<string, Source>>;
  readonly vocabulary: Placed<VocabularyFile>;
  readonly findings: readonly Placed<FindingInFile>[];
  readonly codes: Codes;
  readonly calendar: CalendarFile["working-days"];
  readonly proposals: readonly Proposal[];
  readonly questions: readonly Question[];
}

/** What a definition may refer to. */
export interface Names {
  readonly sources: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** Outcome ids by event. */
  readonly outcomes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly roles: ReadonlySet<string>;
}

export function namesOf(
  vocabulary: VocabularyFile,
  sources: Readonly<Record<string, Source>>,
): Names {
  return {
    sources: new Set(Object.keys(sources)),
    events: new Set(vocabulary.events.map((event) => event.id)),
    outcomes: new Map(
      vocabulary.events.map((event) => [
        event.id,
        new Set((event.outcomes ?? []).map((outcome) => outcome.id)),
      ]),
    ),
    roles: new Set(Object.keys(vocabulary.roles)),
  };
}
