import type { FactTotals } from "./fact-totals.js";

/** The totals of a partner without facts. */
export const NO_FACTS: FactTotals = { sumOf: () => 0n, distinctOf: () => 0n, gather: () => [], rankOf: () => null };
