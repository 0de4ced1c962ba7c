// Knows when a reference dangles.
import type { Problem } from "../problem.ts";
import type { SelectorInFile, SourceInFile } from "../schema/edition-file.ts";
import type { YamlPath } from "../yaml/yaml-file.ts";
import type { Names } from "./common-definitions.ts";
import { type Placed, problemAt } from "./placed.ts";

export const NO_OUTCOME = "none";

/** Collects problems of references made at one place. */
export interface ReferenceCheck {
  event(id: string, below: YamlPath): void;
  events(ids: readonly string[] | undefined, below: YamlPath): void;
  outcomes(event: string, ids: readonly string[] | undefined, below: YamlPath): void;
  selector(selector: SelectorInFile, below: YamlPath): void;
  source(source: SourceInFile, below: YamlPath): void;
  role(id: string, below: YamlPath): void;
}

export function referenceCheck(
  at: Placed<unknown>,
  names: Names,
  problems: Problem[],
): ReferenceCheck {
  const dangling = (known: boolean, below: YamlPath, expected: string): void => {
    if (!known) problems.push(problemAt(at, below, expected));
  };
  const check: ReferenceCheck = {
    event: (id, below) => dangling(names.events.has(id), below, "an event of the vocabulary"),
    events: (ids, below) => {
      ids?.forEach((id, i) => {
        check.event(id, [...below, i]);
      });
    },
    outcomes: (event, ids, below) => {
      const known = names.outcomes.get(event);
      ids?.forEach((id, i) => {
        const ok = id === NO_OUTCOME || known?.has(id) === true;
        dangling(ok, [...below, i], `an outcome of ${event}, or ${NO_OUTCOME}`);
      });
    },
    selector: (selector, below) => {
      check.event(selector.event, [...below, "event"]);
      check.outcomes(selector.event, selector.outcomes, [...below, "outcomes"]);
      check.outcomes(selector.event, selector["except-outcomes"], [...below, "except-outcomes"]);
    },
    source: (source, below) =>
      dangling(names.sources.has(source.ref), [...below, "ref"], "a key of sources.yaml"),
    role: (id, below) => dangling(names.roles.has(id), below, "a role of the vocabulary"),
  };
  return check;
}
