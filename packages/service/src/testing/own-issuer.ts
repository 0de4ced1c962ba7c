// Knows an issuer that says what a test wants it to say, and writes down what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, exportJWK, generateKeyPair, type JWK, type JWTPayload } from "jose";
import { afterAll } from "vitest";

export interface SigningKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function signingKey(kid: string, alg: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg, use: "sig" };
  return { kid, alg, privateKey, publicJwk };
}

export interface OwnIssuer {
  /** By which it signs, as it publishes them; to be changed while it runs. */
  readonly keys: SigningKey[];
  readonly url: string;
  /** Assertions by which the service has said who it is. */
  readonly assertions: JWTPayload[];
  /** What was pushed last. */
  readonly pushed: URLSearchParams;
  /** Makes the ID token for the nonce of the last push. */
  idToken: (nonce: string) => Promise<string>;
  /** How often each address was asked for. */
  readonly asked: Map<string, number>;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function send(response: ServerResponse, status: number, body: object, headers: object = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const PUSHED = "urn:ietf:params:oauth:request_uri:one";

/** Call within beforeAll. */
export async function ownIssuer(keys: readonly SigningKey[]): Promise<OwnIssuer> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const state = { pushed: new URLSearchParams() };
  const issuer: OwnIssuer = {
    url,
    keys: [...keys],
    assertions: [],
    asked: new Map(),
    get pushed() {
      return state.pushed;
    },
    idToken: async () => "",
  };
  const answers: Readonly<
    Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>
  > = {
    "/.well-known/openid-configuration": async (_, response) =>
      send(response, 200, {
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        pushed_authorization_request_endpoint: `${url}/par`,
        jwks_uri: `${url}/jwks`,
        id_token_signing_alg_values_supported: ["RS256", "ES256"],
        authorization_response_iss_parameter_supported: true,
      }),
    "/jwks": async (_, response) =>
      send(response, 200, { keys: issuer.keys.map(({ publicJwk }) => publicJwk) }),
    "/par": async (request, response) => {
      state.pushed = await formOf(request);
      issuer.assertions.push(decodeJwt(state.pushed.get("client_assertion") ?? ""));
      send(response, 201, { request_uri: PUSHED, expires_in: 60 });
    },
    "/token": async (request, response) => {
      const form = await formOf(request);
      issuer.assertions.push(decodeJwt(form.get("client_assertion") ?? ""));
      const { nonce } = decodeJwt(String(request.headers.dpop));
      if (nonce !== "fresh") {
        return send(response, 400, { error: "use_dpop_nonce" }, { "dpop-nonce": "fresh" });
      }
      const id_token = await issuer.idToken(state.pushed.get("nonce") ?? "");
      const token = { access_token: "opaque", token_type: "DPoP", expires_in: 60, id_token };
      send(response, 200, token, { "cache-control": "no-store" });
    },
  };
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const [path = ""] = (request.url ?? "").split("?");
    issuer.asked.set(path, (issuer.asked.get(path) ?? 0) + 1);
    const answer = answers[path];
    if (answer === undefined) return send(response, 404, {});
    answer(request, response).catch(() => send(response, 500, {}));
  });
  return issuer;
}
