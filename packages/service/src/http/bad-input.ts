// Knows how a request is held against its schema: every bad field is told, with what was expected and found.
import { isCalendarDate } from "@rettvei/engine";
import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Format } from "typebox/format";
import { Settings } from "typebox/system";
import { Value } from "typebox/value";
import { AppError, type Problem } from "../app-error.ts";
import { shown } from "../registration/check-records.ts";
import { ofBestShape, type SchemaError } from "./best-shape.ts";
import { wantedBy } from "./schemas/patterns.ts";

// The library stops at eight, which would hide the rest of a longer form.
Settings.Set({ maxErrors: 1_000 });

const FIRST = "1000-01-01";
const LAST = "8999-12-31";

// No day that is reckoned from another leaves the years of four digits, in which a database and we write the same.
Format.Set("date", (text) => isCalendarDate(text) && text >= FIRST && text <= LAST);

function foundAt(value: unknown, path: string): string {
  let found: unknown = value;
  for (const key of path.split("/").slice(1)) {
    found = (found as Record<string, unknown> | null | undefined)?.[key];
  }
  if (found === undefined) return "nothing";
  if (typeof found === "string") return shown(found);
  if (typeof found === "object" && found !== null)
    return Array.isArray(found) ? "a list" : "an object";
  return typeof found === "number" && Math.abs(found) > 999_999_999 ? "a number" : String(found);
}

function expectation(error: SchemaError): string {
  switch (error.keyword) {
    case "boolean":
      return "no such field";
    case "type":
      return String(error.params.type);
    case "format":
      return error.params.format === "date" ? "an existing date YYYY-MM-DD" : error.params.format;
    case "enum":
      return `one of ${error.params.allowedValues.join(", ")}`;
    case "pattern":
      return wantedBy(String(error.params.pattern));
    default:
      return error.message.replace(/^must /, "to ");
  }
}

function problemsOf(error: SchemaError, value: unknown): readonly Problem[] {
  const { instancePath: path, keyword } = error;
  if (keyword === "required") {
    return error.params.requiredProperties.map((name) => ({
      path: `${path}/${name}`,
      expected: "a value",
      found: "nothing",
    }));
  }
  // Each field too many has an error of its own; a choice's own error says nothing more.
  if (keyword === "additionalProperties" || keyword === "anyOf") return [];
  return [{ path, expected: expectation(error), found: foundAt(value, path) }];
}

function refused(problems: readonly Problem[]): AppError {
  return new AppError("bad-input", "the request holds fields that are not as expected", problems);
}

const HALF_LETTER = /\p{Surrogate}/u;

/** Texts that no database takes: half of a character, or the character of no character. However deep they stand. */
function unreadable(input: unknown): readonly Problem[] {
  const places = [{ path: "", value: input }];
  const problems: Problem[] = [];
  for (const { path, value } of places) {
    if (typeof value === "string" && (HALF_LETTER.test(value) || value.includes("\0"))) {
      const expected = "a text of whole characters";
      problems.push({ path, expected, found: "half of one, or none" });
    }
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      places.push({ path: `${path}/${key}`, value: inner });
    }
  }
  return problems;
}

function badInput(errors: readonly SchemaError[], value: unknown): AppError {
  const misshapen = ofBestShape(errors).flatMap((error) => problemsOf(error, value));
  const told = [...unreadable(value), ...misshapen];
  const problems = [...new Map(told.map((problem) => [problem.path, problem])).values()];
  return refused(problems);
}

/** Compiles a schema once; queries are read as numbers where the schema says so, bodies are taken as they are. */
export const compileSchema: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  return (value: unknown) => {
    const read = httpPart === "body" ? value : Value.Convert(schema, value);
    if (!validator.Check(read)) return { error: badInput(validator.Errors(read), read) };
    const problems = unreadable(read);
    return problems.length === 0 ? { value: read } : { error: refused(problems) };
  };
};
