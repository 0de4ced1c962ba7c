// Knows the command line: which commands there are, and which exit code an ending has.
import { Command, CommanderError } from "commander";
import { accessCommand } from "./commands/access.ts";
import { auditCommand } from "./commands/audit.ts";
import { backupCommand } from "./commands/backup.ts";
import { checkCommand } from "./commands/check.ts";
import { codeCommand } from "./commands/code.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { editionCommand } from "./commands/edition.ts";
import { explainCommand } from "./commands/explain.ts";
import { judgeCommand } from "./commands/judge.ts";
import { nextCommand } from "./commands/next.ts";
import { populationCommand } from "./commands/population.ts";
import { restoreCommand } from "./commands/restore.ts";
import { startCommand } from "./commands/start.ts";
import { BadInput, EXIT } from "./exit-codes.ts";

const program = new Command("rettvei")
  .description(
    "Follows the Norwegian national patient pathways for mental health and addiction, and explains every date.",
  )
  .version("0.1.0")
  .showHelpAfterError("(add --help for what the command takes)")
  .configureHelp({ sortSubcommands: true })
  .exitOverride()
  .addHelpText(
    "after",
    "\nExit codes: 0 fine, 1 `check` found an error, 2 bad input (2 wins).\nEvent files: CSV, NDJSON or Parquet; `-` reads standard input.",
  );

for (const command of [
  judgeCommand(),
  checkCommand(),
  explainCommand(),
  nextCommand(),
  editionCommand(),
  codeCommand(),
  populationCommand(),
  startCommand(),
  accessCommand(),
  auditCommand(),
  doctorCommand(),
  backupCommand(),
  restoreCommand(),
]) {
  program.addCommand(withSettings(command));
}

/** The program's ways with errors and help, for a command and those below it. */
function withSettings(command: Command): Command {
  command.copyInheritedSettings(program);
  for (const sub of command.commands) withSettings(sub);
  return command;
}

/** What the system says of a file or a port: no such folder, no right to read it, no room left. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** A reader that goes away (`| head`) is no fault of ours. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? EXIT.fine);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.badInput;
  } else if (error instanceof BadInput || isOfTheSystem(error)) {
    process.stderr.write(`rettvei: ${error.message}\n`);
    process.exitCode = EXIT.badInput;
  } else {
    throw error;
  }
}
