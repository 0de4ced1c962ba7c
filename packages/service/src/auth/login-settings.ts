// Knows what has to be told to log people in and to let machines in, and which of it would be unsafe.
import type { JWK } from "jose";
import { AppError } from "../app-error.ts";
import { type Enterprise, ORGANISATION_NUMBER } from "./login/enterprise.ts";

/** A private key of this service as a client of the issuer; its `kid` is what the issuer knows it by. */
export interface ClientKey extends JWK {
  readonly kid: string;
  readonly alg: string;
}

/** What machine clients must hold to use the API. */
export interface ApiSettings {
  /** `aud` of their tokens: exactly this, and nothing beside it. */
  readonly audience: string;
  readonly scope: string;
}

export interface LoginSettings {
  /** Address of the issuer, as its discovery document says it. */
  readonly issuer: string;
  /** Name of the issuer in the enterprise's table of who is who; its address unless told. */
  readonly knownAs?: string | undefined;
  readonly clientId: string;
  /** The newest first. While a key is replaced both are here, so that either may be the one the issuer knows. */
  readonly clientKeys: readonly ClientKey[];
  /** Address that browsers use, with https. Without it the service is for this machine only. */
  readonly publicUrl?: string | undefined;
  /** Without it machines are let in nowhere. */
  readonly api?: ApiSettings | undefined;
  /** For which enterprise the service asks, where the issuer wants to know. */
  readonly enterprise?: Enterprise | undefined;
  /** The built-in test login, which everybody may use. */
  readonly isTest?: boolean | undefined;
}

const LOOPBACK = ["127.0.0.1", "[::1]", "localhost"];

function refuse(what: string): never {
  throw new AppError("login-unsafe", what);
}

function refuseAddress(name: string, address: string, loopback: boolean): void {
  if (!URL.canParse(address))
    refuse(`${name}: expected an address, got something else; write it with https://`);
  const { protocol, hostname } = new URL(address);
  if (protocol === "https:") return;
  if (loopback && protocol === "http:" && LOOPBACK.includes(hostname)) return;
  refuse(
    `${name}: expected an address with https, got "${protocol}//${hostname}"; tokens could be read on the way`,
  );
}

function refuseKey(key: ClientKey): void {
  if (key.kty === "oct")
    refuse(
      "client key: expected an asymmetric key, got a shared secret; make a new pair and give the issuer its public half",
    );
  if (key.d === undefined)
    refuse(
      "client key: expected a private key, got a public one; make a new pair and give the issuer its public half",
    );
  if (!key.kid || !key.alg)
    refuse("client key: expected `kid` and `alg` in it, got none; add what the issuer knows it by");
  if (key.kty === "RSA" && Buffer.from(key.n ?? "", "base64url").length < 256) {
    refuse(
      "client key: expected 2048 bits or more, got a shorter one; make a new pair and give the issuer its public half",
    );
  }
}

/** Throws AppError for settings that are not whole or not safe. */
export function refuseUnsafeLogin(settings: LoginSettings): void {
  const { issuer, clientId, clientKeys, publicUrl, api, isTest } = settings;
  refuseAddress("issuer of logins", issuer, true);
  if (publicUrl !== undefined) {
    refuseAddress("public address", publicUrl, false);
    if (new URL(publicUrl).pathname !== "/")
      refuse("public address: expected one without a path, got one with; take it away");
  }
  if (isTest === true && (publicUrl !== undefined || process.env.NODE_ENV === "production")) {
    refuse(
      "test login: expected this machine alone and no production, got a public address or NODE_ENV=production; set up a real login instead",
    );
  }
  if (clientId === "")
    refuse("client id: expected a text, got nothing; tell the one that the issuer gave");
  if (clientKeys.length === 0)
    refuse("client keys: expected at least one, got none; name its file");
  for (const key of clientKeys) refuseKey(key);
  for (const number of [settings.enterprise?.parent, settings.enterprise?.child])
    if (number !== undefined && !ORGANISATION_NUMBER.test(number))
      refuse("enterprise: expected organisation numbers of nine digits, got something else");
  if (api !== undefined && (api.audience === "" || api.scope === "")) {
    refuse("machine clients: expected audience and scope, got nothing for one of them");
  }
}
