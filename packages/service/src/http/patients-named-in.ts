// Knows of whom a kept answer tells something: everybody whom it names by id.

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    if (field === "patientId" && typeof inner === "string") found.add(inner);
    else collect(inner, found);
  }
}

/** Ids of patients in an answer, each once; of an answer in JSON. */
export function patientsNamedIn(answer: string): readonly string[] {
  const found = new Set<string>();
  collect(JSON.parse(answer), found);
  return [...found];
}
