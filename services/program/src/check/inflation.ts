import { SELF_DEALING } from "../document/facts/index.js";
import { leavesOf, type SimpleMeasure, type SumMeasure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { citedMeasures } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import type { Finding } from "./finding.js";

/** Finds revenue that a partner could create by itself, or owe to one customer alone. */
export function findInflation(program: Program): Finding[] {
  const cited = distinct(program.tiers.flatMap((tier) => moneyOf(program, tier)));
  return [
    ...cited.filter((measure) => !excludesSelfDealing(measure)).map(countsSelfDealing),
    ...concentration(program),
  ];
}

function moneyOf(program: Program, { requires }: Tier): SumMeasure[] {
  const names = new Set(requires === null ? [] : citedMeasures(requires));
  const measures = program.measures.filter(({ name }) => names.has(name));
  return distinct(measures.flatMap(leavesOf).filter(isDealRevenue));
}

const isDealRevenue = (measure: SimpleMeasure): measure is SumMeasure =>
  measure.kind === "sum" && measure.field === "amount" && measure.source.kinds.some((kind) => kind.startsWith("deal."));

const distinct = (measures: readonly SumMeasure[]): SumMeasure[] => [
  ...new Map(measures.map((measure) => [measure.name, measure])).values(),
];

const excludesSelfDealing = ({ source }: SumMeasure): boolean =>
  source.except.some(
    ({ attribute, in: values }) => attribute === SELF_DEALING.attribute && values.includes(SELF_DEALING.in[0] ?? ""),
  );

const countsSelfDealing = ({ name, title }: SumMeasure): Finding => ({
  code: "SELF_DEALING_COUNTS",
  severity: "advice",
  path: `measures.${name}`,
  message: `${title} counts a partner's sales to its own group.`,
  remedy: "Say self-dealing: excluded, unless such deals are meant to count.",
});

function concentration(program: Program): Finding[] {
  const top = program.tiers.at(-1);
  if (top === undefined || top.requires === null) return [];
  const revenue = moneyOf(program, top);
  const [first] = revenue;
  if (first === undefined || revenue.some(({ capPerCustomer }) => capPerCustomer !== null)) return [];
  return [
    {
      code: "CONCENTRATION",
      severity: "advice",
      path: `measures.${first.name}`,
      message: `A single customer can carry a partner into ${top.title}, since ${first.title} has no cap for a single customer.`,
      remedy: "Say cap-per-customer: 40%, or another share that one customer may add at most.",
    },
  ];
}
