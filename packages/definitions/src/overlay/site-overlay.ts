// Knows how a site fills what nobody could verify, from one local file with its own source line.
import type { Edition, LimitCase, Rule, SourceRef } from "@rettvei/engine";
import Type, { type Static } from "typebox";
import type { Bundle } from "../bundle.ts";
import { canonicalHash, canonicalJson } from "../canonical-hash.ts";
import type { Problem } from "../problem.ts";
import {
  CareLevelShape,
  DateShape,
  DaysShape,
  IdShape,
  NonEmpty,
  SeverityShape,
  strict,
} from "../schema/shared-shapes.ts";
import { checkShape } from "../yaml/check-shape.ts";
import { readYaml, type YamlFile } from "../yaml/yaml-file.ts";

const LimitShape = Type.Object(
  {
    rule: NonEmpty,
    edition: DateShape,
    "care-level": Type.Optional(CareLevelShape),
    severity: Type.Optional(SeverityShape),
    "at-most": DaysShape,
  },
  strict,
);

const OverlayShape = Type.Object(
  {
    site: NonEmpty,
    source: Type.Object(
      { title: NonEmpty, url: Type.Optional(NonEmpty), dated: Type.Optional(NonEmpty) },
      strict,
    ),
    limits: Type.Optional(Type.Array(LimitShape)),
    "pathway-codes": Type.Optional(
      Type.Array(
        Type.Object({ pathway: IdShape, code: Type.String({ pattern: "^[A-Z]\\d{2}$" }) }, strict),
      ),
    ),
    "event-letters": Type.Optional(
      Type.Array(
        Type.Object({ event: IdShape, letter: Type.String({ pattern: "^[A-Z]$" }) }, strict),
      ),
    ),
  },
  strict,
);

type Overlay = Static<typeof OverlayShape>;
type LimitInOverlay = NonNullable<Overlay["limits"]>[number];

const LOCAL: SourceRef = { ref: "local", evidence: "local" };

type CaseOf = Pick<LimitCase, "careLevel" | "severity">;

function sameCase(a: CaseOf, b: CaseOf): boolean {
  return a.careLevel === b.careLevel && a.severity === b.severity;
}

function caseOf(limit: LimitInOverlay): CaseOf {
  return { careLevel: limit["care-level"], severity: limit.severity };
}

/** The rule with the case filled in; or why it cannot be. */
function filled(rule: Rule, limit: LimitInOverlay): Rule | string {
  if (rule.kind !== "interval") return "a rule that has a limit";
  const wanted = caseOf(limit);
  const present = rule.limits.find((one) => sameCase(one, wanted));
  if (present?.atMost !== undefined)
    return "a case whose limit is unknown (a known one is never changed)";
  const dependsOn = wanted.careLevel ? "care-level" : wanted.severity ? "severity" : "nothing";
  if (dependsOn !== rule.dependsOn) return `a case by ${rule.dependsOn}, as the rule has`;
  const local: LimitCase = {
    ...(wanted.careLevel && { careLevel: wanted.careLevel }),
    ...(wanted.severity && { severity: wanted.severity }),
    atMost: limit["at-most"],
    source: LOCAL,
  };
  return { ...rule, limits: [...rule.limits.filter((one) => one !== present), local] };
}

/** The edition with the rule in place of `old`, also where it holds it for courses with a condition. */
function withRule(edition: Edition, old: Rule, rule: Rule): Edition {
  const before = canonicalJson(old);
  const swap = (one: Rule): Rule =>
    one.id === rule.id && canonicalJson(one) === before ? rule : one;
  const conditions = edition.conditions.map((one) => ({ ...one, rules: one.rules.map(swap) }));
  const { hash: _old, ...whole } = { ...edition, rules: edition.rules.map(swap), conditions };
  return { ...whole, hash: canonicalHash(whole) };
}

/** A condition's rules are those of one edition of its pathway: filled there, they are filled wherever it was folded in. */
function holdsAlso(edition: Edition, filledIn: Edition): boolean {
  return (
    edition === filledIn || edition.conditions.some((one) => one.condition === filledIn.pathway)
  );
}

function applyLimits(
  editions: readonly Edition[],
  overlay: Overlay,
  yaml: YamlFile,
  problems: Problem[],
): readonly Edition[] {
  let now = editions;
  overlay.limits?.forEach((limit, i) => {
    const [pathway] = limit.rule.split(".");
    const edition = now.find((one) => one.pathway === pathway && one.edition === limit.edition);
    const rule = edition?.rules.find((one) => one.id === limit.rule);
    if (edition === undefined || rule === undefined) {
      const key = edition === undefined ? "edition" : "rule";
      problems.push(yaml.problemAt(["limits", i, key], `an existing ${key}`));
      return;
    }
    const made = filled(rule, limit);
    if (typeof made === "string") problems.push(yaml.problemAt(["limits", i], made));
    else now = now.map((one) => (holdsAlso(one, edition) ? withRule(one, rule, made) : one));
  });
  return now;
}

interface OwnCode {
  /** What the code is of: a pathway or an event. */
  readonly of: string;
  readonly code: string;
}

/** The site's own codes of one kind; each must be of something that exists, and neither it nor its code taken. */
function freeCodes(
  own: readonly OwnCode[],
  known: readonly OwnCode[],
  exists: ReadonlySet<string>,
  wrong: (i: number, expected: string) => void,
): readonly OwnCode[] {
  const taken = [...known];
  own.forEach((one, i) => {
    if (!exists.has(one.of)) wrong(i, "a pathway or event that exists");
    else if (taken.some(({ of, code }) => of === one.of || code === one.code)) {
      wrong(i, "a code that is unknown, each once (a known one is never changed)");
    } else taken.push(one);
  });
  return taken.slice(known.length);
}

function applyCodes(
  bundle: Bundle,
  overlay: Overlay,
  yaml: YamlFile,
  problems: Problem[],
): Bundle["codes"] {
  const { pathwayTypes, events, outcomes } = bundle.codes;
  const wrongIn = (key: string) => (i: number, expected: string) => {
    problems.push(yaml.problemAt([key, i], expected));
  };
  const types = freeCodes(
    (overlay["pathway-codes"] ?? []).map(({ pathway, code }) => ({ of: pathway, code })),
    pathwayTypes.codes.map(({ pathway, code }) => ({ of: pathway, code })),
    new Set(bundle.editions.map(({ pathway }) => pathway)),
    wrongIn("pathway-codes"),
  );
  const letters = freeCodes(
    (overlay["event-letters"] ?? []).map(({ event, letter }) => ({ of: event, code: letter })),
    events.codes.map(({ event, letter }) => ({ of: event, code: letter })),
    new Set(bundle.editions.flatMap((edition) => edition.events.map(({ id }) => id))),
    wrongIn("event-letters"),
  );
  const ownTypes = types.map(({ of, code }) => ({ pathway: of, code, source: LOCAL }));
  const ownLetters = letters.map(({ of, code }) => ({ event: of, letter: code, source: LOCAL }));
  return {
    pathwayTypes: { ...pathwayTypes, codes: [...pathwayTypes.codes, ...ownTypes] },
    events: { ...events, codes: [...events.codes, ...ownLetters] },
    outcomes,
  };
}

/**
 * The bundle with a site's own limits and codes, marked local. An overlay fills only what is unknown;
 * anything else it says is a problem, and then no bundle is given.
 */
export function applyOverlay(
  bundle: Bundle,
  file: string,
  text: string,
): { readonly bundle: Bundle } | { readonly problems: readonly Problem[] } {
  const read = readYaml(file, text);
  if (!("yaml" in read)) return { problems: read.problems };
  const checked = checkShape(OverlayShape, read.yaml);
  if (!("value" in checked)) return { problems: checked.problems };
  const overlay = checked.value;
  const problems: Problem[] = [];
  const editions = applyLimits(bundle.editions, overlay, read.yaml, problems);
  const codes = applyCodes(bundle, overlay, read.yaml, problems);
  if (problems.length > 0) return { problems };
  const { title, url, dated } = overlay.source;
  const local = { title, publisher: overlay.site, ...(url && { url }), ...(dated && { dated }) };
  const { hash: _old, ...whole } = {
    ...bundle,
    editions,
    codes,
    sources: { ...bundle.sources, local },
  };
  return { bundle: { ...whole, hash: canonicalHash(whole) } };
}
