// Knows a YAML file with the position of every value in it.
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { Problem } from "../problem.ts";

export type YamlPath = readonly (string | number)[];

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** A problem placed at the value of the path, or at the nearest value that exists above it. */
  problemAt(path: YamlPath, expected: string, found?: string): Problem;
  /** A problem placed at the key that should not be there. */
  problemAtKey(path: YamlPath, key: string, expected: string): Problem;
}

/** Alias expansion is bounded: a small file cannot grow into a huge document. */
const MAX_ALIASES = 100;
const MAX_SHOWN = 60;

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "a value that holds itself";
  }
}

/** A value as a problem may show it: short, on one line. */
export function shownValue(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = written(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

function shownPath(path: YamlPath): string {
  return path
    .map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join("");
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let at: unknown = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[part];
  }
  return at;
}

function childOf(
  node: Node | null,
  part: string | number,
): { key: Node | null; value: Node | null } {
  if (isSeq(node) && typeof part === "number") {
    const item = node.items[part];
    return { key: null, value: isNode(item) ? item : null };
  }
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && String(item.key) === String(part));
    return {
      key: isNode(pair?.key) ? pair.key : null,
      value: isNode(pair?.value) ? pair.value : null,
    };
  }
  return { key: null, value: null };
}

/** Offset of a key that is not plain text, as a list or a tagged value; undefined if all are. */
function keyThatIsNoText(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && typeof key.value === "string") return undefined;
      offset = (isNode(key) ? key.range?.[0] : undefined) ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** Reads one YAML document. Syntax errors, duplicate keys and further documents are problems; then there is no file. */
export function readYaml(
  file: string,
  text: string,
):
  | { readonly yaml: YamlFile; readonly problems: readonly [] }
  | { readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: "core" });
  const place = (offset: number | undefined): { line: number; column: number } => {
    const { line, col } = lines.linePos(Math.min(offset ?? 0, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fault = (offset: number, found: string): Problem => ({
    file,
    ...place(offset),
    at: "",
    expected: "one well-formed YAML document",
    found,
  });
  const faults = [...document.errors, ...document.warnings];
  const oddKey = keyThatIsNoText(document);
  if (oddKey !== undefined) return { problems: [fault(oddKey, "a key that is no text")] };
  if (faults.length > 0) {
    return {
      problems: faults.map((error) => fault(error.pos[0], error.message.split("\n")[0] ?? "")),
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    return {
      problems: [fault(0, error instanceof Error ? error.message : "an unreadable document")],
    };
  }

  const offsetOf = (path: YamlPath): number | undefined => {
    let node: Node | null = document.contents;
    let offset = node?.range?.[0];
    for (const part of path) {
      const child = childOf(node, part);
      if (child.value === null) return child.key?.range?.[0] ?? offset;
      node = child.value;
      offset = node.range?.[0] ?? offset;
    }
    return offset;
  };
  const keyOffsetOf = (path: YamlPath, key: string): number | undefined => {
    let node: Node | null = document.contents;
    for (const part of path) node = childOf(node, part).value;
    return childOf(node, key).key?.range?.[0] ?? offsetOf(path);
  };
  const yaml: YamlFile = {
    file,
    value,
    problemAt: (path, expected, found) => ({
      file,
      ...place(offsetOf(path)),
      at: shownPath(path),
      expected,
      found: found ?? shownValue(valueAt(value, path)),
    }),
    problemAtKey: (path, key, expected) => ({
      file,
      ...place(keyOffsetOf(path, key)),
      at: shownPath(path),
      expected,
      found: `the key "${key}"`,
    }),
  };
  return { yaml, problems: [] };
}
