// Knows which facts of plain data another one lacks.

/** Paths of the values in `facts` that `other` has not, or has otherwise: `sender.organisation.idents[0].id`. */
export function factsMissing(facts: unknown, other: unknown, path = ""): readonly string[] {
  if (facts === undefined || facts === null) return [];
  if (Array.isArray(facts)) {
    const held: readonly unknown[] = Array.isArray(other) ? other : [];
    return facts.flatMap((fact, at) => factsMissing(fact, held[at], `${path}[${at}]`));
  }
  if (typeof facts !== "object") return facts === other ? [] : [path];
  const held: Readonly<Record<string, unknown>> = isRecord(other) ? other : {};
  return Object.entries(facts).flatMap(([key, fact]) =>
    factsMissing(fact, held[key], path === "" ? key : `${path}.${key}`),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
