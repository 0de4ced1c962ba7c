// Knows how shares differ between regions where the extremes were published; the rest of the nation fills in.
import {
  assumed,
  CALIBRATION,
  type Figure,
  published,
  REGION_SHARES,
  SECTORS,
  type Sector,
} from "./calibration.ts";
import type { CalibrationSource } from "./calibration-sources.ts";
import { REGIONS } from "./organisation/health-trusts.ts";

const SOUTH_EAST = "991324968";
const WEST = "983658725";
const MID = "983658776";
const NORTH = "883658752";

interface PublishedExtremes {
  readonly source: CalibrationSource;
  /** Share by organisation number of the region. */
  readonly shares: Readonly<Record<string, number>>;
}

type ExtremesBySector = Readonly<Partial<Record<Sector, PublishedExtremes>>>;

const REFUSED: ExtremesBySector = {
  "phv-barn-unge": { source: "rejections", shares: { [NORTH]: 0.07, [MID]: 0.26 } },
};

/** The extremes are of the second tertial of 2021, the national share of the first; both are 44 per cent. */
const PLAN_TOGETHER: ExtremesBySector = {
  "phv-barn-unge": { source: "ki-plan", shares: { [WEST]: 0.2, [SOUTH_EAST]: 0.54 } },
};

/** The share that the regions without a published one must have for the nation's to hold. */
function remainingShare(
  sector: Sector,
  national: number,
  shares: Readonly<Record<string, number>>,
): number {
  let weight = 1;
  let part = national;
  for (const [region, share] of Object.entries(shares)) {
    const regionWeight = REGION_SHARES[sector][region] ?? 0;
    weight -= regionWeight;
    part -= regionWeight * share;
  }
  return part / weight;
}

type SharesByRegion = ReadonlyMap<string, Figure>;

function byRegion(sector: Sector, national: Figure, extremes: ExtremesBySector): SharesByRegion {
  const known = extremes[sector];
  return new Map(
    REGIONS.map(({ orgNumber }): [string, Figure] => {
      if (known === undefined) return [orgNumber, national];
      const share = known.shares[orgNumber];
      return share === undefined
        ? [orgNumber, assumed(remainingShare(sector, national.value, known.shares))]
        : [orgNumber, published(share, known.source)];
    }),
  );
}

function bySector(
  figures: Readonly<Record<Sector, Figure>>,
  extremes: ExtremesBySector,
): ReadonlyMap<Sector, SharesByRegion> {
  return new Map(SECTORS.map((sector) => [sector, byRegion(sector, figures[sector], extremes)]));
}

const refusedBy = bySector(CALIBRATION.refused, REFUSED);
const planBy = bySector(CALIBRATION.planTogether, PLAN_TOGETHER);

function figureOf(by: ReadonlyMap<Sector, SharesByRegion>, sector: Sector, region: string): Figure {
  const figure = by.get(sector)?.get(region);
  if (figure === undefined) throw new Error(`bug: no share for ${sector} in region ${region}`);
  return figure;
}

/** Share of referrals without right, in a region. */
export function refusedIn(sector: Sector, region: string): Figure {
  return figureOf(refusedBy, sector, region);
}

/** Share of treatment plans made together with the patient, in a region. */
export function planTogetherIn(sector: Sector, region: string): Figure {
  return figureOf(planBy, sector, region);
}
