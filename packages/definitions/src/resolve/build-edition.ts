// Knows how a merged edition becomes an edition of the engine, or what is wrong with it.
import {
  type Checklist,
  type ConditionContent,
  type Edition,
  type EventDefinition,
  isCalendarDate,
  type Phase,
  type Rule,
} from "@rettvei/engine";
import { canonicalHash } from "../canonical-hash.ts";
import type { Problem } from "../problem.ts";
import { buildFinding, isCrossFinding, isLogFinding } from "./build-finding.ts";
import { buildRule, toSelector, toSourceRef } from "./build-rule.ts";
import type { CommonDefinitions, Names } from "./common-definitions.ts";
import type { MergedEdition } from "./merged-edition.ts";
import { problemAt } from "./placed.ts";
import { referenceCheck } from "./references.ts";

/** Everything an edition is built from. Problems are added, never thrown. */
export interface EditionContext {
  readonly common: CommonDefinitions;
  readonly names: Names;
  /** Editions by "pathway/date", to take a condition's rules from. */
  readonly merged: ReadonlyMap<string, MergedEdition>;
  readonly problems: Problem[];
}

function buildEvents(edition: MergedEdition, context: EditionContext): readonly EventDefinition[] {
  const { common, names, problems } = context;
  for (const [id, at] of edition.events) {
    const check = referenceCheck(at, names, problems);
    check.event(id, []);
    if (at.value.source) check.source(at.value.source, ["source"]);
  }
  return common.vocabulary.value.events.map((event) => {
    const own = edition.events.get(event.id)?.value;
    if (own?.registration === undefined) {
      problems.push(
        problemAt(
          edition.header,
          ["events"],
          `registration of the event ${event.id}, here or below`,
          "none",
        ),
      );
    }
    const letter = common.codes.events.codes.find((code) => code.event === event.id)?.letter;
    const outcomes = (event.outcomes ?? []).map((outcome) => {
      const code = common.codes.outcomes.codes.find(
        (one) => one.event === event.id && one.outcome === outcome.id,
      );
      return {
        id: outcome.id,
        name: outcome.name,
        ...(code && { letter: code.letter }),
        source: toSourceRef(outcome.source),
      };
    });
    const patientText = own?.["patient-text"];
    return {
      id: event.id,
      name: own?.name ?? event.name,
      registration: own?.registration ?? "absent",
      ...(letter !== undefined && { letter }),
      outcomes,
      ...(patientText && { patientText }),
      source: toSourceRef(own?.source ?? event.source),
    };
  });
}

function buildPhases(edition: MergedEdition, context: EditionContext): readonly Phase[] {
  return [...edition.phases].flatMap(([id, at]): readonly Phase[] => {
    const check = referenceCheck(at, context.names, context.problems);
    const {
      name,
      expects,
      source,
      "entered-by": enteredBy,
      "patient-text": patientText,
    } = at.value;
    if (!name || !expects || !source || !enteredBy) {
      context.problems.push(
        problemAt(at, [], "name, entered-by, expects and source, here or in the edition below"),
      );
      return [];
    }
    check.source(source, ["source"]);
    check.events(expects, ["expects"]);
    enteredBy.forEach((selector, i) => {
      check.selector(selector, ["entered-by", i]);
    });
    return [
      {
        id,
        name,
        enteredBy: enteredBy.map(toSelector),
        expects,
        ...(patientText && { patientText }),
        source: toSourceRef(source),
      },
    ];
  });
}

function buildChecklists(edition: MergedEdition, context: EditionContext): readonly Checklist[] {
  const seen = new Set<string>();
  return [...edition.checklists].flatMap(([id, at]): readonly Checklist[] => {
    const { title, items, phase } = at.value;
    const check = referenceCheck(at, context.names, context.problems);
    if (!title || !items) {
      context.problems.push(problemAt(at, [], "title and items, here or in the edition below"));
      return [];
    }
    if (phase !== undefined && !edition.phases.has(phase)) {
      context.problems.push(problemAt(at, ["phase"], "a phase of the edition"));
    }
    items.forEach((item, i) => {
      check.source(item.source, ["items", i, "source"]);
      check.role(item.role, ["items", i, "role"]);
      if (seen.has(item.id)) {
        context.problems.push(problemAt(at, ["items", i, "id"], "an id used once in the edition"));
      }
      seen.add(item.id);
    });
    return [
      {
        id,
        title,
        ...(phase !== undefined && { phase }),
        items: items.map(({ source, ...item }) => ({ ...item, source: toSourceRef(source) })),
      },
    ];
  });
}

function buildRules(edition: MergedEdition, context: EditionContext): readonly Rule[] {
  const { pathway } = edition.header.value;
  const { names, problems, common } = context;
  const ruleTitles = common.vocabulary.value.rules;
  return [...edition.rules].flatMap(
    ([id, at]) => buildRule(id, at, { pathway, names, ruleTitles, problems }) ?? [],
  );
}

function buildConditions(
  edition: MergedEdition,
  context: EditionContext,
): readonly ConditionContent[] {
  return [...edition.conditions].flatMap(([condition, at]): readonly ConditionContent[] => {
    const check = referenceCheck(at, context.names, context.problems);
    check.events(at.value.events, ["events"]);
    const donor = context.merged.get(at.value.edition);
    if (donor === undefined) {
      context.problems.push(problemAt(at, ["edition"], 'an edition "pathway/date"'));
      return [];
    }
    // The donor's own problems are told where it is built itself.
    const theirs = buildRules(donor, { ...context, problems: [] });
    const wanted = at.value.rules.map((name) => `${condition}.${name}`);
    wanted.forEach((id, i) => {
      if (!theirs.some((rule) => rule.id === id)) {
        context.problems.push(problemAt(at, ["rules", i], `a rule of ${at.value.edition}`));
      }
    });
    return [
      {
        condition,
        rules: theirs.filter((rule) => wanted.includes(rule.id)),
        events: at.value.events ?? [],
      },
    ];
  });
}

function checkFindingChanges(edition: MergedEdition, context: EditionContext): void {
  for (const [id, at] of edition.findings) {
    const check = referenceCheck(at, context.names, context.problems);
    if (!context.common.findings.some((finding) => finding.value.id === id)) {
      context.problems.push(problemAt(at, [], "a finding of findings.yaml", `"${id}"`));
    }
    check.events(at.value.on, ["on"]);
    if (at.value.source) check.source(at.value.source, ["source"]);
  }
}

function checkHeader(header: MergedEdition["header"], context: EditionContext): void {
  const check = referenceCheck(header, context.names, context.problems);
  check.source(header.value.source, ["source"]);
  const retired = header.value["retired-from"];
  if (retired) check.source(retired.source, ["retired-from", "source"]);
  for (const [date, path] of [
    [header.value.edition, ["edition"]],
    [retired?.date, ["retired-from", "date"]],
  ] as const) {
    if (date !== undefined && !isCalendarDate(date)) {
      context.problems.push(problemAt(header, path, "a date that exists"));
    }
  }
}

function courseEvents(
  edition: MergedEdition,
  context: EditionContext,
): Pick<Edition, "startEvent" | "endEvents" | "postponedEvent"> {
  const { startsWith, endsWith, postponedBy, header } = edition;
  const check = referenceCheck(header, context.names, context.problems);
  for (const [key, value] of [
    ["starts-with", startsWith],
    ["postponed-by", postponedBy],
    ["ends-with", endsWith],
  ] as const) {
    if (value === undefined) {
      context.problems.push(problemAt(header, [], `the key "${key}", here or below`, "none"));
    } else check.events([value].flat(), [key]);
  }
  return {
    startEvent: startsWith ?? "",
    endEvents: endsWith ?? [],
    postponedEvent: postponedBy ?? "",
  };
}

/** The edition, whole. If problems were added it must not be used. */
export function buildEdition(edition: MergedEdition, context: EditionContext): Edition {
  const { header } = edition;
  checkHeader(header, context);
  checkFindingChanges(edition, context);
  const { pathway, name, note, status } = header.value;
  const retired = header.value["retired-from"];
  const findings = context.common.findings.map(({ value }) =>
    buildFinding(value, edition.findings.get(value.id)?.value),
  );
  const typeCode = context.common.codes.pathwayTypes.codes.find((code) => code.pathway === pathway);
  const whole = {
    pathway,
    name,
    edition: header.value.edition as Edition["edition"],
    status: status === "draft" ? ("draft" as const) : ("in-force" as const),
    ...(typeCode && { typeCode: typeCode.code }),
    ...(retired && { retiredFrom: retired.date as Edition["edition"] }),
    source: toSourceRef(header.value.source),
    ...(note && { note }),
    events: buildEvents(edition, context),
    ...courseEvents(edition, context),
    phases: buildPhases(edition, context),
    rules: buildRules(edition, context),
    conditions: buildConditions(edition, context),
    findings: findings.filter(isLogFinding),
    crossFindings: findings.filter(isCrossFinding),
    checklists: buildChecklists(edition, context),
  };
  return { ...whole, hash: canonicalHash(whole) };
}
