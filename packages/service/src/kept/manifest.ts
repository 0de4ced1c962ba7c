// Knows what a backup says of itself, and whether what it says is whole.
import { canonicalHash } from "@rettvei/definitions";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { AppError } from "../app-error.ts";

const Sha256Schema = Type.String({ pattern: "^[0-9a-f]{64}$" });
const CountSchema = Type.Integer({ minimum: 0 });

const KeptFileSchema = Type.Object({
  table: Type.String(),
  file: Type.String({ pattern: "^[a-z_]+\\.copy$" }),
  columns: Type.Array(Type.String({ pattern: "^[a-z_]+$" }), { minItems: 1 }),
  rows: CountSchema,
  sha256: Sha256Schema,
});
export type KeptFile = Static<typeof KeptFileSchema>;

const ManifestSchema = Type.Object({
  format: Type.Literal(1),
  /** Hash of the backup's manifest that this one adds to; null for one that stands alone. */
  addsTo: Type.Union([Sha256Schema, Type.Null()]),
  takenAt: Type.String({ format: "date-time" }),
  schema: Type.Object({ number: CountSchema, checksum: Sha256Schema }),
  /** Numbers of its records: after the first, up to the second. */
  span: Type.Object({ after: CountSchema, upTo: CountSchema }),
  files: Type.Array(KeptFileSchema),
  /** What was judged at that moment, to hold a restored store against. */
  states: Type.Object({ judgedBy: Type.String(), rows: CountSchema, sha256: Sha256Schema }),
});
export type Manifest = Static<typeof ManifestSchema>;

export function damaged(what: string, expected: string, found: string): AppError {
  return new AppError(
    "backup-damaged",
    `backup: ${what}: expected ${expected}, got ${found}; it is refused whole, use another copy of it`,
  );
}

/** The text of a manifest, with its own hash. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, hash: canonicalHash(manifest) }, null, 2)}\n`;
}

/** Reads a manifest. Throws AppError `backup-damaged` if a single sign of it is another. */
export function readManifest(text: string, where: string): Manifest {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    throw damaged(where, "JSON", "another text");
  }
  const { hash, ...manifest } = (typeof told === "object" && told !== null ? told : {}) as {
    readonly hash?: unknown;
  };
  if (hash !== canonicalHash(manifest)) throw damaged(where, "its own hash", "another");
  if (Value.Check(ManifestSchema, manifest)) return manifest;
  throw new AppError(
    "backup-damaged",
    `backup: ${where}: expected format 1, got another; use the Rettvei that made it`,
  );
}
