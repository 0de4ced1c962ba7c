// Knows the command `start`: the service with its web application, on this machine only.
import { Command } from "commander";
import { examples, readWhole } from "../input/options.ts";
import type { ServingOptions } from "../serve.ts";

export function startCommand(): Command {
  return new Command("start")
    .description("Start the service and its web application on this machine.")
    .option("--port <number>", "port to listen on; 0 takes a free one", readWhole(0), 4180)
    .option(
      "--host <address>",
      "address to listen on; another than this machine's own only with a real login",
      "127.0.0.1",
    )
    .option("--data <folder>", "where everything is kept", ".rettvei")
    .option(
      "--population <courses>",
      "synthetic courses to fill an empty store with; 0 starts empty",
      readWhole(0),
      5_000,
    )
    .option(
      "--stories",
      "on the first start, also staged courses, so that every persona of the test login has something to do",
      false,
    )
    .option("--seed <number>", "seed of the synthetic population", readWhole(0), 1)
    .addHelpText(
      "after",
      `\nDATABASE_URL in the environment selects a PostgreSQL server instead of the embedded one.\nWithout RETTVEI_OIDC_ISSUER and what belongs to it (docs/operating.md) a test login is on.\n${examples(
        "rettvei start",
        "rettvei start --port 8080 --data /srv/rettvei --population 0",
      )}`,
    )
    .action(async (options: ServingOptions) => {
      // Only this command needs the service, and loading it takes longer than most commands run.
      const { serve } = await import("../serve.ts");
      await serve(options);
    });
}
