// Knows the commands `audit verify` and `audit checkpoint`: whether the audit is as it was sealed, and what to keep elsewhere.
import { Command } from "commander";
import type { VerifyAuditOptions } from "../audit.ts";
import { examples } from "../input/options.ts";

function verifyCommand(): Command {
  return new Command("verify")
    .description(
      "Hold every audit entry against the seal, and the seal against checkpoints kept elsewhere.",
    )
    .option("--data <folder>", "data directory of the embedded database", "data")
    .option(
      "--checkpoints <file>",
      "checkpoints kept where the database's owner could not change them",
    )
    .option("--key <text>", "verifier key as `audit checkpoint` printed it")
    .addHelpText(
      "after",
      `\nExit code 0: all as sealed. 1: something is not. DATABASE_URL names a server instead of --data.\n${examples(
        "rettvei audit verify --data /srv/rettvei",
        "rettvei audit verify --data /srv/rettvei --checkpoints /mnt/elsewhere/checkpoints.txt --key 'rettvei-audit+1a2b3c4d+AQ…'",
      )}`,
    )
    .action(async (options: VerifyAuditOptions) => {
      const { verifyAudit } = await import("../audit.ts");
      await verifyAudit(options);
    });
}

function checkpointCommand(): Command {
  return new Command("checkpoint")
    .description(
      "Print the newest signed checkpoint and the key that verifies it, to be kept elsewhere.",
    )
    .option("--data <folder>", "data directory of the embedded database", "data")
    .addHelpText(
      "after",
      `\n${examples("rettvei audit checkpoint --data /srv/rettvei >> /mnt/elsewhere/checkpoints.txt")}`,
    )
    .action(async (options: { readonly data: string }) => {
      const { printCheckpoint } = await import("../audit.ts");
      await printCheckpoint(options);
    });
}

export function auditCommand(): Command {
  return new Command("audit")
    .description("Whether the audit is as it was sealed.")
    .addCommand(verifyCommand())
    .addCommand(checkpointCommand())
    .addHelpText("after", `\n${examples("rettvei audit verify --data /srv/rettvei")}`);
}
