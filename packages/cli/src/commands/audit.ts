// Knows the commands below `audit`: whether the audit is as it was sealed, that one entry is in it, and what to keep elsewhere.
import { Command } from "commander";
import type { CheckProofOptions, VerifyAuditOptions } from "../audit.ts";
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

function proveCommand(): Command {
  return new Command("prove")
    .description(
      "Print the proof that one entry is in the sealed audit, to be checked where there is no database.",
    )
    .argument("<entry>", "number of the entry")
    .option("--data <folder>", "data directory of the embedded database", "data")
    .option(
      "--checkpoints <file>",
      "prove it against the newest of these checkpoints, in place of the store's own",
    )
    .option("--key <text>", "verifier key as `audit checkpoint` printed it")
    .addHelpText(
      "after",
      `\nExit code 0: proved. 1: the entry is not as it was sealed, or the log does not lead to the checkpoint. The proof holds the whole entry.\n${examples(
        "rettvei audit prove 4711 --data /srv/rettvei > entry-4711.tlog-proof",
      )}`,
    )
    .action(async (entry: string, options: VerifyAuditOptions) => {
      const { proveEntry } = await import("../audit.ts");
      await proveEntry(entry, options);
    });
}

function checkProofCommand(): Command {
  return new Command("check-proof")
    .description("Check a proof of one entry, by the verifier key alone, and print the entry.")
    .argument("<file>", "proof as `audit prove` printed it")
    .option("--data <folder>", "data directory whose key is taken where --key is not given", "data")
    .option("--key <text>", "verifier key as `audit checkpoint` printed it")
    .addHelpText(
      "after",
      `\nExit code 0: proved. 1: entry, way or checkpoint is not as it was signed.\n${examples(
        "rettvei audit check-proof entry-4711.tlog-proof --key 'rettvei-audit+1a2b3c4d+AQ…'",
      )}`,
    )
    .action(async (file: string, options: CheckProofOptions) => {
      const { checkProof } = await import("../audit.ts");
      await checkProof(file, options);
    });
}

export function auditCommand(): Command {
  return new Command("audit")
    .description("Whether the audit is as it was sealed.")
    .addCommand(verifyCommand())
    .addCommand(checkpointCommand())
    .addCommand(proveCommand())
    .addCommand(checkProofCommand())
    .addHelpText("after", `\n${examples("rettvei audit verify --data /srv/rettvei")}`);
}
