// Knows the proof of one audit entry as text, as C2SP describes it (tlog-proof): the entry, its place, the hashes beside its way, a checkpoint.

export interface EntryProof {
  /** The sealed text of the entry. */
  readonly entry: string;
  /** Place of its leaf, from 0. */
  readonly place: number;
  /** Hashes beside the way from the leaf to the root. */
  readonly beside: readonly Uint8Array[];
  /** The signed checkpoint that the proof leads to. */
  readonly note: string;
}

const HEAD = "c2sp.org/tlog-proof@v1";

const PROOF = new RegExp(
  `^${HEAD.replaceAll(".", "\\.")}\nextra ([A-Za-z0-9+/]+={0,2})\nindex (0|[1-9]\\d{0,15})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n([^]+)$`,
);

export function proofText({ entry, place, beside, note }: EntryProof): string {
  const hashes = beside.map((hash) => `${Buffer.from(hash).toString("base64")}\n`).join("");
  return `${HEAD}\nextra ${Buffer.from(entry).toString("base64")}\nindex ${place}\n${hashes}\n${note}`;
}

/** Reads `proofText` back; undefined if it is none. */
export function readProof(text: string): EntryProof | undefined {
  const found = PROOF.exec(text);
  if (found === null) return undefined;
  const [, extra = "", index = "", hashes = "", note = ""] = found;
  const beside = hashes
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Buffer.from(line, "base64"));
  return { entry: Buffer.from(extra, "base64").toString(), place: Number(index), beside, note };
}
