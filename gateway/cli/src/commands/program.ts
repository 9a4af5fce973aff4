import path from "node:path";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { CommanderError } from "commander";
import { UNREADABLE } from "../program/command-outcome.js";
import { programCommand } from "../program/program-command.js";

// Checks, explains and tries a program document, without a server: `npm run program -- check FILE`.
const { env } = process;
// npm runs a script in the folder of the package; file names are meant from where the user stands.
const directory = (env.npm_lifecycle_event === "program" && env.INIT_CWD) || process.cwd();

const command = programCommand({
  resolve: (file) => path.resolve(directory, file),
  today: knownCalendarDate(new Date().toISOString().slice(0, 10)),
  report: ({ stdout, stderr, exitCode }) => {
    for (const line of stdout) console.log(line);
    for (const line of stderr) console.error(line);
    process.exitCode = exitCode;
  },
});
try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : UNREADABLE;
}
