import { parse, stringify } from "yaml";
import { formatCount, formatMoney, formatPercent } from "../exact/format-amount.js";
import type { Rational } from "../exact/rational.js";
import type { MeasureUnit } from "./measure.js";
import { printProgram } from "./print-program.js";
import type { Program, Tier } from "./program.js";
import type { Audience, Requirement } from "./requirement.js";

/** Something that one version of a program has otherwise than another, in the words of a partner manager. */
export interface Difference {
  /** Its address: in the later document, or in the earlier one where it was taken away. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  /** What differs, for example `Gold: Won revenue`. */
  readonly subject: string;
  /** As it was; null where it was added. */
  readonly before: string | null;
  /** As it is; null where it was taken away. */
  readonly after: string | null;
  /** Whether a partner may lose or gain by it, so that the document has to say why. */
  readonly needsReason: boolean;
  /** The reason that the later document gives; null where it gives none. */
  readonly because: string | null;
}

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

type Found = Omit<Difference, "because">;

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
  const settings = (["inherits", "keeps", "metOnAnyDayIn"] as const).flatMap((key) =>
    compared({
      path: `${path}.${KEYS[key]}`,
      subject: `${is.title}: ${KEYS[key]}`,
      before: settingText(was[key]),
      after: settingText(is[key]),
      needsReason: true,
    }),
  );
  // Where a requirement came or went, that says it already.
  return [...leaves, ...(leaves.some(({ kind }) => kind !== "changed") ? [] : joined), ...settings];
}

const KEYS = { inherits: "inherits", keeps: "keeps-at", metOnAnyDayIn: "met-on-any-day-in" } as const;

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
        leaf.keepsAt === null ? "" : `kept at ${settingText(leaf.keepsAt)}`,
      ].filter((text) => text !== "");
      const asks = [`${leaf.bound.replace("-", " ")} ${value}`, ...extra].join(", ");
      return { subject: `${measure?.title ?? leaf.measure}${suffix}`, asks };
    }
    case "score": {
      const asks = `${leaf.bound.replace("-", " ")} ${formatCount(leaf.total)} points`;
      // A score that is written in place has no section of its own to differ in.
      const terms = leaf.score.name === null ? `, counted as ${settingText(leaf.score)}` : "";
      return { subject: `${leaf.score.title}${suffix}`, asks: asks + terms };
    }
    case "tenure":
      return { subject: `time in ${leaf.tier}${suffix}`, asks: `${leaf.months} months` };
    case "approval":
      return { subject: `approval ${leaf.approval}${suffix}`, asks: "granted" };
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
  }
}

function givenDifferences(before: Program, after: Program, was: Tier, is: Tier): Found[] {
  const benefits = [...new Set([...was.benefits, ...is.benefits].map(({ benefit }) => benefit))];
  return benefits.flatMap((name) => {
    const title = [...after.benefits, ...before.benefits].find((benefit) => benefit.name === name)?.title ?? name;
    return compared({
      path: `tiers.${is.name}.benefits.${name}`,
      subject: `${is.title}: ${title}`,
      before: quantityText(was, name),
      after: quantityText(is, name),
      needsReason: true,
    });
  });
}

function quantityText({ benefits }: Tier, name: string): string | null {
  const given = benefits.find(({ benefit }) => benefit === name);
  return given === undefined ? null : given.quantity === null ? "given" : String(given.quantity);
}

/** Sections that are compared entry by entry as they print, so that no part of one can be forgotten here. */
const SECTIONS = [
  { section: "measures", needsReason: true },
  { section: "scores", needsReason: true },
  { section: "markets", needsReason: true },
  { section: "tracks", needsReason: false },
  { section: "approvals", needsReason: false },
  { section: "reviews", needsReason: true },
  { section: "governance", needsReason: true },
  { section: "closing", needsReason: true },
  { section: "facts", needsReason: false },
  { section: "benefits", needsReason: false },
  { section: "rebates", needsReason: true },
  { section: "bonuses", needsReason: true },
  { section: "spiffs", needsReason: true },
  { section: "funds", needsReason: true },
  { section: "ceilings", needsReason: true },
  { section: "ledger", needsReason: true },
  { section: "registrations", needsReason: true },
  { section: "courses", needsReason: false },
  { section: "maturities", needsReason: false },
  { section: "paths", needsReason: false },
  { section: "validations", needsReason: false },
  { section: "onboarding", needsReason: false },
  { section: "sandboxes", needsReason: true },
  { section: "checks", needsReason: false },
] as const;
/** Sections whose entries are parts of one rule, so that a part that comes or goes changes it. */
const IS_ONE_RULE: ReadonlySet<string> = new Set(["governance", "closing", "ledger", "registrations", "sandboxes"]);
const SUBJECTS: Readonly<Record<string, string>> = {
  governance: "Governance",
  closing: "Closing",
  ledger: "Ledger",
  registrations: "Deal registration",
  bonuses: "bonus",
  facts: "kind of fact",
};
/** Words that explain, and decide nothing. */
const WORDS = new Set(["title", "why", "description", "effort"]);

function sectionDifferences(compare: {
  readonly before: Program;
  readonly after: Program;
  readonly section: (typeof SECTIONS)[number]["section"];
  readonly needsReason: boolean;
}): Found[] {
  const { before, after, section, needsReason } = compare;
  const [old, current] = [entriesOf(before, section), entriesOf(after, section)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((name) =>
    compared({
      path: `${section}.${name}`,
      subject: `${SUBJECTS[section] ?? section.replace(/s$/, "")} ${name}`,
      before: old.get(name) ?? null,
      after: current.get(name) ?? null,
      // What is new or gone shows where it is cited; only a change of what is cited already can pass unseen.
      needsReason: needsReason && (IS_ONE_RULE.has(section) || (old.has(name) && current.has(name))),
    }),
  );
}

function entriesOf(program: Program, section: string): Map<string, string> {
  const printed: unknown = parse(printProgram(program))[section];
  if (typeof printed !== "object" || printed === null) return new Map();
  return new Map(Object.entries(printed).map(([name, entry]) => [name, notationOf(withoutWords(entry))]));
}

/** As the document would have it, on one line: what its author knows best. */
function notationOf(entry: unknown): string {
  return stringify(entry, { collectionStyle: "flow", lineWidth: 0 }).trim();
}

function withoutWords(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.map(withoutWords);
  if (typeof entry !== "object" || entry === null) return entry;
  return Object.fromEntries(
    Object.entries(entry)
      .filter(([key]) => !WORDS.has(key))
      .map(([key, value]) => [key, withoutWords(value)]),
  );
}

function compared(difference: Omit<Found, "kind">): Found[] {
  const { before, after } = difference;
  if (before === after) return [];
  return [{ ...difference, kind: before === null ? "added" : after === null ? "removed" : "changed" }];
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

/** Plain data as one line; exact numbers as text. */
function settingText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === "path") return undefined;
    return typeof part === "bigint" ? String(part) : part;
  });
}
