// Knows what every part of a file of cases is read with: where it is written, and where problems go.
import { type CalendarDate, isCalendarDate } from "@rettvei/engine";
import type { Problem } from "../problem.ts";
import type { YamlFile, YamlPath } from "../yaml/yaml-file.ts";

/** Everything a case is read with. */
export interface Reading {
  readonly yaml: YamlFile;
  readonly problems: Problem[];
}

export function readDate(text: string, path: YamlPath, { yaml, problems }: Reading): CalendarDate {
  if (!isCalendarDate(text)) problems.push(yaml.problemAt(path, "a date that exists"));
  return text as CalendarDate;
}

/** Every case of a file has a name of its own. */
export function checkNames(
  cases: readonly { readonly name: string }[],
  { yaml, problems }: Reading,
): void {
  const seen = new Set<string>();
  cases.forEach(({ name }, i) => {
    if (seen.has(name)) problems.push(yaml.problemAt(["cases", i, "name"], "each name once"));
    seen.add(name);
  });
}
