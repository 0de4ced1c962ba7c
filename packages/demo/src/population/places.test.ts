// Knows that courses are spread over trusts and units as the published volumes are.
import { describe, expect, test } from "vitest";
import { REGION_SHARES, SECTORS } from "../calibration.ts";
import { REGIONS, TRUSTS } from "../organisation/health-trusts.ts";
import { units } from "../organisation/units.ts";
import { randomStream } from "../random/random-stream.ts";
import { drawTrust, drawUnits, paceFactorsOf, placesOf } from "./places.ts";

const regionOf = new Map<string, string>(TRUSTS.map(({ id, region }) => [id, region]));

describe.each(SECTORS)("places of %s", (sector) => {
  test("add up to one, and to the published share in each region", () => {
    const places = placesOf(sector);
    const total = places.reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(1, 2);
    for (const { orgNumber } of REGIONS) {
      const inRegion = places.filter(({ trust }) => regionOf.get(trust) === orgNumber);
      const share = inRegion.reduce((sum, place) => sum + place.share, 0);
      expect(share).toBeCloseTo(REGION_SHARES[sector][orgNumber] ?? 0, 10);
    }
  });

  test("differ in waiting time, while the nation waits as long as published", () => {
    const places = placesOf(sector);
    const mean = places.reduce((sum, { share, waitFactor }) => sum + share * waitFactor, 0);
    expect(mean).toBeCloseTo(1, 2);
    const factors = places.map(({ waitFactor }) => waitFactor);
    expect(Math.max(...factors) / Math.min(...factors)).toBeGreaterThan(1.3);
  });

  test("are drawn as often as they weigh", () => {
    const random = randomStream(1, 1, 1);
    const counts = new Map<string, number>();
    const draws = 40_000;
    for (let draw = 0; draw < draws; draw++) {
      const { trust } = drawTrust(random, sector);
      counts.set(trust, (counts.get(trust) ?? 0) + 1);
    }
    for (const { trust, share } of placesOf(sector))
      expect(Math.abs((counts.get(trust) ?? 0) / draws - share)).toBeLessThan(0.008);
  });

  test("give every course units of the trust it belongs to", () => {
    const random = randomStream(1, 2, 1);
    for (const { id } of TRUSTS) {
      const { clinic, ward } = drawUnits(random, id, sector, undefined);
      expect([clinic.trust, ward.trust]).toEqual([id, id]);
    }
  });
});

test("units differ in pace, but not in the mean of their kind", () => {
  const paces = paceFactorsOf(6);
  expect(paces.size).toBe(units().length);
  const clinics = units().filter(({ kind }) => kind === "bup");
  const logs = clinics.map(({ id }) => Math.log(paces.get(id) ?? Number.NaN));
  expect(logs.reduce((sum, log) => sum + log, 0)).toBeCloseTo(0, 9);
  expect(Math.max(...logs)).toBeGreaterThan(0.2);
});
