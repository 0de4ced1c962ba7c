// Knows where the key is that signs checkpoints: a file of its own, which only its owner may read.
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../../app-error.ts";
import { type NoteKey, noteKey } from "./signed-note.ts";

/** Under this name verifiers know the log, where nobody says otherwise. */
const NAME = "rettvei-audit";

/** The file of a data directory. */
export function sealKeyFile(dataDir: string): string {
  return join(dataDir, "seal-key.pem");
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync("ed25519");
  mkdirSync(dirname(file), { recursive: true });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  writeFileSync(file, pem, { mode: 0o600, flag: "wx", flush: true });
}

function refuseOpenFile(file: string): void {
  if (process.platform === "win32") return;
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw new AppError(
    "key-file",
    `seal key: expected ${file} to be its owner's alone (0600), got 0${mode.toString(8)}; change it with chmod 600`,
  );
}

/** Reads the key, and makes it first if there is none. Throws AppError `key-file` if others may read it or it is no key. */
export function sealKey(file: string, name: string = NAME): NoteKey {
  if (!existsSync(file)) makeKey(file);
  refuseOpenFile(file);
  try {
    return noteKey(name, readFileSync(file, "utf8"));
  } catch {
    throw new AppError(
      "key-file",
      `seal key: expected an Ed25519 key as PEM in ${file}, got something else`,
    );
  }
}
