// Knows how roles are given, listed and ended on the command line, and what is said of it.
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { AppError, endRoleAt, giveRoleAt, rolesAt } from "@rettvei/service";
import { BadInput } from "./exit-codes.ts";

interface PlaceOptions {
  readonly data: string;
}

export interface GrantOptions extends PlaceOptions {
  readonly issuer?: string;
  readonly subject: string;
  readonly machine?: boolean;
  readonly name: string;
  readonly hpr?: string;
  readonly patient?: string;
  readonly role: string;
  readonly organisation: string;
  readonly unit?: readonly string[];
  readonly until: string;
}

export interface EndOptions extends PlaceOptions {
  readonly grant: string;
}

const placeOf = ({ data }: PlaceOptions) => ({
  dataDir: resolve(data),
  databaseUrl: process.env.DATABASE_URL || undefined,
});

const whoGives = (): string => `command line, ${userInfo().username}`;

/** A refusal of the service is told like any bad input. */
async function told<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof AppError ? new BadInput(error.message) : error;
  });
}

function issuerOf({ issuer = process.env.RETTVEI_OIDC_ISSUER }: GrantOptions): string {
  if (issuer) return issuer;
  throw new BadInput("issuer: expected --issuer, or RETTVEI_OIDC_ISSUER in the environment");
}

export async function grantRole(options: GrantOptions): Promise<void> {
  const { subject, name, role, organisation, unit = [], until } = options;
  const asked = {
    identity: { issuer: issuerOf(options), subject },
    kind: options.machine === true ? ("machine" as const) : ("person" as const),
    name,
    hpr: options.hpr ?? null,
    patientId: options.patient ?? null,
    role,
    organisation,
    unitIds: unit,
    validTo: new Date(`${until}T00:00:00+01:00`),
    recordedBy: whoGives(),
  };
  await told(Promise.resolve().then(() => giveRoleAt(placeOf(options), asked, new Date())));
  process.stdout.write(`${name} is ${role} until ${until}\n`);
}

export async function listRoles(options: PlaceOptions): Promise<void> {
  const roles = await told(rolesAt(placeOf(options), new Date()));
  for (const { grantId, name, role, organisation, unitIds, validTo } of roles) {
    const until = validTo.toISOString().slice(0, 10);
    const line = [grantId, name, role, organisation, unitIds.join(" ") || "-", `until ${until}`];
    process.stdout.write(`${line.join("\t")}\n`);
  }
}

export async function endRole(options: EndOptions): Promise<void> {
  await told(endRoleAt(placeOf(options), options.grant, new Date(), whoGives()));
  process.stdout.write(`Ended: ${options.grant}\n`);
}
