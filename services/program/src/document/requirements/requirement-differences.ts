import { formatCount, formatMoney, formatPercent, type Rational } from "../../exact/index.js";
import type { Measure, MeasureUnit } from "../measures/index.js";
import { notationInWords, withoutWords } from "../notation/index.js";
import { printRequirement, printScore, type Units } from "./print-requirement.js";
import type { Audience, KeepingBar, Requirement } from "./requirement.js";
import { leavesOfRequirement } from "./requirement-tree.js";
import { spelledOut } from "./rules.js";

/** What amounts in differences are formatted with. */
export interface UnitsAndCurrency {
  readonly measures: readonly Measure[];
  readonly currency: string;
}

/** The text of a keeping bar or a keeping requirement. */
export function keepingText(keeps: KeepingBar | Requirement, unit: MeasureUnit, program: UnitsAndCurrency): string {
  if ("path" in keeps) return notationInWords(withoutWords(printRequirement(spelledOut(keeps), unitsOf(program))));
  return keeps.kind === "share"
    ? `${formatPercent(keeps.value)} of what reaching it asks`
    : amountText(keeps.value, unit, program.currency);
}

const unitsOf = ({ measures }: UnitsAndCurrency): Units => new Map(measures.map(({ name, unit }) => [name, unit]));

interface Leaf {
  readonly path: string;
  readonly subject: string;
  readonly asks: string;
}

/** The leaves of a requirement by subject, so that a moved index is no difference. */
export function comparedLeaves(requires: Requirement | null, program: UnitsAndCurrency): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  if (requires === null) return leaves;
  for (const leaf of leavesOfRequirement(requires)) {
    const described = describeLeaf(leaf, program);
    const about = JSON.stringify([leaf.kind, described.subject, audienceText(leaf.audience)]);
    let signature = about;
    for (let repeated = 2; leaves.has(signature); repeated++) signature = `${about} ${repeated}`;
    leaves.set(signature, { ...described, path: leaf.path });
  }
  return leaves;
}

function describeLeaf(leaf: Requirement, program: UnitsAndCurrency): Omit<Leaf, "path"> {
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
      // A score written in place has no section in which it could differ.
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

/** How leaves are combined, without their bounds. */
export function skeletonOf(requires: Requirement | null): string {
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

function audienceText(audience: Audience): string {
  return [...audience.tracks, ...audience.regions, ...audience.countries, ...audience.markets].join(", ");
}

function amountText(value: Rational, unit: MeasureUnit, currency: string): string {
  if (unit === "money") return formatMoney(value, currency);
  return unit === "percent" ? formatPercent(value) : formatCount(value);
}
