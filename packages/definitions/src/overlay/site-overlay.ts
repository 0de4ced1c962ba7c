// Knows how a site fills what nobody could verify, from one local file with its own source line.
import type { Edition, LimitCase, Rule, SourceRef } from "@rettvei/engine";
import Type, { type Static } from "typebox";
import type { Bundle } from "../bundle.ts";
import { canonicalHash } from "../canonical-hash.ts";
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

function withRule(edition: Edition, rule: Rule): Edition {
  const rules = edition.rules.map((one) => (one.id === rule.id ? rule : one));
  const { hash: _old, ...whole } = { ...edition, rules };
  return { ...whole, hash: canonicalHash(whole) };
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
    else now = now.map((one) => (one === edition ? withRule(edition, made) : one));
  });
  return now;
}

function applyCodes(
  bundle: Bundle,
  overlay: Overlay,
  yaml: YamlFile,
  problems: Problem[],
): Bundle["codes"] {
  const { pathwayTypes, events, outcomes } = bundle.codes;
  const free = (taken: boolean, key: string, i: number): boolean => {
    if (taken)
      problems.push(
        yaml.problemAt([key, i], "a code that is unknown (a known one is never changed)"),
      );
    return !taken;
  };
  const types = (overlay["pathway-codes"] ?? []).filter((own, i) =>
    free(
      pathwayTypes.codes.some((one) => one.pathway === own.pathway || one.code === own.code),
      "pathway-codes",
      i,
    ),
  );
  const letters = (overlay["event-letters"] ?? []).filter((own, i) =>
    free(
      events.codes.some((one) => one.event === own.event || one.letter === own.letter),
      "event-letters",
      i,
    ),
  );
  return {
    pathwayTypes: {
      ...pathwayTypes,
      codes: [...pathwayTypes.codes, ...types.map((own) => ({ ...own, source: LOCAL }))],
    },
    events: {
      ...events,
      codes: [...events.codes, ...letters.map((own) => ({ ...own, source: LOCAL }))],
    },
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
