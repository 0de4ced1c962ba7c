// Knows the command `code`: explain a joined code, or compose one.
import { type Bundle, composeCode, type ExplainedCode, explainCode } from "@rettvei/definitions";
import type { Language } from "@rettvei/engine";
import { Command } from "commander";
import { BadInput } from "../exit-codes.ts";
import { definitionsWith } from "../input/definitions.ts";
import { examples, languageOption, overlayOption } from "../input/options.ts";
import { writeOut } from "../output/write-output.ts";

interface Options {
  readonly pathway?: string;
  readonly event?: string;
  readonly outcome?: string;
  readonly overlay?: string;
  readonly lang: Language;
}

/** The thing with this id, or an error that names the ids there are. */
function expectKnown<T>(
  what: string,
  id: string,
  things: readonly T[],
  idOf: (thing: T) => string,
): T {
  const found = things.find((thing) => idOf(thing) === id);
  if (found !== undefined) return found;
  const ids = [...new Set(things.map(idOf))].join(", ") || "none, since the event has no outcomes";
  throw new BadInput(`--${what}: expected one of ${ids}, got "${id}"`);
}

function composed(bundle: Bundle, options: Options): ExplainedCode {
  const { pathway, event, outcome } = options;
  if (pathway === undefined || event === undefined) {
    throw new BadInput("expected a code, or --pathway and --event to compose one");
  }
  const edition = expectKnown("pathway", pathway, bundle.editions, (one) => one.pathway);
  const known = expectKnown("event", event, edition.events, (one) => one.id);
  if (outcome !== undefined) {
    expectKnown("outcome", outcome, known.outcomes, (one) => one.id);
  }
  const made = composeCode(bundle, { pathway, event, outcome });
  if (!("unknown" in made)) return made;
  const asked = { pathway, event, outcome }[made.unknown] ?? "";
  throw new BadInput(
    `${made.unknown} "${asked}": nobody could verify its part of a code, so none is made up`,
  );
}

function explanation(bundle: Bundle, explained: ExplainedCode, language: Language): string {
  const edition = bundle.editions.find((one) => one.pathway === explained.pathway);
  const event = edition?.events.find((one) => one.id === explained.event);
  const outcome = event?.outcomes.find((one) => one.id === explained.outcome);
  const rows = [
    ["code", explained.code],
    ["pathway", `${explained.pathway} (${edition?.name[language] ?? ""})`],
    ["event", `${explained.event} (${event?.name[language] ?? ""})`],
    ["outcome", outcome ? `${outcome.id} (${outcome.name[language]})` : "–"],
    ["evidence", explained.evidence],
    ...explained.sources.map((source) => [
      "source",
      `${bundle.sources[source.ref]?.title ?? source.ref} (${source.evidence})`,
    ]),
  ];
  return `${rows.map(([key = "", value = ""]) => `${key.padEnd(9)} ${value}`).join("\n")}\n`;
}

export function codeCommand(): Command {
  return new Command("code")
    .description("Explain a joined code such as D11CP, or compose one from its parts.")
    .argument("[code]", "code to explain")
    .option("--pathway <id>", "pathway to compose a code for")
    .option("--event <id>", "event to compose a code for")
    .option("--outcome <id>", "outcome to compose a code for")
    .addOption(languageOption())
    .addOption(overlayOption())
    .addHelpText(
      "after",
      examples(
        "rettvei code D11CP",
        "rettvei code --pathway tsb --event clinical-decision --outcome treatment-tsb",
      ),
    )
    .action(async (code: string | undefined, options: Options) => {
      const bundle = await definitionsWith(options.overlay);
      const explained = code === undefined ? composed(bundle, options) : explainCode(bundle, code);
      if (explained === undefined) {
        throw new BadInput(
          `"${code}": expected a code of an event whose parts are all known, as D11CP`,
        );
      }
      await writeOut([explanation(bundle, explained, options.lang)]);
    });
}
