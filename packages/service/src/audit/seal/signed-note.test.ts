import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type NoteKey,
  openCheckpoint,
  readVerifier,
  signCheckpoint,
  verifierOf,
  verifierText,
} from "./signed-note.ts";

function key(name = "rettvei-audit"): NoteKey {
  return { name, privateKey: generateKeyPairSync("ed25519").privateKey };
}

const root = Buffer.alloc(32, 7);
const checkpoint = { origin: "rettvei-audit", size: 4, root };

describe("a signed checkpoint", () => {
  it("is three lines, an empty one and a signature, and opens with the key that signed it", () => {
    const own = key();
    const note = signCheckpoint(own, checkpoint);
    expect(note.split("\n").slice(0, 4)).toEqual([
      "rettvei-audit",
      "4",
      root.toString("base64"),
      "",
    ]);
    expect(openCheckpoint(verifierOf(own), note)).toEqual(checkpoint);
  });

  it("does not open with another key, or under another name", () => {
    const own = key();
    const note = signCheckpoint(own, checkpoint);
    expect(openCheckpoint(verifierOf(key()), note)).toBeUndefined();
    expect(openCheckpoint(verifierOf({ ...own, name: "other" }), note)).toBeUndefined();
  });

  it("does not open once a letter of it is another", () => {
    const own = key();
    const note = signCheckpoint(own, checkpoint);
    const opened = Array.from(note).flatMap((letter, at) => {
      const other = letter === "A" ? "B" : "A";
      const changed = note.slice(0, at) + other + note.slice(at + 1);
      const found = openCheckpoint(verifierOf(own), changed);
      // The last bits of base64 padding say nothing; what opens must say the same.
      return found === undefined || (found.root.equals(root) && found.size === 4) ? [] : [at];
    });
    expect(opened).toEqual([]);
  });
});

describe("a verifier key", () => {
  it("is one line that reads back", () => {
    const verifier = verifierOf(key());
    const read = readVerifier(verifierText(verifier));
    expect(read?.publicKey.equals(verifier.publicKey)).toBe(true);
    expect(read?.name).toBe("rettvei-audit");
  });

  it.each(["", "a+b", "rettvei-audit+00000000+AQIDBA=="])("is not %s", (text) => {
    expect(readVerifier(text)).toBeUndefined();
  });
});
