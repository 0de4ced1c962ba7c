// Knows how a case writes one record of a log on one line.
import {
  CARE_LEVELS,
  type CalendarDate,
  type CareLevel,
  type EventRecord,
  GRANTED_FOR,
  isCalendarDate,
  type LogRecord,
  SEVERITIES,
  type VoidRecord,
} from "@rettvei/engine";
import { osloDate, toInstant } from "../oslo-date.ts";

/** What is wrong with a line. */
export interface LineFault {
  readonly expected: string;
  readonly found: string;
}

type Fields = Readonly<Record<string, string>>;

const KEYS = [
  "unit",
  "severity",
  "granted-for",
  "legal-deadline",
  "condition",
  "corrects",
  "recorded-at",
] as const;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return (list as readonly string[]).includes(text);
}

function isInstant(text: string): boolean {
  return ZONED.test(text) && !Number.isNaN(Date.parse(text));
}

/** Reads the parts of one line and collects what is wrong with them. */
interface LineReader {
  readonly faults: LineFault[];
  oneOf<T extends string>(list: readonly T[], text: string | undefined): T | undefined;
  date(text: string | undefined): CalendarDate | undefined;
  /** Milliseconds since 1970; noon in UTC of the date where no instant is written. */
  instant(text: string | undefined, date: CalendarDate): number;
  fields(words: readonly string[], known: readonly string[]): Fields;
  fault(expected: string, found: string): undefined;
}

function lineReader(): LineReader {
  const faults: LineFault[] = [];
  const fault = (expected: string, found: string): undefined => {
    faults.push({ expected, found: JSON.stringify(found) });
    return undefined;
  };
  return {
    faults,
    fault,
    oneOf: (list, text) =>
      text === undefined || isOneOf(list, text) ? text : fault(`one of ${list.join(", ")}`, text),
    date: (text) =>
      text === undefined || isCalendarDate(text)
        ? text
        : fault("a date that exists, YYYY-MM-DD", text),
    instant: (text, date) => {
      if (text !== undefined && isInstant(text)) return Date.parse(text);
      if (text !== undefined) fault("an instant with zone, YYYY-MM-DDTHH:MM:SSZ", text);
      return Date.parse(`${date}T12:00:00Z`);
    },
    fields: (words, known) => {
      const fields = new Map<string, string>();
      for (const word of words) {
        const [key = "", ...rest] = word.split("=");
        const value = rest.join("=");
        if (!known.includes(key) || value === "" || fields.has(key)) {
          fault(`each of ${known.join("=, ")}= at most once, with a value`, word);
        } else fields.set(key, value);
      }
      return Object.fromEntries(fields);
    },
  };
}

function readVoid(
  recordId: string,
  words: readonly string[],
  asOf: CalendarDate,
  reader: LineReader,
): VoidRecord {
  const [target = "", ...rest] = words;
  if (target === "") reader.fault("void and the id of a record", "void");
  const fields = reader.fields(rest, ["recorded-at"]);
  return {
    recordId,
    recordedAt: toInstant(reader.instant(fields["recorded-at"], asOf)),
    voids: target,
  };
}

function readEvent(
  recordId: string,
  words: readonly string[],
  reader: LineReader,
): EventRecord | undefined {
  const [day, what, ...rest] = words;
  const occurredOn = reader.date(day);
  const [event, outcome, ...more] = (what ?? "").split("/");
  if (!event || outcome === "" || more.length > 0)
    reader.fault("EVENT or EVENT/OUTCOME", what ?? "");
  const [level] = rest;
  const hasLevel = level !== undefined && !level.includes("=");
  const careLevel: CareLevel | undefined = hasLevel ? reader.oneOf(CARE_LEVELS, level) : undefined;
  const fields = reader.fields(hasLevel ? rest.slice(1) : rest, KEYS);
  const severity = reader.oneOf(SEVERITIES, fields.severity);
  const grantedFor = reader.oneOf(GRANTED_FOR, fields["granted-for"]);
  const legalDeadline = reader.date(fields["legal-deadline"]);
  if (occurredOn === undefined || !event) return undefined;
  const millis = reader.instant(fields["recorded-at"], occurredOn);
  return {
    recordId,
    event,
    ...(outcome !== undefined && { outcome }),
    occurredOn,
    recordedAt: toInstant(millis),
    recordedOn: osloDate(millis),
    ...(careLevel && { careLevel }),
    ...(fields.unit !== undefined && { unitId: fields.unit }),
    ...(severity && { severity }),
    ...(grantedFor && { grantedFor }),
    ...(legalDeadline && { legalDeadline }),
    ...(fields.condition !== undefined && { condition: fields.condition }),
    ...(fields.corrects !== undefined && { corrects: fields.corrects }),
  };
}

/**
 * Reads `DATE EVENT[/OUTCOME] [care level] [key=value …]` or `void TARGET [recorded-at=…]`.
 * Where no `recorded-at` is written a record was written down at noon in UTC of its date, a void of `asOf`.
 */
export function readLogLine(
  recordId: string,
  line: string,
  asOf: CalendarDate,
): { readonly record: LogRecord } | { readonly faults: readonly LineFault[] } {
  const words = line.split(/\s+/).filter((word) => word !== "");
  const reader = lineReader();
  const record =
    words[0] === "void"
      ? readVoid(recordId, words.slice(1), asOf, reader)
      : readEvent(recordId, words, reader);
  return record === undefined || reader.faults.length > 0 ? { faults: reader.faults } : { record };
}
