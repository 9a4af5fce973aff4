import { EVERY, type Every } from "@tiergraph/program/dry-run";
import { type CalendarDate, parseCalendarDate } from "@tiergraph/program/exact";
import { Command, InvalidArgumentError, Option } from "commander";
import { checkFile, diffFiles, examplesOfFile, printFile } from "./check-files.js";
import type { CommandOutcome } from "./command-outcome.js";
import { placeFile } from "./place-file.js";

/** What the command is run with. */
export interface CommandContext {
  /** File names are meant from where the user stands. */
  resolve(file: string): string;
  readonly today: CalendarDate;
  report(outcome: CommandOutcome): void;
}

interface PlaceOptions {
  readonly measures?: string;
  readonly facts?: string;
  readonly partners?: string;
  readonly asOf?: CalendarDate;
  readonly from?: CalendarDate;
  readonly every: Every;
  readonly partner?: string;
  readonly missingAsZero?: boolean;
  readonly json?: boolean;
}

/** The arguments of `npm run program`; parsing reports what is wrong and throws a CommanderError. */
export function programCommand({ resolve, today, report }: CommandContext): Command {
  const command = new Command("npm run program --").exitOverride();
  command
    .command("check")
    .description("says what is wrong and what is unwise in a program document")
    .argument("<file>", "the document")
    .option("--against <file>", "an older version: says what differs, and where the reason is missing")
    .option("--json", "as JSON")
    .action(async (file: string, { against, json }: { against?: string; json?: boolean }) =>
      report(
        await checkFile({
          file: resolve(file),
          against: against === undefined ? null : resolve(against),
          isJson: json === true,
        }),
      ),
    );
  command
    .command("diff")
    .description("says in words what one version has otherwise than another")
    .argument("<old>", "the older document")
    .argument("<new>", "the newer document")
    .option("--json", "as JSON")
    .action(async (older: string, newer: string, { json }: { json?: boolean }) =>
      report(await diffFiles({ older: resolve(older), newer: resolve(newer), isJson: json === true })),
    );
  command
    .command("examples")
    .description("writes the program for people, as Markdown, with an example for each requirement")
    .argument("<file>", "the document")
    .action(async (file: string) => report(await examplesOfFile(resolve(file))));
  command
    .command("print")
    .description("writes the document in its canonical notation")
    .argument("<file>", "the document")
    .action(async (file: string) => report(await printFile(resolve(file))));
  addPlace(command, { resolve, today, report });
  return command;
}

function addPlace(command: Command, { resolve, today, report }: CommandContext): void {
  command
    .command("place")
    .description("places partners by their values or facts, without a server")
    .argument("<file>", "the document")
    .addOption(new Option("--measures <file>", "values of partners, as YAML").conflicts(["facts", "from", "partners"]))
    .option(
      "--facts <file>",
      "facts, as CSV: partner, kind, on, and id, until, amount, quantity, customer, person, product",
    )
    .option("--partners <file>", "what facts do not say about partners: CSV or YAML with tracks, region, tier …")
    .option("--as-of <date>", "the day of judgement; default: of the latest fact, or today", dateOf)
    .option("--from <date>", "places from this day on, each time from where the last left the partner", dateOf)
    .addOption(new Option("--every <period>", "how often from then on").choices(EVERY).default("week"))
    .option("--partner <name>", "only this one")
    .option("--missing-as-zero", "takes measures that nothing says for nothing")
    .option("--json", "as JSON, every number exact")
    .action(async (file: string, options: PlaceOptions, own: Command) => {
      const { measures, facts } = options;
      if (measures === undefined && facts === undefined)
        return own.error("error: one of --measures and --facts is needed");
      report(
        await placeFile({
          file: resolve(file),
          evidence:
            measures === undefined
              ? { kind: "facts", file: resolve(facts ?? "") }
              : { kind: "measures", file: resolve(measures) },
          partners: options.partners === undefined ? null : resolve(options.partners),
          asOf: options.asOf ?? null,
          from: options.from ?? null,
          every: options.every,
          partner: options.partner ?? null,
          isMissingZero: options.missingAsZero === true,
          isJson: options.json === true,
          today,
        }),
      );
    });
}

function dateOf(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new InvalidArgumentError("Expected is a day such as 2024-03-12.");
  return date;
}
