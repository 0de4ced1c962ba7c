// Knows how the bytes of a message become text: UTF-8, or ISO-8859-1 where the XML declaration says so.
import type { XmlLimits } from "./xml-limits.ts";
import type { MessageProblem } from "./xml-problem.ts";

/** First bytes of encodings that are refused by name: UTF-16 and UTF-32 with and without mark, EBCDIC. */
const OTHER_ENCODINGS: readonly (readonly [string, readonly number[]])[] = [
  ["UTF-32", [0x00, 0x00, 0xfe, 0xff]],
  ["UTF-32", [0xff, 0xfe, 0x00, 0x00]],
  ["UTF-16", [0xfe, 0xff]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0x00, 0x3c]],
  ["UTF-16", [0x3c, 0x00]],
  ["EBCDIC", [0x4c, 0x6f, 0xa7, 0x94]],
];

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The encoding of the declaration, which in either encoding is plain ASCII. */
const DECLARED = /^<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

export function decodeMessage(bytes: Uint8Array, limits: XmlLimits): string | MessageProblem {
  if (bytes.length > limits.bytes)
    return refusal("too-big", `at most ${limits.bytes} bytes`, `${bytes.length} bytes`);
  const other = OTHER_ENCODINGS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (other !== undefined) return refusal("bad-encoding", ENCODINGS, other[0]);
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const declared = (DECLARED.exec(start)?.[1] ?? "utf-8").toLowerCase();
  if (declared === "iso-8859-1") return decodeLatin1(bytes);
  if (declared !== "utf-8") return refusal("bad-encoding", ENCODINGS, "another encoding");
  try {
    return utf8.decode(bytes);
  } catch {
    return refusal("bad-encoding", ENCODINGS, "bytes that are not UTF-8");
  }
}

const ENCODINGS = "UTF-8, or ISO-8859-1 if declared";

/** Messages of before 2012 may be so. Bytes that ISO-8859-1 has no character for mean another encoding. */
function decodeLatin1(bytes: Uint8Array): string | MessageProblem {
  if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f))
    return refusal("bad-encoding", ENCODINGS, "bytes that are not ISO-8859-1");
  return Buffer.from(bytes).toString("latin1");
}

function refusal(code: MessageProblem["code"], expected: string, found: string): MessageProblem {
  return { code, line: 1, column: 1, path: "", expected, found };
}
