// Proves the days within which somebody may be let see, and what is sent.
import { parseCalendarDate } from "@rettvei/engine";
import { describe, expect, it } from "vitest";
import { bornAtLatest, lastDayOf, NOTHING_GIVEN, representationOf } from "./given.ts";

const day = parseCalendarDate;

describe("what a patient gives", () => {
  it("lasts for a year at the most as a consent, and as long as one wants as a power of attorney", () => {
    expect(lastDayOf("consent", day("2026-03-03"))).toBe("2027-03-04");
    expect(lastDayOf("power-of-attorney", day("2026-03-03"))).toBeUndefined();
  });

  it("is for those who are 18 today, and for nobody a day younger", () => {
    expect(bornAtLatest(day("2026-03-03"))).toBe("2008-03-03");
    expect(bornAtLatest(day("2028-02-29"))).toBe("2010-02-28");
  });

  it("tells the birthday only of whoever gets a power of attorney", () => {
    const given = {
      ...NOTHING_GIVEN,
      code: " p-7 ",
      name: "Kari ",
      born: "1990-01-01",
      until: "2027-01-01",
    };
    const sent = { personId: "p-7", personName: "Kari", purpose: "Støtte", until: "2027-01-01" };
    expect(representationOf(given, "Støtte")).toEqual({ actsAs: "consent", ...sent });
    expect(representationOf({ ...given, way: "power-of-attorney" }, "Støtte")).toEqual({
      ...{ actsAs: "power-of-attorney", representativeBornOn: "1990-01-01" },
      ...sent,
    });
  });
});
