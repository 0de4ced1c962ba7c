// Knows how a client tells the issuer for which enterprise it asks, in the words that HelseID has for it.

/** Organisation numbers; a parent only where one client serves several enterprises. */
export interface Enterprise {
  readonly parent?: string | undefined;
  readonly child?: string | undefined;
}

const ONE_ENTERPRISE = "urn:oid:2.16.578.1.12.4.1.4.101";
const SEVERAL = "urn:oid:1.0.6523";

export const ORGANISATION_NUMBER = /^\d{9}$/;

function identifierOf({ parent, child }: Enterprise) {
  if (parent === undefined) return { system: ONE_ENTERPRISE, type: "ENH", value: child };
  const numbers = [parent, ...(child === undefined ? [] : [child])];
  return { system: SEVERAL, type: "ENH", value: ["NO", "ORGNR", ...numbers].join(":") };
}

/** `assertion_details` of what the client signs; undefined where it tells of no enterprise. */
export function assertionDetails(enterprise: Enterprise | undefined) {
  if (enterprise?.parent === undefined && enterprise?.child === undefined) return undefined;
  const organization = { identifier: identifierOf(enterprise) };
  return [{ type: "helseid_authorization", practitioner_role: { organization } }];
}
