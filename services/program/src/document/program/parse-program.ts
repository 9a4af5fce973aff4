import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import { type Benefit, readBenefits } from "../benefits/index.js";
import {
  readCourses,
  readMaturities,
  readOnboarding,
  readPaths,
  readSandboxTerms,
  readValidations,
} from "../enablement/index.js";
import { FACT_KINDS, readFactKinds } from "../facts/index.js";
import { readGovernance } from "../governance/index.js";
import { readMeasures, readReviews } from "../measures/index.js";
import { isName, NAME_RULE, openYaml, type Problem, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readClosing } from "../periods/index.js";
import { readRegistrationTerms } from "../registrations/index.js";
import {
  type Citable,
  MAX_CITED,
  readApprovals,
  readMarkets,
  readRequirement,
  readRules,
  readScores,
} from "../requirements/index.js";
import {
  type RuleNotation,
  readBonuses,
  readCeilings,
  readFunds,
  readLedgerTerms,
  readRebates,
  readSpiffs,
} from "../rewards/index.js";
import { readExpectations, readTiers, readTracks } from "../tiers/index.js";
import { readWeights } from "../weights/index.js";
import { readChanges } from "./parse-changes.js";
import { readChecks } from "./parse-checks.js";
import type { Program } from "./program.js";

export type ParsedProgram =
  | { readonly kind: "ProgramParsed"; readonly program: Program }
  /** In document order; at least one, at most `MAX_PROBLEMS`. */
  | { readonly kind: "ProgramRefused"; readonly problems: Problem[] };

/**
 * Reads a program document, YAML 1.2 or JSON. Refuses it with all problems at once, each with line, column and path. A
 * malformed, too large or too deep document is refused for that alone.
 *
 * @param language of texts that are given in several; the first one stands in where it lacks
 */
export function parseProgram(source: string, language: string = DEFAULT_LANGUAGE): ParsedProgram {
  const opened = openYaml(source, language);
  if (opened.kind === "YamlRefused") return { kind: "ProgramRefused", problems: opened.problems };
  const program = { ...readProgram(opened.root), language, translations: opened.translations };
  const problems = opened.log.inOrder();
  return problems.length === 0 ? { kind: "ProgramParsed", program } : { kind: "ProgramRefused", problems };
}

const HEAD = [
  "program",
  "version",
  "why",
  "source",
  "currency",
  "fiscal-year-starts-in",
  "ladder",
  "tracks-join",
  "changes",
];
const DECLARATIONS = ["tracks", "markets", "facts", "approvals", "reviews"];
const RULES = ["measures", "weights", "terms", "scores", "rules", "tiers", "expectations", "governance", "closing"];
const REWARDS = ["benefits", "rebates", "bonuses", "spiffs", "ceilings", "ledger", "funds", "registrations"];
const ENABLEMENT = ["courses", "maturities", "paths", "validations", "onboarding", "sandboxes"];
const SECTIONS = [...RULES, ...REWARDS, ...ENABLEMENT, "checks"];

function readProgram(root: YamlCursor): Omit<Program, "language" | "translations"> {
  const fields = root.mapping("a program document").only([...HEAD, ...DECLARATIONS, ...SECTIONS]);
  const currency = readCurrency(fields.required("currency"));
  return { ...readHead(fields), currency, ...readSections(fields, currency) };
}

function readHead(fields: YamlFields) {
  return {
    name: readName(fields.required("program")),
    version: readVersion(fields.required("version")),
    why: fields.optional("why")?.words() ?? null,
    source: fields.optional("source")?.text() ?? null,
    changes: readChanges(fields.optional("changes")),
    calendar: { fiscalYearStartsIn: readMonth(fields) },
    tracksJoin: fields.optional("tracks-join")?.oneOf(["all", "best-of"]) ?? null,
    ladder: fields.optional("ladder")?.oneOf(["highest-own", "cumulative"]) ?? ("highest-own" as const),
  };
}

/** Cited sections are read first, in any document order. */
function readSections(fields: YamlFields, currency: string) {
  const tiersField = fields.required("tiers");
  const markets = readMarkets(fields.optional("markets"));
  const factKinds = readFactKinds(fields.optional("facts"));
  const approvals = readApprovals(fields.optional("approvals"));
  const reviews = readReviews(fields.optional("reviews"));
  const kinds = new Set([...FACT_KINDS, ...namesOf(factKinds)]);
  const measures = readMeasures(fields.optional("measures"), {
    currency,
    kinds,
    reviews: namesOf(reviews),
    scores: keysOf(fields.optional("scores"), "scores by name"),
  });
  const named = {
    currency,
    tracks: keysOf(fields.optional("tracks"), "tracks by name"),
    markets: namesOf(markets),
    tiers: keysOf(tiersField, "tiers by name"),
    approvals: namesOf(approvals),
    measures,
  };
  const weights = readWeights(fields.optional("weights"), named.markets);
  const { scores, terms } = readScores(
    { scores: fields.optional("scores"), terms: fields.optional("terms") },
    {
      citable: { ...named, weights, terms: new Map(), scores: null, rules: null },
      readGate: readRequirement,
    },
  );
  const counted = { ...named, weights, terms, scores };
  const rules = readRules(fields.optional("rules"), (rule) => readRequirement(rule, { ...counted, rules: null }));
  const citable: Citable = { ...counted, rules: { byName: rules, budget: { left: MAX_CITED } } };
  const benefits = readBenefits(fields.optional("benefits"), currency);
  const expectations = readExpectations(fields.optional("expectations"));
  return {
    markets,
    factKinds,
    approvals,
    reviews,
    measures: [...measures.values()].filter((measure) => measure !== null),
    weights: [...weights.values()].filter((table) => table !== null),
    terms: [...terms].flatMap(([name, term]) => (term === null ? [] : { name, term })),
    scores: [...scores.values()].filter((score) => score !== null),
    rules: [...rules].flatMap(([name, requires]) => (requires === null ? [] : { name, requires })),
    tracks: readTracks(fields.optional("tracks"), citable),
    tiers: readTiers(tiersField, { ...citable, benefits: namesOf(benefits), expectations: namesOf(expectations) }),
    governance: readGovernance(fields.optional("governance"), named.tiers),
    closing: readClosing(fields.optional("closing")),
    benefits,
    expectations,
    ...readRewards(fields, { tiers: named.tiers, kinds, currency, citable: named }, benefits),
    ...readEnablement(fields, { tiers: named.tiers, tracks: named.tracks, kinds, benefits: namesOf(benefits) }),
    checks: readChecks(fields.optional("checks"), currency),
  };
}

/** Reads the reward sections. */
function readRewards(fields: YamlFields, notation: RuleNotation, benefits: readonly Benefit[]) {
  const rebates = readRebates(fields.optional("rebates"), notation);
  const bonuses = readBonuses(fields.optional("bonuses"), notation);
  const spiffs = readSpiffs(fields.optional("spiffs"), notation);
  const funds = readFunds(fields.optional("funds"), notation);
  const sections = { rebates, bonuses, spiffs, funds, benefits };
  refuseSharedNames(fields, [...rebates, ...bonuses, ...spiffs]);
  const addresses = new Set(
    Object.entries(sections).flatMap(([section, things]) => things.map(({ name }) => `${section}.${name}`)),
  );
  return {
    rebates,
    bonuses,
    spiffs,
    funds,
    ceilings: readCeilings(fields.optional("ceilings"), { addresses, currency: notation.currency }),
    ledger: readLedgerTerms(fields.optional("ledger"), notation),
    registrations: readRegistrationTerms(fields.optional("registrations"), notation.tiers),
  };
}

/** Reads the enablement sections. */
function readEnablement(
  fields: YamlFields,
  {
    benefits,
    ...named
  }: {
    tiers: ReadonlySet<string>;
    tracks: ReadonlySet<string>;
    kinds: ReadonlySet<string>;
    benefits: ReadonlySet<string>;
  },
) {
  const courses = readCourses(fields.optional("courses"));
  const maturities = readMaturities(fields.optional("maturities"), named.tiers);
  const validations = readValidations(fields.optional("validations"), named.tracks);
  const known = { ...named, courses: namesOf(courses), validations: namesOf(validations) };
  return {
    courses,
    maturities,
    validations,
    paths: readPaths(fields.optional("paths"), { ...known, maturities: namesOf(maturities) }),
    onboarding: readOnboarding(fields.optional("onboarding"), known),
    sandboxes: readSandboxTerms(fields.optional("sandboxes"), benefits),
  };
}

/** The ledger identifies rules without their section. */
function refuseSharedNames(fields: YamlFields, rules: readonly { readonly name: string }[]): void {
  const seen = new Set<string>();
  for (const { name } of rules) {
    if (seen.has(name))
      fields.owner.refuse(
        "INVALID_VALUE",
        `\`${name}\` is the name of two rules that pay: entries of the ledger could not distinguish them`,
      );
    seen.add(name);
  }
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

function namesOf(things: readonly { readonly name: string }[]): Set<string> {
  return new Set(things.map(({ name }) => name));
}

function keysOf(section: YamlCursor | null, expected: string): Set<string> {
  return new Set(section?.mapping(expected).keys);
}
