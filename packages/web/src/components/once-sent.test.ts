// Proves that a field is emptied of what was sent, and of nothing that was written meanwhile.
import { expect, it } from "vitest";
import { onceSent } from "./once-sent.ts";

it("empties what was sent as it stands, and keeps what was written meanwhile", () => {
  expect(["Hei", "Hei, en ting til", ""].map(onceSent("Hei"))).toEqual([
    "",
    "Hei, en ting til",
    "",
  ]);
});
