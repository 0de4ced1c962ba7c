// Knows shapes that have a name of their own in the API document and are referred to elsewhere.
import { type Static, type TSchema, Type } from "typebox";

const named: TSchema[] = [];

/** Gives a shape its name; answers a reference to it of the same static type. */
export function namedSchema<S extends TSchema>(name: string, schema: S) {
  named.push({ ...schema, $id: name });
  return Type.Unsafe<Static<S>>({ $ref: `${name}#` });
}

/** All shapes that were given a name. */
export function namedSchemas(): readonly TSchema[] {
  return named;
}
