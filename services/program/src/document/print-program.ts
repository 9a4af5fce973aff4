import { stringify } from "yaml";
import { multiply, type Rational, rational, toExactString } from "../exact/rational.js";
import { printWindow } from "./parse-window.js";
import type { FactSource, Measure, Program, Requirement, SimpleMeasure, Threshold, Tier } from "./program.js";

/**
 * Writes a program as canonical YAML: every title in words, every default written out, no choice left to the author.
 * Parsing it gives the same program again.
 */
export function printProgram(program: Program): string {
  const document = withoutEmpty({
    program: program.name,
    version: program.version,
    why: program.why,
    currency: program.currency,
    "fiscal-year-starts-in": program.calendar.fiscalYearStartsIn,
    tracks: byName(program.tracks, ({ title, description }) => withoutEmpty({ title, description })),
    measures: byName(program.measures, printMeasure),
    benefits: byName(program.benefits, ({ title, dimension, description, why }) =>
      withoutEmpty({ title, dimension, description, why }),
    ),
    tiers: byName(program.tiers, (tier) => printTier(tier, program)),
    rebates: byName(program.rebates, ({ title, source, rateByTier, why }) => ({
      title,
      of: source.kinds,
      ...printWhere(source),
      rate: new Map([...rateByTier].map(([tier, rate]) => [tier, printPercent(rate)])),
      why,
    })),
    courses: byName(program.courses, ({ title, role, certifies }) =>
      withoutEmpty({ title, role, certifies: certifies && printCertification(certifies) }),
    ),
  });
  // Lines are not folded: a changed word then changes one line of a comparison.
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

type Plain = Record<string, unknown>;

function printMeasure(measure: Measure): Plain {
  if (measure.kind !== "ratio") return printSimple(measure);
  const operands = [measure.numerator, measure.denominator];
  // An operand of the ratio's own has a name with a dot, which no named measure can have.
  const ratio = operands.map((operand) => (operand.name.includes(".") ? printSimple(operand) : operand.name));
  return { title: measure.title, ratio };
}

function printSimple(measure: SimpleMeasure): Plain {
  const { title, source } = measure;
  const rest = { ...printWhere(source), window: printWindow(measure.window) };
  if (measure.kind === "count") return { title, count: source.kinds, ...rest };
  if (measure.kind === "distinct") return { title, distinct: measure.by, of: source.kinds, ...rest };
  return { title, sum: measure.field, of: source.kinds, ...rest };
}

function printWhere(source: FactSource): Plain {
  if (source.where.length === 0) return {};
  return { where: new Map(source.where.map((condition) => [condition.attribute, condition.in])) };
}

function printTier(tier: Tier, program: Program): Plain {
  return withoutEmpty({
    title: tier.title,
    rank: tier.rank,
    why: tier.why,
    requires: tier.requires && printRequirement(tier.requires, program),
    benefits: new Map(tier.benefits.map(({ benefit, quantity }) => [benefit, quantity === null ? {} : { quantity }])),
  });
}

function printRequirement(requirement: Requirement, program: Program): Plain {
  if (requirement.kind === "threshold") return printThreshold(requirement, program);
  const of = requirement.of.map((child) => printRequirement(child, program));
  return requirement.kind === "n-of" ? { "at-least": requirement.n, of } : { [requirement.kind]: of };
}

function printThreshold({ measure, bound, target, tracks, why }: Threshold, program: Program): Plain {
  const isShare = program.measures.find(({ name }) => name === measure)?.unit === "percent";
  return withoutEmpty({ measure, [bound]: isShare ? printPercent(target) : printNumber(target), tracks, why });
}

function printCertification({ level, validMonths }: { level: string; validMonths: number | null }): Plain {
  return withoutEmpty({ level, valid: validMonths && `${validMonths} months` });
}

function printPercent(share: Rational): string {
  return `${toExactString(multiply(share, rational(100)))}%`;
}

/** A bare number where YAML's own number is exactly it; otherwise a text, which the parser reads exactly. */
function printNumber(number: Rational): number | bigint | string {
  if (number.den === 1n) return number.num;
  const text = toExactString(number);
  return String(Number(text)) === text ? Number(text) : text;
}

// A map and not an object, which would put a name such as `2026` before all others.
function byName<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  print: (thing: Thing) => Plain,
): Map<string, Plain> {
  return new Map(things.map((thing) => [thing.name, print(thing)]));
}

/** Leaves out what says nothing: null, and lists and maps without entries. */
function withoutEmpty(fields: Plain): Plain {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && !isEmptyCollection(value)));
}

function isEmptyCollection(value: unknown): boolean {
  return value instanceof Map ? value.size === 0 : Array.isArray(value) && value.length === 0;
}
