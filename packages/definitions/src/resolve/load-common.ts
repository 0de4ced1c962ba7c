// Knows how the files that all editions share are loaded and held against each other.

import type { Static, TSchema } from "typebox";
import type { Codes } from "../bundle.ts";
import type { Problem } from "../problem.ts";
import {
  CalendarFileShape,
  EventCodesFileShape,
  FindingsFileShape,
  OutcomeCodesFileShape,
  PathwayTypesFileShape,
  ProposalsFileShape,
  QuestionsFileShape,
  SourcesFileShape,
  VocabularyFileShape,
} from "../schema/common-files.ts";
import type { SourceInFile } from "../schema/edition-file.ts";
import { checkShape } from "../yaml/check-shape.ts";
import { readYaml } from "../yaml/yaml-file.ts";
import { checkFinding } from "./build-finding.ts";
import { toSourceRef } from "./build-rule.ts";
import { type CommonDefinitions, type Names, namesOf } from "./common-definitions.ts";
import { type Placed, placed } from "./placed.ts";
import { type ReferenceCheck, referenceCheck } from "./references.ts";

/** Text of each definition file by its path relative to the definitions' folder. */
export type DefinitionFiles = ReadonlyMap<string, string>;

function loadFile<T extends TSchema>(
  schema: T,
  files: DefinitionFiles,
  file: string,
  problems: Problem[],
): Placed<Static<T>> | undefined {
  const text = files.get(file);
  if (text === undefined) {
    problems.push({ file, line: 1, column: 1, at: "", expected: "a file", found: "none" });
    return undefined;
  }
  const read = readYaml(file, text);
  if (!("yaml" in read)) {
    problems.push(...read.problems);
    return undefined;
  }
  const checked = checkShape(schema, read.yaml);
  if (!("value" in checked)) {
    problems.push(...checked.problems);
    return undefined;
  }
  return placed(checked.value, read.yaml, []);
}

type CodeFiles = {
  readonly types: Placed<Static<typeof PathwayTypesFileShape>>;
  readonly events: Placed<Static<typeof EventCodesFileShape>>;
  readonly outcomes: Placed<Static<typeof OutcomeCodesFileShape>>;
};

type LetterInFile = { readonly "seen-in"?: string[]; readonly source: SourceInFile };

function withSourceAndSightings<T extends LetterInFile>({ "seen-in": seenIn, source, ...code }: T) {
  return { ...code, ...(seenIn && { seenIn }), source: toSourceRef(source) };
}

function codesOf({ types, events, outcomes }: CodeFiles): Codes {
  return {
    pathwayTypes: {
      ...types.value,
      codes: types.value.codes.map((code) => ({ ...code, source: toSourceRef(code.source) })),
    },
    events: { ...events.value, codes: events.value.codes.map(withSourceAndSightings) },
    outcomes: { ...outcomes.value, codes: outcomes.value.codes.map(withSourceAndSightings) },
  };
}

function checkCodes(files: CodeFiles, names: Names, problems: Problem[]): void {
  const each = <T>(
    at: Placed<{ readonly codes: readonly T[] }>,
    look: (code: T, check: ReferenceCheck, i: number) => void,
  ): void => {
    const check = referenceCheck(at, names, problems);
    at.value.codes.forEach((code, i) => {
      look(code, check, i);
    });
  };
  each(files.types, (code, check, i) => check.source(code.source, ["codes", i, "source"]));
  each(files.events, (code, check, i) => {
    check.event(code.event, ["codes", i, "event"]);
    check.source(code.source, ["codes", i, "source"]);
  });
  each(files.outcomes, (code, check, i) => {
    check.event(code.event, ["codes", i, "event"]);
    check.outcomes(code.event, [code.outcome], ["codes", i, "outcome"]);
    check.source(code.source, ["codes", i, "source"]);
  });
}

function checkVocabulary(
  at: CommonDefinitions["vocabulary"],
  names: Names,
  problems: Problem[],
): void {
  const check = referenceCheck(at, names, problems);
  at.value.events.forEach((event, i) => {
    check.source(event.source, ["events", i, "source"]);
    event.outcomes?.forEach((outcome, j) => {
      check.source(outcome.source, ["events", i, "outcomes", j, "source"]);
    });
  });
}

function checkProposals(
  at: Placed<Static<typeof ProposalsFileShape>>,
  names: Names,
  problems: Problem[],
): void {
  const check = referenceCheck(at, names, problems);
  at.value.proposals.forEach((proposal, i) => {
    check.event(proposal.event, ["proposals", i, "event"]);
    const outcome = proposal.outcome === undefined ? undefined : [proposal.outcome];
    check.outcomes(proposal.event, outcome, ["proposals", i, "outcome"]);
    check.source(proposal.source, ["proposals", i, "source"]);
  });
}

function checkQuestions(
  at: Placed<Static<typeof QuestionsFileShape>>,
  names: Names,
  problems: Problem[],
): void {
  const check = referenceCheck(at, names, problems);
  at.value.questions.forEach((question, i) => {
    check.source(question.source, ["questions", i, "source"]);
  });
}

/** Loads the shared files; undefined if any is missing or malformed, with the problems added. */
export function loadCommon(
  files: DefinitionFiles,
  problems: Problem[],
): { readonly common: CommonDefinitions; readonly names: Names } | undefined {
  const sources = loadFile(SourcesFileShape, files, "sources.yaml", problems);
  const vocabulary = loadFile(VocabularyFileShape, files, "vocabulary.yaml", problems);
  const findings = loadFile(FindingsFileShape, files, "findings.yaml", problems);
  const calendar = loadFile(CalendarFileShape, files, "calendar.yaml", problems);
  const proposals = loadFile(ProposalsFileShape, files, "proposals.yaml", problems);
  const questions = loadFile(QuestionsFileShape, files, "questions.yaml", problems);
  const types = loadFile(PathwayTypesFileShape, files, "codes/pathway-types.yaml", problems);
  const events = loadFile(EventCodesFileShape, files, "codes/events.yaml", problems);
  const outcomes = loadFile(OutcomeCodesFileShape, files, "codes/outcomes.yaml", problems);
  if (!sources || !vocabulary || !findings || !calendar || !proposals || !questions)
    return undefined;
  if (!types || !events || !outcomes) return undefined;

  const names = namesOf(vocabulary.value, sources.value);
  const placedFindings = findings.value.findings.map((finding, i) =>
    placed(finding, findings.yaml, ["findings", i]),
  );
  checkVocabulary(vocabulary, names, problems);
  checkCodes({ types, events, outcomes }, names, problems);
  for (const finding of placedFindings) problems.push(...checkFinding(finding, names));
  referenceCheck(calendar, names, problems).source(calendar.value["working-days"].source, [
    "working-days",
    "source",
  ]);
  checkProposals(proposals, names, problems);
  checkQuestions(questions, names, problems);
  const common: CommonDefinitions = {
    sources: sources.value,
    vocabulary,
    findings: placedFindings,
    codes: codesOf({ types, events, outcomes }),
    calendar: calendar.value["working-days"],
    proposals: proposals.value.proposals.map((proposal) => ({
      ...proposal,
      source: toSourceRef(proposal.source),
    })),
    questions: questions.value.questions.map((question) => ({
      ...question,
      source: toSourceRef(question.source),
    })),
  };
  return { common, names };
}
