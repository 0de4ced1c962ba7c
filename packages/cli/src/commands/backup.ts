// Knows the command `backup`: everything that is kept, into a folder, while the service works on.
import { Command } from "commander";
import { examples } from "../input/options.ts";
import type { BackupOptions } from "../keep.ts";

export function backupCommand(): Command {
  return new Command("backup")
    .description(
      "Back up everything that is kept: a snapshot into an empty folder, else what is new since the last backup there.",
    )
    .requiredOption("--to <folder>", "folder of the backups; keep a copy of it on another machine")
    .option("--data <folder>", "where everything is kept", ".rettvei")
    .addHelpText(
      "after",
      `\nThe service may run meanwhile. DATABASE_URL selects a PostgreSQL server instead of the embedded one.\n${examples(
        "rettvei backup --to /backup/rettvei",
        "rettvei backup --to /backup/rettvei --data /srv/rettvei",
      )}`,
    )
    .action(async (options: BackupOptions) => {
      const { takeBackup } = await import("../keep.ts");
      await takeBackup(options);
    });
}
