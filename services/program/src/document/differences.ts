import { formatCount, formatMoney, formatPercent } from "../exact/format-amount.js";
import type { Rational } from "../exact/rational.js";
import { cadenceInWords } from "./cadence-in-words.js";
import { compared, type Difference, type Found } from "./difference.js";
import type { MeasureUnit } from "./measure.js";
import { notationInWords } from "./notation-in-words.js";
import { printRequirement, printScore, type Units } from "./print-requirement.js";
import { printWindow } from "./print-window.js";
import type { Program, Tier } from "./program.js";
import type { Audience, KeepingBar, Requirement } from "./requirement.js";
import { spelledOut } from "./rules.js";
import { SECTIONS, sectionDifferences, withoutWords } from "./section-differences.js";

export type { Difference } from "./difference.js";

/** What `after` has otherwise than `before`, in the order of the document. Empty where they differ in words alone. */
export function differencesBetween(before: Program, after: Program): Difference[] {
  const found = [
    ...settingDifferences(before, after),
    ...tierDifferences(before, after),
    ...SECTIONS.flatMap(({ section, needsReason }) => sectionDifferences({ before, after, section, needsReason })),
  ];
  return found.map((difference) => ({ ...difference, because: reasonFor(after, difference.path) }));
}

/** A difference in one sentence: "Gold: Won revenue 100,000.00 USD → 120,000.00 USD, because …". */
export function differenceInWords({ subject, before, after, because }: Difference): string {
  const change =
    before === null
      ? `${subject} is new: ${after}`
      : after === null
        ? `${subject} is gone: ${before}`
        : `${subject} ${before} → ${after}`;
  return because === null ? change : `${change}, because ${because}`;
}

/** The reason with the longest address that is the difference's own, or stands above it. */
function reasonFor({ changes }: Program, path: string): string | null {
  const reasons = changes.filter(({ at }) => path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`));
  return reasons.sort((a, b) => b.at.length - a.at.length)[0]?.because ?? null;
}

function settingDifferences(before: Program, after: Program): Found[] {
  const settings: [path: string, subject: string, of: (program: Program) => string][] = [
    ["currency", "Currency", ({ currency }) => currency],
    ["fiscal-year-starts-in", "First month of the fiscal year", ({ calendar }) => String(calendar.fiscalYearStartsIn)],
    ["ladder", "Ladder", ({ ladder }) => ladder],
    ["tracks-join", "How tracks join", ({ tracksJoin }) => tracksJoin ?? "all"],
  ];
  return settings.flatMap(([path, subject, of]) =>
    compared({ path, subject, before: of(before), after: of(after), needsReason: true }),
  );
}

function tierDifferences(before: Program, after: Program): Found[] {
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
      : [...whole, ...askedDifferences(before, after, was, is), ...givenDifferences(before, after, was, is)];
  });
}

function askedDifferences(before: Program, after: Program, was: Tier, is: Tier): Found[] {
  const path = `tiers.${is.name}`;
  const [old, current] = [leavesOf(was, before), leavesOf(is, after)];
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
    before: skeletonOf(was),
    after: skeletonOf(is),
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
  // Where a requirement came or went, that says it already.
  return [...leaves, ...(leaves.some(({ kind }) => kind !== "changed") ? [] : joined), ...settings];
}

const SETTINGS = [
  ["inherits", "asks all of"],
  ["keeps-at", "is kept at"],
  ["met-on-any-day-in", "counts when met on any day in"],
  ["up", "promotions to it are decided"],
  ["down", "falls from it are decided"],
] as const;

function settingsOf(tier: Tier, program: Program): Readonly<Record<(typeof SETTINGS)[number][0], string | null>> {
  const below = program.tiers.find(({ name }) => name === tier.inherits);
  return {
    inherits: below?.title ?? null,
    "keeps-at": tier.keeps === null ? null : keepingText(tier.keeps, "points", program),
    "met-on-any-day-in": tier.metOnAnyDayIn && notationInWords(printWindow(tier.metOnAnyDayIn)),
    up: tier.up && cadenceInWords(tier.up),
    down: tier.down && cadenceInWords(tier.down),
  };
}

/** A share of what reaching asks, a bound of its own, or a requirement of its own. */
function keepingText(keeps: KeepingBar | Requirement, unit: MeasureUnit, program: Program): string {
  if ("path" in keeps) return notationInWords(withoutWords(printRequirement(spelledOut(keeps), unitsOf(program))));
  return keeps.kind === "share"
    ? `${formatPercent(keeps.value)} of what reaching it asks`
    : amountText(keeps.value, unit, program.currency);
}

const unitsOf = ({ measures }: Program): Units => new Map(measures.map(({ name, unit }) => [name, unit]));

interface Leaf {
  readonly path: string;
  readonly subject: string;
  readonly asks: string;
}

/** What a tier asks at its leaves, by what they are about: an index that has moved is no difference. */
function leavesOf({ requires }: Tier, program: Program): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  if (requires === null) return leaves;
  for (const leaf of leafRequirements(requires)) {
    const told = tellLeaf(leaf, program);
    const about = JSON.stringify([leaf.kind, told.subject, audienceText(leaf.audience)]);
    let signature = about;
    for (let repeated = 2; leaves.has(signature); repeated++) signature = `${about} ${repeated}`;
    leaves.set(signature, { ...told, path: leaf.path });
  }
  return leaves;
}

function leafRequirements(requirement: Requirement): Requirement[] {
  switch (requirement.kind) {
    case "all":
    case "any":
    case "n-of":
      return requirement.of.flatMap(leafRequirements);
    case "grouped":
      return [
        ...(requirement.where === null ? [] : leafRequirements(requirement.where)),
        ...leafRequirements(requirement.of),
      ];
    default:
      return [requirement];
  }
}

function tellLeaf(leaf: Requirement, program: Program): Omit<Leaf, "path"> {
  const asked = audienceText(leaf.audience);
  const suffix = asked === "" ? "" : ` (${asked})`;
  switch (leaf.kind) {
    case "threshold": {
      const measure = program.measures.find(({ name }) => name === leaf.measure);
      const value = amountText(leaf.target, measure?.unit ?? "points", program.currency);
      const extra = [
        leaf.isScaledByMarket ? "scaled by market" : "",
        leaf.keepsAt === null ? "" : `kept at ${keepingText(leaf.keepsAt, measure?.unit ?? "points", program)}`,
      ].filter((text) => text !== "");
      const asks = [`${leaf.bound.replace("-", " ")} ${value}`, ...extra].join(", ");
      return { subject: `${measure?.title ?? leaf.measure}${suffix}`, asks };
    }
    case "score": {
      const asks = `${leaf.bound.replace("-", " ")} ${formatCount(leaf.total)} points`;
      // A score that is written in place has no section of its own to differ in.
      const counted = notationInWords(withoutWords(printScore(leaf.score, unitsOf(program))));
      const terms = leaf.score.name === null ? `, counted by ${counted}` : "";
      return { subject: `${leaf.score.title}${suffix}`, asks: asks + terms };
    }
    case "tenure":
      return {
        subject: `time in ${leaf.tier}${suffix}`,
        asks: `${leaf.bound === "at-most" ? "at most " : ""}${leaf.months} months`,
      };
    case "approval":
      return { subject: `approval ${leaf.approval}${suffix}`, asks: "granted" };
    case "withheld":
      return { subject: `a condition that the vendor keeps to itself${suffix}`, asks: "asked" };
    default:
      throw new Error(`${leaf.kind} is no leaf`);
  }
}

/** How the leaves are joined, without what they ask. */
function skeletonOf({ requires }: Tier): string {
  return requires === null ? "nothing" : skeleton(requires);
}

function skeleton(requirement: Requirement): string {
  switch (requirement.kind) {
    case "all":
    case "any":
      return `${requirement.kind} (${requirement.of.map(skeleton).join(", ")})`;
    case "n-of":
      return `${requirement.n} of (${requirement.of.map(skeleton).join(", ")})`;
    case "grouped": {
      const where = requirement.where === null ? "" : ` where ${skeleton(requirement.where)}`;
      return `${requirement.needs} by ${requirement.by}${where} (${skeleton(requirement.of)})`;
    }
    case "threshold":
      return requirement.measure;
    case "score":
      return requirement.score.name ?? "score";
    case "tenure":
      return `time in ${requirement.tier}`;
    case "approval":
      return requirement.approval;
    case "withheld":
      return "a condition that the vendor keeps to itself";
  }
}

function givenDifferences(before: Program, after: Program, was: Tier, is: Tier): Found[] {
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

function audienceText(audience: Audience): string {
  return [...audience.tracks, ...audience.regions, ...audience.countries, ...audience.markets].join(", ");
}

function amountText(value: Rational, unit: MeasureUnit, currency: string): string {
  if (unit === "money") return formatMoney(value, currency);
  return unit === "percent" ? formatPercent(value) : formatCount(value);
}
