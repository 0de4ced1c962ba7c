// Knows a value together with the place in a file where it was written.
import type { Problem } from "../problem.ts";
import type { YamlFile, YamlPath } from "../yaml/yaml-file.ts";

export interface Placed<T> {
  readonly value: T;
  readonly yaml: YamlFile;
  readonly path: YamlPath;
}

export function placed<T>(value: T, yaml: YamlFile, path: YamlPath): Placed<T> {
  return { value, yaml, path };
}

export function problemAt(
  at: Placed<unknown>,
  below: YamlPath,
  expected: string,
  found?: string,
): Problem {
  return at.yaml.problemAt([...at.path, ...below], expected, found);
}
