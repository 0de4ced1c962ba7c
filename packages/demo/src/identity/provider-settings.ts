// Knows how the test login behaves: as HelseID does, as far as that is published. It is not HelseID.
import { randomBytes } from "node:crypto";
import type { JWK } from "jose";
import type {
  AdapterPayload,
  ClientMetadata,
  Configuration,
  interactionPolicy,
  KoaContextWithOIDC,
} from "oidc-provider";
import { type ClientsById, memoryAdapters } from "./memory-adapter.ts";
import type { Persona } from "./persona.ts";

const IDENTITY = "helseid://claims/identity";
const SCOPES = "helseid://scopes/identity";
const MINUTE = 60;

export interface ProviderSettings {
  readonly keys: readonly JWK[];
  readonly clients: ClientsById;
  readonly api: { readonly audience: string; readonly scope: string };
  readonly personaOf: (subject: string) => Promise<Persona | undefined>;
  readonly policy: interactionPolicy.DefaultPolicy;
}

/** A client that logs people in: a service on this machine, at whatever port. */
export function webClient(clientId: string, keys: readonly JWK[]): AdapterPayload {
  const metadata: ClientMetadata = {
    client_id: clientId,
    application_type: "native",
    redirect_uris: ["127.0.0.1", "localhost", "[::1]"].map(
      (host) => `http://${host}/login/callback`,
    ),
    grant_types: ["authorization_code"],
    response_types: ["code"],
    token_endpoint_auth_method: "private_key_jwt",
    require_pushed_authorization_requests: true,
    dpop_bound_access_tokens: true,
    jwks: { keys: [...keys] },
  };
  return metadata as AdapterPayload;
}

/** A client that is a machine and speaks for itself. */
export function machineClient(clientId: string, keys: readonly JWK[]): AdapterPayload {
  const metadata: ClientMetadata = {
    client_id: clientId,
    redirect_uris: [],
    grant_types: ["client_credentials"],
    response_types: [],
    token_endpoint_auth_method: "private_key_jwt",
    dpop_bound_access_tokens: true,
    jwks: { keys: [...keys] },
  };
  return metadata as AdapterPayload;
}

function claimsOf({ subject, name, personNumber, hpr }: Persona) {
  return {
    sub: subject,
    name,
    [`${IDENTITY}/pid`]: personNumber,
    [`${IDENTITY}/security_level`]: "4",
    [`${IDENTITY}/assurance_level`]: "high",
    ...(hpr === null ? {} : { "helseid://claims/hpr/hpr_number": hpr }),
  };
}

/** What was asked for is given. */
async function agreed(ctx: KoaContextWithOIDC) {
  const { provider, client, session, params } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? "openid"));
  await grant.save();
  return grant;
}

function features({ api }: ProviderSettings): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    clientCredentials: { enabled: true },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => api.audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        audience: api.audience,
        scope: api.scope,
        accessTokenFormat: "jwt",
        accessTokenTTL: 10 * MINUTE,
        jwt: { sign: { alg: "RS256" } },
      }),
    },
  };
}

export function providerConfiguration(settings: ProviderSettings): Configuration {
  const { keys, clients, personaOf, policy } = settings;
  return {
    adapter: memoryAdapters(clients),
    jwks: { keys: [...keys] as never },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    features: features(settings),
    clientAuthMethods: ["private_key_jwt"],
    responseTypes: ["code"],
    acrValues: ["Level4", "High"],
    claims: {
      openid: ["sub"],
      profile: ["name"],
      [`${SCOPES}/pid`]: [`${IDENTITY}/pid`],
      [`${SCOPES}/security_level`]: [`${IDENTITY}/security_level`],
      [`${SCOPES}/assurance_level`]: [`${IDENTITY}/assurance_level`],
      "helseid://scopes/hpr/hpr_number": ["helseid://claims/hpr/hpr_number"],
    },
    // Claims of the asked scopes are in the ID token, as HelseID puts them there.
    conformIdTokenClaims: false,
    interactions: { policy, url: (_, { uid }) => `/choose/${uid}` },
    loadExistingGrant: agreed,
    findAccount: async (_, subject) => {
      const persona = await personaOf(subject);
      return persona && { accountId: subject, claims: () => claimsOf(persona) };
    },
    ttl: {
      AccessToken: MINUTE,
      AuthorizationCode: MINUTE,
      ClientCredentials: 10 * MINUTE,
      Session: 10 * MINUTE,
      Interaction: 10 * MINUTE,
      Grant: 10 * MINUTE,
      IdToken: MINUTE,
    },
  };
}
