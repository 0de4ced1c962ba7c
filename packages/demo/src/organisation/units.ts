// Knows the units of the synthetic population: made-up units with artificial ids under real health trusts.
import { ORGANISATION_SOURCES, TRUSTS, type Trust, type TrustId } from "./health-trusts.ts";
import { REGISTERED_EATING_DISORDER_UNITS, REGISTERED_UNITS_SOURCE } from "./registered-units.ts";

export const UNIT_KINDS = [
  "dps",
  "bup",
  "psychiatric-ward",
  "tsb-clinic",
  "tsb-ward",
  "eating-disorders",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A unit that does not exist. Its id lies in a range no registry uses; its trust and area are real. */
export interface Unit {
  /** Artificial id, from 9900001 on. */
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly synthetic: true;
  readonly trust: TrustId;
  /** Organisation number of the trust. */
  readonly trustOrgNumber: string;
  /** Organisation number of the region. */
  readonly region: string;
  /** Organisation number of who runs it: the trust, or a private body under agreement. */
  readonly operator: string;
  /** Code of the district area it serves, if one. */
  readonly area?: string;
  /** Registry id (RESH) of the real unit that it stands in for, where a public list has it. */
  readonly standsInFor?: string;
  readonly source: string;
}

export const FIRST_ARTIFICIAL_ID = 9_900_001;

type UnitDraft = Pick<Unit, "name" | "kind" | "area" | "operator" | "standsInFor">;

function unitsOfAreas(trust: Trust): readonly UnitDraft[] {
  return trust.areas.flatMap(({ code, name, operator = trust.orgNumber }) => [
    { name: `${name} DPS`, kind: "dps", area: code, operator },
    { name: `BUP ${name}`, kind: "bup", area: code, operator: trust.orgNumber },
  ]);
}

function unitsOfTrust(trust: Trust): readonly UnitDraft[] {
  const own = { operator: trust.orgNumber };
  return [
    ...unitsOfAreas(trust),
    { name: `Psykiatrisk døgnenhet ${trust.shortName}`, kind: "psychiatric-ward", ...own },
    { name: `Ruspoliklinikk ${trust.shortName}`, kind: "tsb-clinic", ...own },
    { name: `Rusbehandling døgn ${trust.shortName}`, kind: "tsb-ward", ...own },
    ...REGISTERED_EATING_DISORDER_UNITS.filter((unit) => unit.trust === trust.id).map(
      ({ resh, place }): UnitDraft => ({
        name: `Spiseforstyrrelser ${place}`,
        kind: "eating-disorders",
        standsInFor: resh,
        ...own,
      }),
    ),
  ];
}

let made: readonly Unit[] | undefined;

/** All units, by trust; the same ones with the same ids at every call. */
export function units(): readonly Unit[] {
  made ??= TRUSTS.flatMap((trust) => unitsOfTrust(trust).map((draft) => ({ trust, draft }))).map(
    ({ trust, draft }, at): Unit => ({
      ...draft,
      id: String(FIRST_ARTIFICIAL_ID + at),
      name: `${draft.name} (syntetisk id)`,
      synthetic: true,
      trust: trust.id,
      trustOrgNumber: trust.orgNumber,
      region: trust.region,
      source:
        draft.standsInFor === undefined ? ORGANISATION_SOURCES.areas : REGISTERED_UNITS_SOURCE,
    }),
  );
  return made;
}
