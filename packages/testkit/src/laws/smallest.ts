// Knows how to cut a question down to the least that still goes wrong, for a person to read.
import type { LogRecord } from "@rettvei/engine";
import type { Question } from "../arbitrary/any-patient.ts";

/** A question from which nothing more can be left out without it going right. */
export function smallest(question: Question, goesWrong: (less: Question) => boolean): Question {
  const less = lessOf(question).find((candidate) => goesWrong(candidate));
  return less === undefined ? question : smallest(less, goesWrong);
}

/** The question with one log, one record or one field less, in every way there is. */
function lessOf({ logs, asOf }: Question): readonly Question[] {
  const without = <T>(list: readonly T[], place: number) => list.filter((_, at) => at !== place);
  const replaced = <T>(list: readonly T[], place: number, by: T) =>
    list.map((one, at) => (at === place ? by : one));
  return [
    ...logs.map((_, at) => ({ asOf, logs: without(logs, at) })),
    ...logs.flatMap((log, place) =>
      log.records.flatMap((record, at) =>
        [
          without(log.records, at),
          ...fieldsLess(record).map((less) => replaced(log.records, at, less)),
        ].map((records) => ({ asOf, logs: replaced(logs, place, { ...log, records }) })),
      ),
    ),
  ];
}

const OPTIONAL = [
  "outcome",
  "careLevel",
  "unitId",
  "severity",
  "grantedFor",
  "condition",
  "legalDeadline",
  "corrects",
] as const;

function fieldsLess(record: LogRecord): readonly LogRecord[] {
  if (record.voids !== undefined) return [];
  return OPTIONAL.filter((field) => record[field] !== undefined).map((field) => {
    const { [field]: _, ...less } = record;
    return less;
  });
}
