// Knows how the log of a case becomes records: ids given, targets of voids and corrections held to exist.
import { type CalendarDate, isVoid, type LogRecord } from "@rettvei/engine";
import type { Problem } from "../problem.ts";
import type { YamlFile, YamlPath } from "../yaml/yaml-file.ts";
import type { LogInFile } from "./case-file.ts";
import { readLogLine } from "./log-line.ts";

const ID = /^[a-z0-9-]+$/;

interface Line {
  readonly id: string;
  readonly text: string;
  readonly path: YamlPath;
}

/** Records without an id of their own are r01, r02, … by their place in the log. */
function linesOf(log: LogInFile, path: YamlPath, yaml: YamlFile, problems: Problem[]): Line[] {
  return log.flatMap((item, i): readonly Line[] => {
    const at = [...path, i];
    if (typeof item === "string") {
      return [{ id: `r${String(i + 1).padStart(2, "0")}`, text: item, path: at }];
    }
    const [[id, text] = [], ...more] = Object.entries(item);
    if (id === undefined || text === undefined || more.length > 0 || !ID.test(id)) {
      problems.push(
        yaml.problemAt(at, "one id of small letters, digits and hyphens, and its line"),
      );
      return [];
    }
    return [{ id, text, path: [...at, id] }];
  });
}

function checkTargets(
  lines: readonly Line[],
  records: readonly LogRecord[],
  yaml: YamlFile,
): readonly Problem[] {
  const ids = new Set(lines.map((line) => line.id));
  const faults = lines.flatMap((line, i) =>
    lines.findIndex(({ id }) => id === line.id) < i
      ? [yaml.problemAt(line.path, "an id used once in the log", `"${line.id}"`)]
      : [],
  );
  for (const record of records) {
    const target = isVoid(record) ? record.voids : record.corrects;
    const at = lines.find(({ id }) => id === record.recordId);
    if (at === undefined || target === undefined || ids.has(target)) continue;
    faults.push(yaml.problemAt(at.path, "the id of a record of this log", `"${target}"`));
  }
  return faults;
}

/** The records of a log as written; what is wrong with them is added to the problems. */
export function readLog(
  log: LogInFile,
  asOf: CalendarDate,
  path: YamlPath,
  yaml: YamlFile,
  problems: Problem[],
): readonly LogRecord[] {
  const lines = linesOf(log, path, yaml, problems);
  const records = lines.flatMap((line) => {
    const read = readLogLine(line.id, line.text, asOf);
    if ("record" in read) return [read.record];
    for (const { expected, found } of read.faults) {
      problems.push(yaml.problemAt(line.path, expected, found));
    }
    return [];
  });
  problems.push(...checkTargets(lines, records, yaml));
  return records;
}
