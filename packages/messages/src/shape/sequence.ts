// Knows elements that hold other elements in a fixed order, as all classes of the national messages do.
import { childElements, isElement, type XmlElement } from "../xml/xml-element.ts";
import type { XmlTree } from "../xml/xml-tree.ts";
import { refuseAttributes } from "./attributes.ts";
import { type Codec, type Reading, report } from "./codec.ts";
import type { Field, FieldValue } from "./fields.ts";

export type Fields = Readonly<Record<string, Field<unknown>>>;

type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K]["presence"] extends "optional" ? K : never;
}[keyof F];

/** The plain data that a sequence of fields reads to. */
export type Sequence<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: FieldValue<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: FieldValue<F[K]> };

/** Fields of which exactly one, or at most one, is there; all are optional and stand side by side. */
export interface Choice<K> {
  readonly of: readonly K[];
  readonly mustBe: boolean;
}

/**
 * A shape of elements in order. `uri` is the namespace of the fields that name none.
 * An element that no field has at its place is a problem, as is text between elements.
 */
export function sequence<const F extends Fields>(
  uri: string,
  fields: F,
  choices: readonly Choice<keyof F & string>[] = [],
): Codec<Sequence<F>> {
  const places = Object.entries(fields).map(
    ([key, field]): Place => ({ key, field, uri: field.uri ?? uri }),
  );
  return {
    read: (element, reading) => {
      refuseAttributes(element, reading);
      refuseText(element, reading);
      const found = distribute(element, places, reading);
      for (const choice of choices) checkChoice(element, choice, fields, found, reading);
      return valuesOf(element, places, found, reading) as Sequence<F>;
    },
    write: (value) => ({ children: places.flatMap((place) => treesOf(place, value)) }),
  };
}

interface Place {
  readonly key: string;
  readonly field: Field<unknown>;
  readonly uri: string;
}

type Found = ReadonlyMap<string, readonly XmlElement[]>;

function refuseText(element: XmlElement, reading: Reading): void {
  const text = element.children.some((child) => !isElement(child) && /[^ \t\r\n]/.test(child));
  if (text) report(reading, element, "unexpected-text", "only elements", "text");
}

/** Which elements belong to which field. What has no place is reported and passed over. */
function distribute(element: XmlElement, places: readonly Place[], reading: Reading): Found {
  const found = new Map<string, XmlElement[]>();
  let next = 0;
  for (const child of childElements(element)) {
    const at = places.findIndex((place, index) => index >= next && takes(place, child, found));
    const place = places[at];
    if (place === undefined) {
      report(
        reading,
        child,
        "unexpected-element",
        expectedFrom(places, next),
        child.name.slice(0, 60),
      );
      continue;
    }
    next = at;
    const here = found.get(place.key);
    if (here === undefined) found.set(place.key, [child]);
    else here.push(child);
  }
  return found;
}

function takes(place: Place, child: XmlElement, found: Found): boolean {
  if (child.name !== place.field.name || child.uri !== place.uri) return false;
  const { presence } = place.field;
  return presence === "many" || presence === "some" || !found.has(place.key);
}

function expectedFrom(places: readonly Place[], next: number): string {
  const names = places.slice(next, next + 5).map((place) => place.field.name);
  return names.length === 0 ? "no further element" : `one of ${names.join(", ")}`;
}

function checkChoice(
  element: XmlElement,
  { of, mustBe }: Choice<string>,
  fields: Fields,
  found: Found,
  reading: Reading,
): void {
  const present = of.filter((key) => found.has(key)).length;
  const names = of.map((key) => fields[key]?.name ?? key).join(", ");
  if (present > 1) report(reading, element, "unexpected-element", `one of ${names}`, `${present}`);
  if (present === 0 && mustBe)
    report(reading, element, "missing-element", `one of ${names}`, "none");
}

function valuesOf(
  element: XmlElement,
  places: readonly Place[],
  found: Found,
  reading: Reading,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { key, field } of places) {
    const here = found.get(key) ?? [];
    const { presence, codec, whenMissing } = field;
    const required = (presence === "one" && whenMissing === undefined) || presence === "some";
    if (here.length === 0 && required)
      report(reading, element, "missing-element", field.name, "no such element");
    const read = here.map((child) => codec.read(child, reading));
    if (presence === "many" || presence === "some") values[key] = read;
    else if (read.length > 0) values[key] = read[0];
    else if (whenMissing !== undefined) values[key] = whenMissing;
  }
  return values;
}

function treesOf({ key, field, uri }: Place, value: object): readonly XmlTree[] {
  const held: unknown = (value as Readonly<Record<string, unknown>>)[key];
  const all = Array.isArray(held) ? held : [held];
  return all
    .filter((each) => each !== undefined && !isEmpty(each, field.whenMissing))
    .map((each) => ({ tag: { uri, name: field.name }, ...field.codec.write(each) }));
}

function isEmpty(value: unknown, whenMissing: unknown): boolean {
  return whenMissing !== undefined && JSON.stringify(value) === JSON.stringify(whenMissing);
}
