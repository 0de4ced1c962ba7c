// Knows the command `restore`: a backup becomes a data directory again, or is proved to be able to.
import { Command, InvalidArgumentError, Option } from "commander";
import { examples } from "../input/options.ts";
import type { RestoreOptions } from "../keep.ts";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function readInstant(text: string): Date {
  const instant = new Date(text);
  if (INSTANT.test(text) && !Number.isNaN(instant.getTime())) return instant;
  throw new InvalidArgumentError("Expected an instant with its zone: 2026-03-03T14:30:00+01:00.");
}

export function restoreCommand(): Command {
  return new Command("restore")
    .description("Restore a backup into an empty data directory, or try whether it can be.")
    .requiredOption("--from <folder>", "folder of the backups")
    .addOption(new Option("--data <folder>", "data directory to fill; must be empty"))
    .addOption(
      new Option("--until <instant>", "leave out what was registered after it").argParser(
        readInstant,
      ),
    )
    .addOption(
      new Option(
        "--drill",
        "restore into a folder for the purpose, compare all with the backup, keep nothing",
      ).conflicts(["data", "until"]),
    )
    .addHelpText(
      "after",
      `\nEvery file is held against its hash first; a damaged backup is refused whole.\n${examples(
        "rettvei restore --from /backup/rettvei --data /srv/rettvei-new",
        "rettvei restore --from /backup/rettvei --data /srv/rettvei-new --until 2026-03-03T14:30:00+01:00",
        "rettvei restore --from /backup/rettvei --drill",
      )}`,
    )
    .action(async (options: RestoreOptions, command: Command) => {
      if (options.data === undefined && !options.drill)
        command.error("error: expected --data or --drill, got neither");
      const { restoreBackup, tryBackup } = await import("../keep.ts");
      await (options.drill ? tryBackup(options) : restoreBackup(options));
    });
}
