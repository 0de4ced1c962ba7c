// Knows the commands `access grant`, `access list` and `access end`: who has which role, as the enterprise decides.
import { Command } from "commander";
import type { EndOptions, GrantOptions } from "../access.ts";
import { examples, readDate } from "../input/options.ts";

const DATA = ["--data <folder>", "where everything is kept", ".rettvei"] as const;
const MEANWHILE =
  "\nThe service may run meanwhile. DATABASE_URL selects a PostgreSQL server instead of the embedded one.\n";
const EXAMPLE =
  'rettvei access grant --subject CODE --name "Kari Nordmann" --role coordinator --organisation 999999999 --unit 4210626 --until 2027-06-30';

function collect(unit: string, units: readonly string[] = []): readonly string[] {
  return [...units, unit];
}

function grantCommand(): Command {
  return new Command("grant")
    .description("Give somebody a role for a time, from now on.")
    .requiredOption(
      "--subject <code>",
      "the issuer's word for the person, or a machine's client id",
    )
    .option("--issuer <address>", "issuer of logins (default: RETTVEI_OIDC_ISSUER)")
    .option("--machine", "a machine client, not a person")
    .requiredOption("--name <text>", "name, as the patient's own log shows it")
    .option("--hpr <number>", "number in the register of health personnel")
    .option("--patient <id>", "whose courses they see, with the role patient")
    .requiredOption("--role <role>", "the role, as coordinator")
    .requiredOption("--organisation <number>", "organisation for which it holds")
    .option("--unit <id>", "unit at which it holds; may be given several times", collect)
    .requiredOption("--until <date>", "first day on which it no longer holds", readDate)
    .option(...DATA)
    .addHelpText("after", `${MEANWHILE}${examples(EXAMPLE)}`)
    .action(async (options: GrantOptions) => {
      const { grantRole } = await import("../access.ts");
      await grantRole(options);
    });
}

function listCommand(): Command {
  return new Command("list")
    .description("List the roles that are held now, with their ids.")
    .option(...DATA)
    .addHelpText("after", `${MEANWHILE}${examples("rettvei access list")}`)
    .action(async (options: { readonly data: string }) => {
      const { listRoles } = await import("../access.ts");
      await listRoles(options);
    });
}

function endCommand(): Command {
  return new Command("end")
    .description("End a role now: the next request no longer has it.")
    .requiredOption("--grant <id>", "id of the role, as `access list` shows it")
    .option(...DATA)
    .addHelpText("after", `${MEANWHILE}${examples("rettvei access end --grant ID")}`)
    .action(async (options: EndOptions) => {
      const { endRole } = await import("../access.ts");
      await endRole(options);
    });
}

export function accessCommand(): Command {
  return new Command("access")
    .description("Who has which role, as the enterprise decides.")
    .addCommand(grantCommand())
    .addCommand(listCommand())
    .addCommand(endCommand())
    .addHelpText("after", `\n${examples(EXAMPLE)}`);
}
