import type { Program } from "../document/program.js";
import { knownCalendarDate } from "../exact/calendar-date.js";
import type { Fact } from "../measure/fact.js";
import type { Accrual } from "./accrual.js";
import type { Earner } from "./earner.js";
import { rewardsOf } from "./rewards-of.js";

/** For tests: what a partner is owed for facts that one version settles; its tiers by the day from which it holds them. */
export function owedFor(
  program: Program,
  facts: readonly (Fact & { readonly deal?: string })[],
  {
    tiers = { "2017-01-01": "gold" },
    partner = { tracks: [] },
  }: { tiers?: Record<string, string>; partner?: Earner["partner"] } = {},
): Accrual[] {
  return rewardsOf({
    partner,
    facts: facts.map((fact) => ({ fact, program, deal: fact.deal ?? null, customerKey: fact.customer })),
    tiers: Object.entries(tiers).map(([from, tier]) => ({ from: knownCalendarDate(from), tier })),
  });
}

/** For tests: the amounts, in the order in which they are owed. */
export const amounts = (accruals: readonly Accrual[]): bigint[] => accruals.map(({ amountMinor }) => amountMinor);
