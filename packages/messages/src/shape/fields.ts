// Knows the fields of a shape: a name, what stands under it, and how often.
import type { Codec } from "./codec.ts";

type Presence = "one" | "optional" | "many" | "some";

export interface Field<T, P extends Presence = Presence> {
  /** Namespace of the name; that of the shape where it is not given. */
  readonly uri: string | undefined;
  readonly name: string;
  readonly codec: Codec<T>;
  readonly presence: P;
  /** What a missing element is read as, and what is not written. Only for "one". */
  readonly whenMissing: T | undefined;
}

/** The value of a field as a property: absent, one, or a list in the order of the message. */
export type FieldValue<F> =
  F extends Field<infer T, infer P> ? (P extends "many" | "some" ? readonly T[] : T) : never;

function field<T, P extends Presence>(
  presence: P,
  name: string,
  codec: Codec<T>,
  uri?: string,
  whenMissing?: T,
): Field<T, P> {
  return { uri, name, codec, presence, whenMissing };
}

/** Must be there, once. */
export function one<T>(name: string, codec: Codec<T>, uri?: string): Field<T, "one"> {
  return field("one", name, codec, uri);
}

/** May be there, once. */
export function optional<T>(name: string, codec: Codec<T>, uri?: string): Field<T, "optional"> {
  return field("optional", name, codec, uri);
}

/** Any number, none included. */
export function many<T>(name: string, codec: Codec<T>, uri?: string): Field<T, "many"> {
  return field("many", name, codec, uri);
}

/** At least one. */
export function some<T>(name: string, codec: Codec<T>, uri?: string): Field<T, "some"> {
  return field("some", name, codec, uri);
}

/** May be missing in this standard; a value all the same, equal to `empty`, which is not written. */
export function orEmpty<T>(name: string, codec: Codec<T>, empty: T, uri?: string): Field<T, "one"> {
  return field("one", name, codec, uri, empty);
}
