import type { Program } from "@tiergraph/program/document/program";
import {
  daysEvery,
  dryRunFromFacts,
  dryRunFromValues,
  type Every,
  factsOfRows,
  type PreparedDryRun,
  placeDryRun,
  placementAsJson,
  placementsAsText,
  problemsAsText,
  profilesOfRows,
  readValues,
  type WrittenPartner,
} from "@tiergraph/program/dry-run";
import type { CalendarDate } from "@tiergraph/program/exact";
import { asJson, type CommandOutcome, failed, printed, REFUSED, UNREADABLE } from "./command-outcome.js";
import { loadProgram, notLoaded, readText } from "./load-program.js";
import { readTable } from "./read-table.js";

export interface PlaceRequest {
  readonly file: string;
  readonly evidence: { readonly kind: "measures" | "facts"; readonly file: string };
  /** What facts do not say about partners; null where nothing is given. */
  readonly partners: string | null;
  /** Null for the day of the latest fact, or the day of today. */
  readonly asOf: CalendarDate | null;
  readonly from: CalendarDate | null;
  readonly every: Every;
  /** Null for all. */
  readonly partner: string | null;
  readonly isMissingZero: boolean;
  readonly isJson: boolean;
  readonly today: CalendarDate;
}

/** Places partners of a file by a program of a file: what would be, without a server. */
export async function placeFile(request: PlaceRequest): Promise<CommandOutcome> {
  const loaded = await loadProgram(request.file);
  if (loaded.kind !== "ProgramLoaded") return notLoaded(request.file, loaded);
  const { program } = loaded;
  const laid =
    request.evidence.kind === "measures" ? await byValues(program, request) : await byFacts(program, request);
  if ("exitCode" in laid) return laid;
  if (laid.kind === "ValuesMissing") return failed(laid.messages, REFUSED);
  const wanted = laid.partners.filter(({ name }) => request.partner === null || name === request.partner);
  if (wanted.length === 0) return failed([noPartner(request.partner, laid.partners)], REFUSED);
  const placements = wanted.map((partner) => placeDryRun(program, partner));
  if (request.isJson)
    return printed([asJson(placements.flat().map((placement) => placementAsJson(program, placement)))]);
  return printed([placementsAsText(program, placements)]);
}

function noPartner(name: string | null, partners: readonly { readonly name: string }[]): string {
  if (name === null) return "There is no partner in the file.";
  const known = partners.slice(0, 12).map((partner) => partner.name);
  return `There is no partner ${name}: one of ${known.join(", ")}${partners.length > known.length ? " …" : ""}.`;
}

async function byValues(program: Program, request: PlaceRequest): Promise<PreparedDryRun | CommandOutcome> {
  const given = await valuesOf(program, request.evidence.file);
  if ("exitCode" in given) return given;
  const { asOf, today, isMissingZero } = request;
  return dryRunFromValues(program, given.partners, { asOf: asOf ?? today, isMissingZero });
}

async function byFacts(program: Program, request: PlaceRequest): Promise<PreparedDryRun | CommandOutcome> {
  const { file } = request.evidence;
  const table = await readTable(file);
  if (table.kind === "Unreadable") return failed([table.message], UNREADABLE);
  if (table.kind === "TableRefused") return refusedLines(file, table.problems);
  const read = factsOfRows(program, table.header, table.rows);
  if (read.kind === "FactsRefused") return refusedLines(file, read.problems);
  const profiles = request.partners === null ? { partners: [] } : await profilesOf(program, request.partners);
  if ("exitCode" in profiles) return profiles;
  const asOf = request.asOf ?? read.latest;
  if (asOf === null) return failed([`${file} holds no facts: say --as-of for the day of judgement.`], REFUSED);
  const { from, every, isMissingZero } = request;
  if (from !== null && from > asOf) return failed([`--from ${from} comes after ${asOf}.`], UNREADABLE);
  const days = from === null ? [asOf] : daysEvery(every, { from, to: asOf });
  return dryRunFromFacts(program, { facts: read.facts, profiles: profiles.partners, days, isMissingZero });
}

type ReadPartners = { readonly partners: readonly WrittenPartner[] } | CommandOutcome;

async function valuesOf(program: Program, file: string): Promise<ReadPartners> {
  const text = await readText(file);
  if (text.kind === "Unreadable") return failed([text.message], UNREADABLE);
  const read = readValues(program, text.text);
  return read.kind === "ValuesRead" ? read : failed(problemsAsText(file, read.problems), REFUSED);
}

async function profilesOf(program: Program, file: string): Promise<ReadPartners> {
  if (/\.(ya?ml|json)$/i.test(file)) return valuesOf(program, file);
  const table = await readTable(file);
  if (table.kind === "Unreadable") return failed([table.message], UNREADABLE);
  if (table.kind === "TableRefused") return refusedLines(file, table.problems);
  const read = profilesOfRows(program, table.header, table.rows);
  return read.kind === "ProfilesRead" ? read : refusedLines(file, read.problems);
}

const refusedLines = (file: string, problems: readonly string[]): CommandOutcome =>
  failed(
    problems.map((problem) => `${file}, ${problem}`),
    REFUSED,
  );
