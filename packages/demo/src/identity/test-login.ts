// Knows the built-in test login: an issuer of logins on this machine, at which everybody may be anybody invented.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JWK } from "jose";
import type { Provider } from "oidc-provider";
import { loadProvider } from "./load-provider.ts";
import { loginPage, type PlaceOfWork } from "./login-page.ts";
import type { ClientsById } from "./memory-adapter.ts";
import type { Persona } from "./persona.ts";
import { type ProviderSettings, providerConfiguration } from "./provider-settings.ts";

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];
const LONGEST_CHOICE = 2_000;
const TOO_OLD = "Innloggingen er for gammel. Gå tilbake til Rettvei og logg inn på nytt.";
const NOBODY = "Det finnes ingen slik person her. Gå tilbake og velg en av dem som står på siden.";

export interface TestLoginOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly host: string;
  /** Clients by id; what changes in it holds from the next request on. */
  readonly clients: ClientsById;
  readonly api: ProviderSettings["api"];
  /** Who may be chosen; asked for each page. */
  readonly personas: () => Promise<readonly Persona[]>;
  readonly places: () => readonly PlaceOfWork[];
}

export interface TestLogin {
  readonly issuer: string;
  close(): Promise<void>;
}

/** Throws an error where other machines could reach it, and in production. */
export function refuseTestLogin(host: string, environment: string | undefined): void {
  if (!LOOPBACK.includes(host)) {
    throw new Error(
      `test login: expected an address of this machine only, got "${host}"; set up a real login instead`,
    );
  }
  if (environment === "production") {
    throw new Error(
      "test login: expected not to be in production, got NODE_ENV=production; set up a real login instead",
    );
  }
}

async function signingKey(): Promise<JWK> {
  const { exportJWK, generateKeyPair } = await import("jose");
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: "test-login", alg: "RS256", use: "sig" };
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host === "localhost" ? "127.0.0.1" : host, () => {
      const { address, family, port: taken } = server.address() as AddressInfo;
      listening(`http://${family === "IPv6" ? `[${address}]` : address}:${taken}`);
    });
  });
}

async function chosenSubject(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_CHOICE) throw new Error("test login: expected a short choice");
  }
  return new URLSearchParams(text).get("subject") ?? "";
}

function refuse(response: ServerResponse, words: string): void {
  response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end(words);
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function choosing(provider: Provider, options: TestLoginOptions): Answer {
  const show: Answer = async (request, response) => {
    const { uid, params } = await provider.interactionDetails(request, response);
    const asked = new URL(request.url ?? "/", "http://localhost").searchParams.get("unit");
    const { html, policy } = loginPage({
      places: options.places(),
      personas: await options.personas(),
      unitId: asked ?? undefined,
      action: `/choose/${uid}`,
      client: new URL(String(params.redirect_uri)).origin,
    });
    const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
    response.writeHead(200, { ...headers, "content-security-policy": policy }).end(html);
  };
  const take: Answer = async (request, response) => {
    const accountId = await chosenSubject(request);
    const known = (await options.personas()).some(({ subject }) => subject === accountId);
    if (!known) return refuse(response, NOBODY);
    const login = { accountId, acr: "Level4", amr: ["test"], remember: false };
    await provider.interactionFinished(request, response, { login });
  };
  return (request, response) => (request.method === "POST" ? take : show)(request, response);
}

/** Starts it. Throws as `refuseTestLogin` does. */
export async function startTestLogin(options: TestLoginOptions): Promise<TestLogin> {
  const { port, host, clients, api, personas } = options;
  refuseTestLogin(host, process.env.NODE_ENV);
  const server = createServer();
  const issuer = await listen(server, port, host);
  const personaOf = async (subject: string) =>
    (await personas()).find((persona) => persona.subject === subject);
  const keys = [await signingKey()];
  const { Provider, interactionPolicy } = await loadProvider();
  const policy = interactionPolicy.base();
  // Nobody is asked whether they agree: the enterprise decides what its employees use.
  policy.remove("consent");
  const settings = { keys, clients, api, personaOf, policy };
  const provider = new Provider(issuer, providerConfiguration(settings));
  const protocol = provider.callback();
  const choose = choosing(provider, options);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith("/choose/")) return void protocol(request, response);
    // An old page, or a choice that is none: the login begins anew at the service.
    choose(request, response).catch(() => refuse(response, TOO_OLD));
  });
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { issuer, close };
}
