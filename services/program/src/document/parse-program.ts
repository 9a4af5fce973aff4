import { isName, NAME_RULE, titleFromName } from "./name.js";
import { openYaml } from "./open-yaml.js";
import { readBenefits } from "./parse-benefits.js";
import { readCourses } from "./parse-courses.js";
import { readMeasures } from "./parse-measures.js";
import { readRebates } from "./parse-rebates.js";
import { readTiers } from "./parse-tiers.js";
import type { Problem } from "./problem.js";
import type { Program, Track } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";
import type { YamlFields } from "./yaml-fields.js";

export type ParsedProgram =
  | { readonly kind: "ProgramParsed"; readonly program: Program }
  /** In document order; at least one, at most `MAX_PROBLEMS`. */
  | { readonly kind: "ProgramRefused"; readonly problems: Problem[] };

/**
 * Reads a program document, YAML 1.2 or JSON. Refuses it with every problem at once, each with its line, column and
 * path; where it is not well formed, too large or too deep, with what is wrong about that only.
 */
export function parseProgram(source: string): ParsedProgram {
  const opened = openYaml(source);
  if (opened.kind === "YamlRefused") return { kind: "ProgramRefused", problems: opened.problems };
  const program = readProgram(opened.root);
  const problems = opened.log.inOrder();
  return problems.length === 0 ? { kind: "ProgramParsed", program } : { kind: "ProgramRefused", problems };
}

const SECTIONS = ["tracks", "measures", "benefits", "tiers", "rebates", "courses"];
const KEYS = ["program", "version", "why", "currency", "fiscal-year-starts-in", ...SECTIONS];

function readProgram(root: YamlCursor): Program {
  const fields = root.mapping("a program document").only(KEYS);
  const currency = readCurrency(fields.required("currency"));
  const tracks = readTracks(fields.optional("tracks"));
  const measures = readMeasures(fields.optional("measures"));
  const benefits = readBenefits(fields.optional("benefits"));
  const tiers = readTiers(fields.required("tiers"), {
    currency,
    tracks: namesOf(tracks),
    measures,
    benefits: namesOf(benefits),
  });
  return {
    name: readName(fields.required("program")),
    version: readVersion(fields.required("version")),
    why: fields.optional("why")?.text() ?? null,
    currency,
    calendar: { fiscalYearStartsIn: readMonth(fields) },
    tracks,
    measures: [...measures.values()].filter((measure) => measure !== null),
    tiers,
    benefits,
    rebates: readRebates(fields.optional("rebates"), namesOf(tiers)),
    courses: readCourses(fields.optional("courses")),
  };
}

function readName(cursor: YamlCursor): string {
  const name = cursor.text("the program's name");
  if (name.trim() !== "" && !isName(name)) cursor.refuse("INVALID_VALUE", NAME_RULE);
  return name;
}

function readVersion(cursor: YamlCursor): string {
  const version = cursor.text("a version such as 2026.1");
  if (version.length > 64) cursor.refuse("INVALID_VALUE", "a version has at most 64 characters");
  return version;
}

function readCurrency(cursor: YamlCursor): string {
  const currency = cursor.text("a currency such as USD");
  if (currency.trim() !== "" && !/^[A-Z]{3}$/.test(currency))
    cursor.refuse("INVALID_VALUE", "expected a currency by its three letters, such as USD");
  return currency;
}

function readMonth(fields: YamlFields): number {
  return fields.optional("fiscal-year-starts-in")?.wholeNumber({ min: 1, max: 12 }) ?? 1;
}

function readTracks(cursor: YamlCursor | null): Track[] {
  const entries = cursor?.mapping("tracks by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a track").only(["title", "description"]);
    return {
      name,
      title: fields.optional("title")?.text("a title") ?? titleFromName(name),
      description: fields.optional("description")?.text() ?? null,
    };
  });
}

function namesOf(things: readonly { readonly name: string }[]): Set<string> {
  return new Set(things.map(({ name }) => name));
}
