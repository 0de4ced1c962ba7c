// Knows which shape an input most likely meant where it may have one of several.
import type { Validator } from "typebox/compile";

export type SchemaError = ReturnType<Validator["Errors"]>[number];

function isBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** Number of the shape that the error is of, among the shapes of the choice that failed; undefined if of none. */
function shapeIn(choice: SchemaError, error: SchemaError): string | undefined {
  if (!isBelow(error.instancePath, choice.instancePath)) return undefined;
  const shapes = `${choice.schemaPath}/anyOf/`;
  if (!error.schemaPath.startsWith(shapes)) return undefined;
  return error.schemaPath.slice(shapes.length).split("/")[0];
}

function bestShape(shapes: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => x - y || Number(a) - Number(b))[0]?.[0];
}

/** Drops the errors of a choice that are not of the shape with the fewest, or the first of these. */
export function ofBestShape(errors: readonly SchemaError[]): readonly SchemaError[] {
  let left = errors;
  for (const choice of errors.filter(({ keyword }) => keyword === "anyOf")) {
    const best = bestShape(left.flatMap((error) => shapeIn(choice, error) ?? []));
    left = left.filter((error) => {
      const shape = shapeIn(choice, error);
      return shape === undefined || shape === best;
    });
  }
  return left;
}
