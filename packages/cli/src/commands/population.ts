// Knows the command `population`: a seeded synthetic population as an event file.

import { createWriteStream, fstatSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { linePieces } from "@rettvei/analysis";
import type { CalendarDate } from "@rettvei/engine";
import { Command, Option } from "commander";
import { examples, readDate, readWhole, today } from "../input/options.ts";
import { type Tell, withProgress } from "../output/progress.ts";

interface Options {
  readonly courses: number;
  readonly until?: CalendarDate;
  readonly seed: number;
  readonly format: "csv" | "ndjson";
  readonly out?: string;
}

/** The same courses, with the number made so far told on the way. */
function* told<T>(courses: Iterable<T>, tell: Tell): Generator<T> {
  let made = 0;
  for (const course of courses) {
    yield course;
    made++;
    if (made % 1_000 === 0) tell(made);
  }
}

/** A bar has its place only where the lines go to a file: elsewhere they may end on the same terminal. */
function isFile(descriptor: number): boolean {
  return fstatSync(descriptor).isFile();
}

export function populationCommand(): Command {
  return new Command("population")
    .description(
      "Make a synthetic population. Same seed and --until, same bytes. Nobody in it exists.",
    )
    .option("--courses <number>", "how many courses", readWhole(1), 5_000)
    .addOption(
      new Option(
        "--until <date>",
        "the population as it stood in the morning of this date (default: today)",
      ).argParser(readDate),
    )
    .option("--seed <number>", "seed of the generator", readWhole(0), 1)
    .addOption(
      new Option("--format <format>", "format of the file")
        .choices(["csv", "ndjson"])
        .default("csv"),
    )
    .option("--out <file>", "file to write (default: standard output)")
    .addHelpText(
      "after",
      examples(
        "rettvei population --courses 1000 --until 2026-06-30 --out events.csv",
        "rettvei population --courses 50 | rettvei judge -",
      ),
    )
    .action(async ({ courses, until, seed, format, out }: Options) => {
      // Loaded when it is asked for: the other commands do without.
      const { eventFileLines, population } = await import("@rettvei/demo");
      const write = async (tell: Tell): Promise<void> => {
        const made = told(population({ seed, courses, until: until ?? today() }), tell);
        const pieces = Readable.from(linePieces(eventFileLines(made, format)));
        if (out === undefined) await pipeline(pieces, process.stdout, { end: false });
        else await pipeline(pieces, createWriteStream(out));
      };
      if (out !== undefined || isFile(process.stdout.fd)) {
        await withProgress("courses", courses, write);
      } else {
        await write(() => undefined);
      }
    });
}
