import type { AssessedRequirement } from "@tiergraph/program/assess";
import { type Judgement, measurementOf, NOTHING_MEASURED, type ProgressNode } from "./progress-node.js";

/** A rule's progress as JSON keeps it: what says nothing is left out, and measurements follow from measures. */
export interface KeptProgress extends Partial<Omit<ProgressNode, "rules" | "measurement">> {
  readonly rules?: readonly KeptProgress[];
}

export function keptProgress({ rules, measurement: _, ...node }: ProgressNode): KeptProgress {
  const said = Object.entries(node).filter(([name, value]) => !isDefault(name as keyof typeof node, value));
  return { ...Object.fromEntries(said), ...(rules.length === 0 ? {} : { rules: rules.map(keptProgress) }) };
}

function isDefault(name: string, value: unknown): boolean {
  const unsaid = (UNSAID as Record<string, unknown>)[name];
  return value === unsaid || (Array.isArray(value) && Array.isArray(unsaid) && value.length === 0);
}

export function progressOfKept(kept: KeptProgress, judgement: Pick<Judgement, "measurementId">): ProgressNode {
  return Object.assign({}, UNSAID, kept, {
    rules: kept.rules?.map((rule) => progressOfKept(rule, judgement)) ?? [],
    measurement: measurementOf(kept.measure ?? null, judgement),
  });
}

/** What a rule's progress says where nothing is kept of it. */
const UNSAID = {
  ...NOTHING_MEASURED,
  path: "",
  kind: "threshold" as AssessedRequirement["kind"],
  isMet: false,
  isAsked: true,
  fraction: "0",
  needed: 1,
  metCount: 0,
  group: null,
  why: null,
};
