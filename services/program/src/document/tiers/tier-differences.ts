import { cadenceInWords } from "../governance/index.js";
import { compared, notationInWords, type UnexplainedDifference } from "../notation/index.js";
import { printWindow } from "../periods/index.js";
import { comparedLeaves, keepingText, skeletonOf, type UnitsAndCurrency } from "../requirements/index.js";
import type { Tier } from "./tier.js";

/** The sections in which tiers are compared. */
export interface TierSections extends UnitsAndCurrency {
  readonly tiers: readonly Tier[];
  readonly benefits: readonly Titled[];
  readonly expectations: readonly Titled[];
}
interface Titled {
  readonly name: string;
  readonly title: string;
}

/** The differences in what tiers ask and give. */
export function tierDifferences(before: TierSections, after: TierSections): UnexplainedDifference[] {
  return named(before.tiers, after.tiers).flatMap(([was, is]) => {
    const tier = is ?? was;
    if (tier === undefined) return [];
    const path = `tiers.${tier.name}`;
    const whole = compared({
      path,
      subject: tier.title,
      before: was === undefined ? null : `rank ${was.rank}`,
      after: is === undefined ? null : `rank ${is.rank}`,
      needsReason: true,
    });
    return was === undefined || is === undefined
      ? whole
      : [...whole, ...requirementDifferences(before, after, was, is), ...grantDifferences(before, after, was, is)];
  });
}

function requirementDifferences(
  before: TierSections,
  after: TierSections,
  was: Tier,
  is: Tier,
): UnexplainedDifference[] {
  const path = `tiers.${is.name}`;
  const [old, current] = [comparedLeaves(was.requires, before), comparedLeaves(is.requires, after)];
  const signatures = [...new Set([...old.keys(), ...current.keys()])];
  const leaves = signatures.flatMap((signature) => {
    const [from, to] = [old.get(signature), current.get(signature)];
    const leaf = to ?? from;
    if (leaf === undefined) return [];
    const subject = `${is.title}: ${leaf.subject}`;
    return compared({
      path: leaf.path,
      subject,
      before: from?.asks ?? null,
      after: to?.asks ?? null,
      needsReason: true,
    });
  });
  const joined = compared({
    path: `${path}.requires`,
    subject: `${is.title}: how its requirements are joined`,
    before: skeletonOf(was.requires),
    after: skeletonOf(is.requires),
    needsReason: true,
  });
  const [earlier, later] = [settingsOf(was, before), settingsOf(is, after)];
  const settings = SETTINGS.flatMap(([key, subject]) =>
    compared({
      path: `${path}.${key}`,
      subject: `${is.title}: ${subject}`,
      before: earlier[key],
      after: later[key],
      needsReason: true,
    }),
  );
  // An added or removed requirement already implies this.
  return [...leaves, ...(leaves.some(({ kind }) => kind !== "changed") ? [] : joined), ...settings];
}

const SETTINGS = [
  ["inherits", "asks all of"],
  ["keeps-at", "is kept at"],
  ["met-on-any-day-in", "counts when met on any day in"],
  ["up", "promotions to it are decided"],
  ["down", "falls from it are decided"],
] as const;

function settingsOf(tier: Tier, program: TierSections): Readonly<Record<(typeof SETTINGS)[number][0], string | null>> {
  const below = program.tiers.find(({ name }) => name === tier.inherits);
  return {
    inherits: below?.title ?? null,
    "keeps-at": tier.keeps === null ? null : keepingText(tier.keeps, "points", program),
    "met-on-any-day-in": tier.metOnAnyDayIn && notationInWords(printWindow(tier.metOnAnyDayIn)),
    up: tier.up && cadenceInWords(tier.up),
    down: tier.down && cadenceInWords(tier.down),
  };
}

function grantDifferences(before: TierSections, after: TierSections, was: Tier, is: Tier): UnexplainedDifference[] {
  const benefits = [...new Set([...was.benefits, ...is.benefits].map(({ benefit }) => benefit))];
  const expected = [...new Set([...was.expects, ...is.expects])].flatMap((name) => {
    const title = [...after.expectations, ...before.expectations].find((one) => one.name === name)?.title ?? name;
    return compared({
      path: `tiers.${is.name}.expects`,
      subject: `${is.title}: ${title}`,
      before: was.expects.includes(name) ? "expected" : null,
      after: is.expects.includes(name) ? "expected" : null,
      needsReason: true,
    });
  });
  const given = benefits.flatMap((name) => {
    const title = [...after.benefits, ...before.benefits].find((benefit) => benefit.name === name)?.title ?? name;
    return compared({
      path: `tiers.${is.name}.benefits.${name}`,
      subject: `${is.title}: ${title}`,
      before: quantityText(was, name),
      after: quantityText(is, name),
      needsReason: true,
    });
  });
  return [...given, ...expected];
}

function quantityText({ benefits }: Tier, name: string): string | null {
  const given = benefits.find(({ benefit }) => benefit === name);
  return given === undefined ? null : given.quantity === null ? "given" : String(given.quantity);
}

function named<Thing extends { readonly name: string }>(
  before: readonly Thing[],
  after: readonly Thing[],
): [was: Thing | undefined, is: Thing | undefined][] {
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  return names.map((name) => [before.find((thing) => thing.name === name), after.find((thing) => thing.name === name)]);
}
