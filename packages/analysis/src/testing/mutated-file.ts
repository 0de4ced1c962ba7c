// Knows how tests damage an event file, and which of its lines a damage may have reached.
import fc from "fast-check";

/** Lines of a file as bytes with their ends. */
export type FileLines = readonly Buffer[];

export interface MutatedFile {
  /** Lines as they are now; each is of the line of the good file that it was made from. */
  readonly now: readonly {
    readonly bytes: Buffer;
    readonly from: number;
    readonly touched: boolean;
  }[];
}

/** Where a mutation strikes, and what it puts there. Numbers are taken modulo what there is. */
export interface Strike {
  readonly line: number;
  readonly at: number;
  readonly length: number;
  readonly bytes: Buffer;
}

const NASTY: readonly Buffer[] = [
  ...("\",;\n\r\t\0{}[]:'\\ \u00e5\uFEFF\u{1F600}".match(/./gsu)?.map((one) => Buffer.from(one)) ??
    []),
  ...["\r\n", "\n\n", '""', "null", "NaN", "-1", "9".repeat(400), "2024-02-30", "0000-00-00"].map(
    (one) => Buffer.from(one),
  ),
  ...["tsb", "psykose", "evaluation", "D01CT", "D06L", "__proto__", "c0", "r0"].map((one) =>
    Buffer.from(one),
  ),
  Buffer.from([0xff]),
  Buffer.from([0xc3]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xf0, 0x9f]),
  Buffer.alloc(70_000, "x"),
  Buffer.alloc(5_000, '"'),
  Buffer.alloc(5_000, ","),
];

export const anyStrike: fc.Arbitrary<Strike> = fc.record({
  line: fc.nat(),
  at: fc.nat(),
  length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })),
  bytes: fc.oneof(
    fc.constantFrom(...NASTY),
    fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  ),
});

const LINE_FEED = 0x0a;

const place = (at: number, length: number): number => (length === 0 ? 0 : at % length);

/** The bytes of one line with some cut out and others put in. */
function spliced(line: Buffer, at: number, cut: number, put: Buffer): Buffer {
  return Buffer.concat([line.subarray(0, at), put, line.subarray(at + cut)]);
}

function fieldsOf(line: Buffer): { readonly fields: readonly string[]; readonly end: string } {
  const text = line.toString("latin1");
  const [, body = "", end = ""] = /^([^\n]*)(\n?)$/s.exec(text) ?? [];
  return { fields: body.split(","), end };
}

function withField(line: Buffer, at: number, made: (field: string) => readonly string[]): Buffer {
  const { fields, end } = fieldsOf(line);
  const field = place(at, fields.length);
  const changed = fields.flatMap((one, n) => (n === field ? made(one) : [one]));
  return Buffer.from(changed.join(",") + end, "latin1");
}

type MutateLine = (line: Buffer, strike: Strike, others: FileLines) => readonly Buffer[];

/** Ways to damage one line; each gives the lines that stand in its place. */
const MUTATIONS = {
  "flip a bit": (line, { at, length }) => {
    const changed = Buffer.from(line);
    const where = place(at, line.length);
    changed[where] = (changed[where] ?? 0) ^ (1 << (length % 8));
    return [changed];
  },
  "delete bytes": (line, { at, length }) => [
    spliced(line, place(at, line.length), length, Buffer.alloc(0)),
  ],
  "insert bytes": (line, { at, bytes }) => [spliced(line, place(at, line.length + 1), 0, bytes)],
  "replace bytes": (line, { at, length, bytes }) => [
    spliced(line, place(at, line.length), length, bytes),
  ],
  "replace a field": (line, { at, bytes }) => [
    withField(line, at, () => [bytes.toString("latin1")]),
  ],
  "delete a field": (line, { at }) => [withField(line, at, () => [])],
  "double a field": (line, { at }) => [withField(line, at, (field) => [field, field])],
  "take a field from another line": (line, { at, length }, others) => {
    const { fields } = fieldsOf(others[place(at + length, others.length)] ?? line);
    return [withField(line, at, () => [fields[place(at, fields.length)] ?? ""])];
  },
  "delete the line": () => [],
  "double the line": (line) => [line, line],
  "empty the line": () => [Buffer.from("\n")],
  "cut the line short": (line, { at }) => [line.subarray(0, place(at, line.length))],
} satisfies Record<string, MutateLine>;

export type MutationKind = keyof typeof MUTATIONS;
export const MUTATION_KINDS = Object.keys(MUTATIONS) as readonly MutationKind[];

/** Damages one line. */
export function mutated(file: MutatedFile, kind: MutationKind, strike: Strike): MutatedFile {
  const at = place(strike.line, file.now.length);
  const struck = file.now[at];
  if (struck === undefined) return file;
  const mutate: MutateLine = MUTATIONS[kind];
  const all = file.now.map((line) => line.bytes);
  const made = mutate(struck.bytes, strike, all).filter((bytes) => bytes.length > 0);
  const instead = made.map((bytes) => ({ bytes, from: struck.from, touched: true }));
  return { now: withRunOn([...file.now.slice(0, at), ...instead, ...file.now.slice(at + 1)]) };
}

/** A line that lost its end runs on into the next, so that one is touched too. */
function withRunOn(now: MutatedFile["now"]): MutatedFile["now"] {
  return now.map((line, at) => {
    const runOn = at > 0 && now[at - 1]?.bytes.at(-1) !== LINE_FEED;
    return runOn ? { ...line, touched: true } : line;
  });
}

/** A good file, not touched yet. */
export function untouched(lines: FileLines): MutatedFile {
  return { now: lines.map((bytes, from) => ({ bytes, from, touched: false })) };
}

export function bytesOf(file: MutatedFile): Buffer {
  return Buffer.concat(file.now.map((line) => line.bytes));
}
