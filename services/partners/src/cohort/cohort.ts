import { isLine } from "@tiergraph/kit/values/text";
import type { CohortRow } from "./cohort.entity.js";
import { type CohortRefusal, cohortRefusals, MAX_LISTED } from "./cohort.refusals.js";

/** Whose ids travel with a cohort to the one who reports on it. */
export const MAX_REPORTED = 10_000;
const MAX_NAMED = 100;

/** What a cohort's partners have in common; what is null asks nothing. */
export type CohortRule = Pick<CohortRow, "tiers" | "regions" | "countries" | "tracks" | "joinedFrom" | "joinedBefore">;

export interface CohortRequest {
  readonly name: string;
  readonly description: string;
  readonly rule: CohortRule | null;
  readonly partnerIds: readonly string[] | null;
}

/** Cohorts are named in filters, reports and scenarios. */
const isCohortName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(name);

/** What is wrong with a cohort by itself; null where nothing is. */
export function cohortProblem({ name, description, rule, partnerIds }: CohortRequest): CohortRefusal | null {
  if (!isCohortName(name)) return cohortRefusals.NameInvalid();
  if (!isLine(description)) return cohortRefusals.DescriptionInvalid();
  if ((rule === null) === (partnerIds === null)) return cohortRefusals.RuleOrListMissing();
  if (rule !== null && !isRule(rule)) return cohortRefusals.RuleInvalid();
  return partnerIds !== null && partnerIds.length > MAX_LISTED ? cohortRefusals.TooManyPartners() : null;
}

/** A rule asks something, and can be met. */
function isRule({ tiers, regions, countries, tracks, joinedFrom, joinedBefore }: CohortRule): boolean {
  const lists = [tiers, regions, countries, tracks].filter((list) => list !== null);
  const areLists = lists.every((list) => list.length > 0 && list.length <= MAX_NAMED && list.every(isLine));
  const isEmpty = lists.length === 0 && joinedFrom === null && joinedBefore === null;
  return areLists && !isEmpty && (joinedFrom === null || joinedBefore === null || joinedFrom < joinedBefore);
}
