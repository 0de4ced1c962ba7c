// Knows the command `doctor`: whether what must always hold holds of what is kept.
import { Command } from "commander";
import { examples } from "../input/options.ts";

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("Hold what must always be true against everything that is kept; changes nothing.")
    .option("--data <folder>", "where everything is kept", ".rettvei")
    .addHelpText(
      "after",
      `\nExit code 0: all holds. 1: something does not. The service may run meanwhile. DATABASE_URL names a server instead of --data.\n${examples(
        "rettvei doctor",
        "rettvei doctor --data /srv/rettvei",
      )}`,
    )
    .action(async (options: { readonly data: string }) => {
      const { examineData } = await import("../doctor.ts");
      await examineData(options);
    });
}
