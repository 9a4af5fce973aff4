import type { CalendarDate } from "../exact/calendar-date.js";
import { carriedBy, counts } from "./counting.js";
import type { Fact } from "./fact.js";
import type { FactTotals, GatheredRow, Gathering } from "./fact-totals.js";
import { attributeOf, matchesSource, termOf } from "./series.js";
import { isWithin } from "./window.js";

/**
 * Totals of facts in memory; a fact that is handed in twice counts once. Slow and plain on purpose: what SQL computes
 * has to agree with this. Nothing is known of other partners, and so there is no rank.
 */
export function totalsOfFacts(given: readonly Fact[]): FactTotals {
  const facts = [...new Map(given.map((fact) => [fact.id, fact])).values()];
  return {
    sumOf: (series, range) =>
      facts
        .filter((fact) => matchesSource(series.source, fact) && isWithin(range, fact.on))
        .reduce((sum, fact) => sum + termOf(series, fact), 0n),
    distinctOf: (counting) => {
      const counted = facts.filter((fact) => counts(counting, fact));
      const { carrying } = counting;
      return BigInt(
        carrying === null ? counted.length : new Set(counted.map((fact) => carriedBy(fact, carrying))).size,
      );
    },
    gather: (counting, into) =>
      gathered(
        facts.filter((fact) => counts(counting, fact)),
        into,
      ),
    rankOf: () => null,
  };
}

function gathered(facts: readonly Fact[], into: Gathering): GatheredRow[] {
  const rows = new Map<string, GatheredRow>();
  for (const fact of facts) {
    const row = rowOf(fact, into);
    const place = JSON.stringify([row.group, row.key]);
    const kept = rows.get(place);
    rows.set(place, kept === undefined ? row : joined(kept, row));
  }
  return [...rows.values()];
}

const rowOf = (fact: Fact, { by, key }: Gathering): GatheredRow => ({
  group: by === null ? null : attributeOf(fact, by),
  key: keyOf(fact, key),
  facts: 1n,
  amountMinor: fact.amountMinor,
  quantity: fact.quantity,
  on: fact.on,
  id: fact.id,
});

function keyOf(fact: Fact, key: Gathering["key"]): string | null {
  if (key === null) return null;
  if (key === "fact") return fact.id;
  return carriedBy(fact, key)?.toString() ?? null;
}

function joined(a: GatheredRow, b: GatheredRow): GatheredRow {
  return {
    ...a,
    facts: a.facts + b.facts,
    amountMinor: sumOf(a.amountMinor, b.amountMinor),
    quantity: sumOf(a.quantity, b.quantity),
    ...latestOf(a, b),
  };
}

const sumOf = (a: bigint | null, b: bigint | null): bigint | null => (a === null ? b : a + (b ?? 0n));

function latestOf(a: GatheredRow, b: GatheredRow): { on: CalendarDate; id: string } {
  const isLater = b.on === a.on ? b.id > a.id : b.on > a.on;
  const { on, id } = isLater ? b : a;
  return { on, id };
}
