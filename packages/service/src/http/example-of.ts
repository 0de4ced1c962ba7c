// Knows how an example is made of a shape of the API document, so that no answer is described without one.

export type Shape = Readonly<Record<string, unknown>>;
type Shapes = Readonly<Record<string, Shape>>;

/** What fields of the name hold, where their shape says no more than that they are text. */
const WORDS: Readonly<Record<string, string>> = {
  name: "Testine Skinnbakken",
  personName: "Odd Elvestrand",
  openedByName: "Odd Elvestrand",
  unitId: "9900001",
  patientId: "p-1",
  courseId: "c-1",
  pathway: "tsb",
  phone: "99 99 99 99",
  telephone: "99 99 99 99",
  words: "Jeg vil sove om natta.",
  xml: '<?xml version="1.0" encoding="utf-8"?><AppRec/>',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-03-03",
  "date-time": "2026-03-03T11:00:00.000Z",
  uuid: "7b0e3c1e-5d2f-4f6a-9a52-0f6f3c1d2e4b",
};

const isNull = ({ type }: Shape): boolean => type === "null";

function textOf({ format, minLength }: Shape, field: string): string {
  const text = FORMATS[String(format)] ?? WORDS[field];
  if (text !== undefined) return text;
  const made = field.endsWith("Id") ? `${field.slice(0, -2)}-1` : field || "text";
  return made.padEnd(Number(minLength ?? 0), "-");
}

function fieldsOf({ properties = {} }: Shape, shapes: Shapes): Shape {
  const fields = Object.entries(properties as Shapes);
  return Object.fromEntries(fields.map(([name, inner]) => [name, exampleOf(inner, shapes, name)]));
}

function listOf({ items, minItems, maxItems }: Shape, shapes: Shapes, field: string) {
  const wanted = Math.min(Math.max(Number(minItems ?? 1), 1), Number(maxItems ?? 1));
  return Array.from({ length: wanted }, () => exampleOf((items ?? {}) as Shape, shapes, field));
}

/** A value of the shape: its own example where it has one. `shapes` are those that it may refer to, by name. */
export function exampleOf(shape: Shape, shapes: Shapes, field = ""): unknown {
  const { $ref, examples, anyOf, enum: words, type } = shape;
  if (typeof $ref === "string")
    return exampleOf(shapes[$ref.split("/").at(-1) ?? ""] ?? {}, shapes, field);
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if ("const" in shape) return shape.const;
  if (Array.isArray(words)) return words[0];
  if (Array.isArray(anyOf)) {
    const choices = anyOf as readonly Shape[];
    return exampleOf(choices.find((one) => !isNull(one)) ?? { type: "null" }, shapes, field);
  }
  switch (type) {
    case "object":
      return fieldsOf(shape, shapes);
    case "array":
      return listOf(shape, shapes, field);
    case "string":
      return textOf(shape, field);
    case "integer":
    case "number":
      return shape.minimum ?? 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return {};
  }
}
