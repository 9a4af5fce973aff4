import type { AssessedRequirement } from "@tiergraph/program/assess";
import type { MeasureUnit as EngineUnit } from "@tiergraph/program/document/measures";
import type { Bound as EngineBound } from "@tiergraph/program/document/requirements";
import { registerEnumType } from "type-graphql";

export enum RuleKind {
  ALL = "ALL",
  ANY = "ANY",
  N_OF = "N_OF",
  THRESHOLD = "THRESHOLD",
  SCORE = "SCORE",
  TERM = "TERM",
  GROUPED = "GROUPED",
  INHERITED = "INHERITED",
  TENURE = "TENURE",
  APPROVAL = "APPROVAL",
  WITHHELD = "WITHHELD",
}
registerEnumType(RuleKind, {
  name: "RuleKind",
  description: "How a rule joins the rules under it, or what it asks itself.",
  valuesConfig: {
    SCORE: { description: "Points of the terms under it, added up, against a total." },
    TERM: { description: "Points for one measure, against the floor that the term must give." },
    GROUPED: {
      description: "The same rule for each value of an attribute, such as a region: one rule a value under it.",
    },
    INHERITED: { description: "What a tier below asks is asked as well." },
    TENURE: { description: "A tier held for so long." },
    APPROVAL: { description: "A person's approval." },
    WITHHELD: { description: "A condition that the vendor keeps to itself: only whether it is met is shown." },
  },
});

export enum Bound {
  AT_LEAST = "AT_LEAST",
  MORE_THAN = "MORE_THAN",
  AT_MOST = "AT_MOST",
  LESS_THAN = "LESS_THAN",
  EXACTLY = "EXACTLY",
}
registerEnumType(Bound, {
  name: "Bound",
  description: "On which side of the target is enough, and whether it is itself.",
});

export enum MeasureUnit {
  MONEY = "MONEY",
  COUNT = "COUNT",
  PERCENT = "PERCENT",
  POINTS = "POINTS",
}
registerEnumType(MeasureUnit, { name: "MeasureUnit" });

const KINDS = {
  all: RuleKind.ALL,
  any: RuleKind.ANY,
  "n-of": RuleKind.N_OF,
  threshold: RuleKind.THRESHOLD,
  score: RuleKind.SCORE,
  term: RuleKind.TERM,
  grouped: RuleKind.GROUPED,
  inherited: RuleKind.INHERITED,
  tenure: RuleKind.TENURE,
  approval: RuleKind.APPROVAL,
  withheld: RuleKind.WITHHELD,
} as const satisfies Record<AssessedRequirement["kind"], RuleKind>;
const BOUNDS = {
  "at-least": Bound.AT_LEAST,
  "more-than": Bound.MORE_THAN,
  "at-most": Bound.AT_MOST,
  "less-than": Bound.LESS_THAN,
  exactly: Bound.EXACTLY,
} as const satisfies Record<EngineBound, Bound>;
const UNITS = {
  money: MeasureUnit.MONEY,
  count: MeasureUnit.COUNT,
  percent: MeasureUnit.PERCENT,
  points: MeasureUnit.POINTS,
} as const satisfies Record<EngineUnit, MeasureUnit>;

export const ruleKindOf = (kind: AssessedRequirement["kind"]): RuleKind => KINDS[kind];
export const boundOf = (bound: EngineBound): Bound => BOUNDS[bound];
export const unitOf = (unit: EngineUnit): MeasureUnit => UNITS[unit];
