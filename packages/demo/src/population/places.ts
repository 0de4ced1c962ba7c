// Knows where courses happen: trusts and units by weight, and how fast each of them works.
import {
  AREA_FIGURES,
  type AreaFigures,
  REGION_SHARES,
  SECTORS,
  type Sector,
} from "../calibration.ts";
import { TRUSTS, type TrustId } from "../organisation/health-trusts.ts";
import { UNIT_KINDS, type Unit, type UnitKind, units } from "../organisation/units.ts";
import { cumulativeOf, indexByWeight, normal } from "../random/draw.ts";
import { PURPOSE } from "../random/purposes.ts";
import { type Random, randomStream } from "../random/random-stream.ts";
import type { Condition } from "./person.ts";

/** A trust as the courses of one sector meet it. */
export interface TrustPlace {
  readonly trust: TrustId;
  /** Share of the sector's courses. */
  readonly share: number;
  /** How its waiting time stands to the nation's. */
  readonly waitFactor: number;
}

function patientsOf(sector: Sector, area: AreaFigures): number {
  return sector === "phv-barn-unge" ? area.children : area.adults;
}

function waitOf(sector: Sector, area: AreaFigures): number {
  return sector === "phv-barn-unge" ? area.childWait : area.adultWait;
}

function regionOf(trust: TrustId): string {
  return TRUSTS.find((candidate) => candidate.id === trust)?.region ?? "";
}

function sharesOf(sector: Sector): readonly number[] {
  const inRegion = (region: string): number =>
    AREA_FIGURES.filter((area) => regionOf(area.trust) === region).reduce(
      (sum, area) => sum + patientsOf(sector, area),
      0,
    );
  return AREA_FIGURES.map((area) => {
    const region = regionOf(area.trust);
    return ((REGION_SHARES[sector][region] ?? 0) * patientsOf(sector, area)) / inRegion(region);
  });
}

/** Area differences of 2008 are halved towards one, for they have shrunk since; the mean stays one. */
export function placesOf(sector: Sector): readonly TrustPlace[] {
  const shares = sharesOf(sector);
  const meanWait = AREA_FIGURES.reduce(
    (sum, area, at) => sum + waitOf(sector, area) * (shares[at] ?? 0),
    0,
  );
  return AREA_FIGURES.map((area, at) => ({
    trust: area.trust,
    share: shares[at] ?? 0,
    waitFactor: (1 + waitOf(sector, area) / meanWait) / 2,
  }));
}

interface SectorPlaces {
  readonly places: readonly TrustPlace[];
  readonly cumulative: readonly number[];
}

const BY_SECTOR: ReadonlyMap<Sector, SectorPlaces> = new Map(
  SECTORS.map((sector) => {
    const places = placesOf(sector);
    return [sector, { places, cumulative: cumulativeOf(places.map(({ share }) => share)) }];
  }),
);

export function drawTrust(random: Random, sector: Sector): TrustPlace {
  const of = BY_SECTOR.get(sector);
  const place = of?.places[indexByWeight(random, of.cumulative)];
  if (place === undefined) throw new Error("bug: a sector without places");
  return place;
}

const UNITS_BY_TRUST: ReadonlyMap<string, readonly Unit[]> = new Map(
  TRUSTS.flatMap((trust) =>
    UNIT_KINDS.map((kind) => [
      `${trust.id} ${kind}`,
      units().filter((unit) => unit.trust === trust.id && unit.kind === kind),
    ]),
  ),
);

function oneOfKind(random: Random, trust: TrustId, kind: UnitKind): Unit | undefined {
  const candidates = UNITS_BY_TRUST.get(`${trust} ${kind}`) ?? [];
  return candidates[Math.floor(random() * candidates.length)];
}

const CLINIC: Readonly<Record<Sector, UnitKind>> = {
  "phv-voksne": "dps",
  "phv-barn-unge": "bup",
  tsb: "tsb-clinic",
};
const WARD: Readonly<Record<Sector, UnitKind>> = {
  "phv-voksne": "psychiatric-ward",
  "phv-barn-unge": "bup",
  tsb: "tsb-ward",
};

/** Units that a course goes through: where it belongs, and where its patient stays. */
export interface UnitsOfCourse {
  readonly clinic: Unit;
  readonly ward: Unit;
}

export function drawUnits(
  random: Random,
  trust: TrustId,
  sector: Sector,
  condition: Condition | undefined,
): UnitsOfCourse {
  const special =
    condition === "spiseforstyrrelser" ? oneOfKind(random, trust, "eating-disorders") : undefined;
  const clinic = special ?? oneOfKind(random, trust, CLINIC[sector]);
  if (clinic === undefined) throw new Error(`bug: trust ${trust} has no unit for ${sector}`);
  return { clinic, ward: special ?? oneOfKind(random, trust, WARD[sector]) ?? clinic };
}

/** How much units differ in pace; assumed. */
export const UNIT_SIGMA = 0.15;

function logPace(seed: number, { id }: Unit): number {
  return UNIT_SIGMA * normal(randomStream(seed, Number(id), PURPOSE.unitHabit));
}

/** How slow each unit is, by id: some above one, some below, and one in the mean of its kind. */
export function paceFactorsOf(seed: number): ReadonlyMap<string, number> {
  return new Map(
    UNIT_KINDS.flatMap((kind) => {
      const ofKind = units().filter((unit) => unit.kind === kind);
      const logs = ofKind.map((unit) => logPace(seed, unit));
      const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
      return ofKind.map(({ id }, at) => [id, Math.exp((logs[at] ?? 0) - mean)] as const);
    }),
  );
}
