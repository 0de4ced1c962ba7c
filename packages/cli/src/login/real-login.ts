// Knows how a real login is set up: by variables of the environment, and key files that nobody else can read.
import { readFileSync, statSync } from "node:fs";
import type { ClientKey, LoginSettings } from "@rettvei/service";
import { BadInput } from "../exit-codes.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const NEEDED = ["RETTVEI_OIDC_ISSUER", "RETTVEI_OIDC_CLIENT_ID", "RETTVEI_OIDC_KEY_FILE"] as const;
const OTHERS_MAY_READ = 0o077;

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new BadInput(`RETTVEI_OIDC_KEY_FILE: expected a key (JWK) or a set of keys in ${file}`);
  }
}

function keysIn(file: string): readonly ClientKey[] {
  const { mode } = statSync(file, { throwIfNoEntry: false }) ?? {};
  if (mode === undefined) {
    throw new BadInput(`RETTVEI_OIDC_KEY_FILE: expected a file, got nothing at ${file}`);
  }
  if ((mode & OTHERS_MAY_READ) !== 0) {
    throw new BadInput(
      `RETTVEI_OIDC_KEY_FILE: expected a file that only its owner can read, got one that others can; run chmod 600 ${file}`,
    );
  }
  const found = readJson(file) as ClientKey | { readonly keys: readonly ClientKey[] };
  return "keys" in found ? (found.keys as readonly ClientKey[]) : [found];
}

/** The login that the environment describes; undefined if it describes none. Throws BadInput if it describes half of one. */
export function realLogin(env: Environment): LoginSettings | undefined {
  const [issuer, clientId, files] = NEEDED.map((name) => env[name] || undefined);
  if (issuer === undefined && clientId === undefined && files === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || files === undefined) {
    const missing = NEEDED.filter((name) => !env[name]);
    throw new BadInput(
      `login: expected ${NEEDED.join(", ")}, got nothing in ${missing.join(", ")}`,
    );
  }
  const { RETTVEI_PUBLIC_URL: publicUrl, RETTVEI_API_AUDIENCE, RETTVEI_API_SCOPE } = env;
  const api =
    RETTVEI_API_AUDIENCE && RETTVEI_API_SCOPE
      ? { audience: RETTVEI_API_AUDIENCE, scope: RETTVEI_API_SCOPE }
      : undefined;
  const clientKeys = files.split(",").flatMap((file) => keysIn(file.trim()));
  const enterprise = {
    parent: env.RETTVEI_OIDC_PARENT_ORGANISATION || undefined,
    child: env.RETTVEI_OIDC_ORGANISATION || undefined,
  };
  return { issuer, clientId, clientKeys, publicUrl: publicUrl || undefined, api, enterprise };
}
