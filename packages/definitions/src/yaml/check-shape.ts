// Knows how a YAML file is held against a schema: every problem at once, each at its line.
import type { Static, TSchema } from "typebox";
import { Settings } from "typebox/system";
import Value from "typebox/value";
import type { Problem } from "../problem.ts";
import type { YamlFile, YamlPath } from "./yaml-file.ts";

// The default stops at eight errors; a definitions file must tell all of its own.
Settings.Set({ maxErrors: 10_000 });

interface SchemaError {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

function toPath(pointer: string, root: unknown): YamlPath {
  const path: (string | number)[] = [];
  let at: unknown = root;
  for (const raw of pointer.split("/").slice(1)) {
    const part = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(at) ? Number(part) : part);
    at = (at as Readonly<Record<string, unknown>> | undefined)?.[part];
  }
  return path;
}

function schemaAt(schema: unknown, pointer: string): Readonly<Record<string, unknown>> {
  let at = schema as Readonly<Record<string, unknown>>;
  for (const part of pointer.replace(/^#\/?/, "").split("/").filter(Boolean)) {
    at = (at[part] ?? {}) as Readonly<Record<string, unknown>>;
  }
  return at;
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "a map of keys",
  array: "a list",
};

function expectedBy(error: SchemaError, schema: unknown): string {
  const { params, keyword } = error;
  const described = schemaAt(schema, error.schemaPath).description;
  if (typeof described === "string") return described;
  switch (keyword) {
    case "type":
      return ARTICLES[String(params.type)] ?? String(params.type);
    case "enum":
      return `one of ${(params.allowedValues as readonly unknown[]).join(", ")}`;
    case "const":
      return JSON.stringify(params.allowedValue);
    default:
      return error.message.replace(/^must (be |have |match )?/, "");
  }
}

/** `additionalProperties` tells the same twice and a failed union tells each branch; keep what helps. */
function isNoise({ keyword, schemaPath }: SchemaError): boolean {
  return keyword === "boolean" || schemaPath.includes("/anyOf/");
}

function problemsOf(error: SchemaError, schema: unknown, yaml: YamlFile): readonly Problem[] {
  const path = toPath(error.instancePath, yaml.value);
  if (error.keyword === "additionalProperties") {
    const known = Object.keys(
      (schemaAt(schema, error.schemaPath).properties ?? {}) as Readonly<Record<string, unknown>>,
    );
    return (error.params.additionalProperties as readonly string[]).map((key) =>
      yaml.problemAtKey(path, key, known.length > 0 ? `only ${known.join(", ")}` : "no such key"),
    );
  }
  if (error.keyword === "required") {
    return (error.params.requiredProperties as readonly string[]).map((key) =>
      yaml.problemAt(path, `the key "${key}"`, "none"),
    );
  }
  return [yaml.problemAt(path, expectedBy(error, schema))];
}

/** The value if it has the schema's shape; else every problem. */
export function checkShape<T extends TSchema>(
  schema: T,
  yaml: YamlFile,
):
  | { readonly value: Static<T>; readonly problems: readonly [] }
  | { readonly problems: readonly Problem[] } {
  if (Value.Check(schema, yaml.value)) return { value: yaml.value, problems: [] };
  const errors = Value.Errors(schema, yaml.value) as readonly SchemaError[];
  const told = errors.filter((error) => !isNoise(error));
  return { problems: told.flatMap((error) => problemsOf(error, schema, yaml)) };
}
