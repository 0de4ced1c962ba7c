// Knows how a value is made up that a JSON schema allows, or nearly: what a property-based tester sends.
import fc, { type Arbitrary } from "fast-check";

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

/** Values that are likely to be known where random ones never are: ids of what is there. */
export interface Making {
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** How often, of about forty, something stands where it should not; 0: never. */
  readonly oddity: number;
}

const WILD = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "../../etc",
    "' OR 1=1 --",
    "%00",
    "<script>",
    "\ud800",
    "9".repeat(400),
  ),
);

const GOOD_DATES = fc.constantFrom(
  "2024-03-20",
  "2024-03-21",
  "2024-02-29",
  "2024-04-30",
  "2023-12-31",
);
const DATES = fc.oneof(
  GOOD_DATES,
  fc.constantFrom(
    "2024-03-20",
    "2024-03-21",
    "2024-02-29",
    "2023-12-31",
    "2020-01-01",
    "2030-06-01",
  ),
  fc.constantFrom("2024-02-30", "0000-00-00", "9999-12-31", "2024-3-1"),
);

function text(schema: JsonSchema, name: string, making: Making): Arbitrary<unknown> {
  if (schema.format === "date") return making.oddity === 0 ? GOOD_DATES : DATES;
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.min(schema.maxLength ?? 40, minLength + 40);
  const plain = fc.string({ minLength, maxLength });
  const ids = making.known[name];
  return ids === undefined
    ? fc.oneof({ weight: 4, arbitrary: plain }, { weight: making.oddity, arbitrary: WILD })
    : fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...ids) },
        { weight: making.oddity, arbitrary: WILD },
      );
}

function record(schema: JsonSchema, making: Making): Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  // Now and then what is needed is missing.
  const needless = making.oddity === 0 ? 1_000_000 : 30;
  const fields = properties.map(([name, inner]) => {
    const given = fromSchema(inner, name, making);
    const needed = schema.required?.includes(name) === true;
    return fc
      .option(given, { nil: undefined, freq: needed ? needless : 2 })
      .map((value) => [name, value] as const);
  });
  const stranger = fc.option(fc.tuple(fc.constantFrom("__proto__", "code", "seq", "x"), WILD), {
    freq: 1,
    nil: undefined,
  });
  return fc.tuple(fc.tuple(...fields), fc.boolean(), stranger).map(([entries, odd, extra]) => {
    const present = entries.filter(([, value]) => value !== undefined);
    const all =
      making.oddity > 0 && odd && extra !== undefined && Math.abs(present.length) % 5 === 0
        ? [...present, extra]
        : present;
    return Object.fromEntries(all);
  });
}

/** Mostly what the schema allows; now and then something else. */
export function fromSchema(schema: JsonSchema, name: string, making: Making): Arbitrary<unknown> {
  const good = allowed(schema, name, making);
  const examples = schema.examples ?? [];
  const sane = examples.length === 0 ? good : fc.oneof(good, fc.constantFrom(...examples));
  return fc.oneof(
    { weight: 40, arbitrary: sane },
    {
      weight: making.oddity,
      arbitrary: fc.oneof(fc.constant(null), fc.integer(), WILD, fc.constant([]), fc.constant({})),
    },
  );
}

/** Also what is too large for a column or for an exact number, where the schema lets it be. */
function number({ minimum: min = -5, maximum }: JsonSchema): Arbitrary<number> {
  if (maximum !== undefined) return fc.integer({ min, max: maximum });
  return fc.oneof(fc.integer({ min, max: 500 }), fc.constantFrom(2 ** 31, 2 ** 53, 1e21));
}

function allowed(schema: JsonSchema, name: string, making: Making): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf !== undefined) {
    return fc.oneof(...schema.anyOf.map((one) => fromSchema(one, name, making)));
  }
  switch (schema.type) {
    case "object":
      return record(schema, making);
    case "array": {
      const minLength = schema.minItems ?? 0;
      const item = fromSchema(schema.items ?? {}, name, making);
      return fc.array(item, { minLength, maxLength: minLength + 3 });
    }
    case "integer":
    case "number":
      return number(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return text(schema, name, making);
  }
}
