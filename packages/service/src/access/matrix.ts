// Knows the matrix: who may do what, as the one file that code and tests read.
import { readFileSync } from "node:fs";
import { ROLES, type Role } from "./actor.ts";

export const SCOPES = ["own", "care", "unit", "emergency", "enterprise", "shared", "any"] as const;
export type Scope = (typeof SCOPES)[number];

export const VERBS = ["r", "w", "d", "x"] as const;
export type Verb = (typeof VERBS)[number];

/** What a route needs. */
export interface Need {
  readonly resource: string;
  readonly verb: Verb;
}

interface MatrixFile {
  readonly scopes: Readonly<Record<string, { readonly daysAfterTheEnd?: number }>>;
  readonly resources: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly routes: Readonly<Record<string, string>>;
}

interface Matrix {
  /** By method and address, as "GET /api/units". */
  readonly routes: ReadonlyMap<string, Need>;
  /** Scopes in which the role may do that; empty if it may not. */
  scopesOf(role: Role, need: Need): readonly Scope[];
  /** Whether it needs nobody to be logged in. */
  isForAnybody(need: Need): boolean;
  readonly resources: readonly string[];
  /** Days for which a unit keeps access to a course that has ended. */
  readonly daysAfterTheEnd: number;
}

interface Cell {
  readonly verbs: string;
  readonly scope: Scope;
}

function isScope(word: string): word is Scope {
  return SCOPES.some((scope) => scope === word);
}

function isVerb(word: string): word is Verb {
  return VERBS.some((verb) => verb === word);
}

/** Cells of one role and resource: "rw unit", or several joined by a comma. */
function cellsOf(text: string, where: string): readonly Cell[] {
  return text.split(",").map((part) => {
    const [verbs = "", scope = ""] = part.trim().split(" ");
    const good = verbs !== "" && [...verbs].every(isVerb) && isScope(scope);
    if (!good)
      throw new Error(`access matrix: ${where}: expected verbs and a scope, got "${part}"`);
    return { verbs, scope };
  });
}

function needOf(text: string, route: string, file: MatrixFile): Need {
  const [resource = "", verb = ""] = text.split(" ");
  if (file.resources[resource] === undefined || !isVerb(verb)) {
    throw new Error(`access matrix: ${route}: expected a resource and a verb, got "${text}"`);
  }
  return { resource, verb };
}

function refuseUnknownRoles(file: MatrixFile): void {
  for (const [resource, cells] of Object.entries(file.resources)) {
    for (const role of Object.keys(cells)) {
      if (role !== "anybody" && !ROLES.some((known) => known === role)) {
        throw new Error(`access matrix: ${resource}: expected a role, got "${role}"`);
      }
    }
  }
}

/** Reads a matrix. Throws an error that says where it is not one. */
function matrixOf(file: MatrixFile): Matrix {
  refuseUnknownRoles(file);
  const cells = new Map<string, readonly Cell[]>();
  for (const [resource, roles] of Object.entries(file.resources)) {
    for (const [role, text] of Object.entries(roles)) {
      cells.set(`${resource} ${role}`, cellsOf(text, `${resource}, ${role}`));
    }
  }
  const scopes = (role: string, { resource, verb }: Need): readonly Scope[] =>
    (cells.get(`${resource} ${role}`) ?? [])
      .filter(({ verbs }) => verbs.includes(verb))
      .map(({ scope }) => scope);
  return {
    routes: new Map(
      Object.entries(file.routes).map(([route, text]) => [route, needOf(text, route, file)]),
    ),
    scopesOf: scopes,
    isForAnybody: (need) => scopes("anybody", need).length > 0,
    resources: Object.keys(file.resources),
    daysAfterTheEnd: file.scopes.unit?.daysAfterTheEnd ?? 0,
  };
}

/** The product's own matrix, `access.json`. */
export const ACCESS: Matrix = matrixOf(
  JSON.parse(readFileSync(new URL("../../access.json", import.meta.url), "utf8")) as MatrixFile,
);
