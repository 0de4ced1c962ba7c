// Proves what a long list asks for, where its keys lead, and that an address and a saved view hold words of filters only.
import { describe, expect, it } from "vitest";
import { viewsIn } from "./saved-views.ts";
import { pagesOf } from "./use-page-rows.ts";
import { moved } from "./use-row-keys.ts";
import { workListSearch } from "./work-list-search.ts";

describe("a long list", () => {
  it("asks for the pages of the rows near the eyes, and no others", () => {
    expect(pagesOf([98, 99, 100, 101])).toEqual([0, 1]);
    expect(pagesOf([19_990, 19_999])).toEqual([199]);
  });

  it("is gone through by keys, and never beyond its ends", () => {
    expect(moved("ArrowDown", 5, 20, 100)).toBe(6);
    expect(moved("ArrowUp", 0, 20, 100)).toBe(0);
    expect(moved("PageDown", 90, 20, 100)).toBe(99);
    expect(moved("PageUp", 45, 20, 100)).toBe(25);
    expect([moved("Home", 45, 20, 100), moved("End", 45, 20, 100)]).toEqual([0, 99]);
    expect(moved("a", 45, 20, 100)).toBeUndefined();
  });
});

describe("the address of a list", () => {
  it("keeps words that it knows, and drops all else", () => {
    const said = {
      view: "mine",
      careLevel: "dogn",
      pathway: "tsb",
      name: "Nordmann",
      standing: "x",
    };
    expect(workListSearch(said)).toEqual({ view: "mine", careLevel: "dogn", pathway: "tsb" });
  });
});

describe("saved views", () => {
  it("are read as addresses are: nothing about a patient gets in", () => {
    expect(viewsIn('[{"view":"over","patient":"Nordmann"}, 3, null]')).toEqual([{ view: "over" }]);
  });

  it("are none where what was kept cannot be read", () => {
    expect([viewsIn(null), viewsIn("{"), viewsIn("{}")]).toEqual([[], [], []]);
  });
});
