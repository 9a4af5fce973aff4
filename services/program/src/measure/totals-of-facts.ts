import type { CalendarDate } from "../exact/index.js";
import type { Fact } from "./fact.js";
import { carriedBy, countedEntries, type Entry, entriesOf } from "./fact-selection.js";
import type { FactTotals, GatheredRow, Gathering } from "./fact-totals.js";
import { attributeOf, matchesSource, termOf } from "./series.js";
import { isWithin } from "./window.js";

/**
 * Totals of facts in memory; duplicates count once. Deliberately simple: SQL must agree with this. Other partners are
 * unknown, so there are no ranks.
 */
export function totalsOfFacts(given: readonly Fact[]): FactTotals {
  const facts = [...new Map(given.map((fact) => [fact.id, fact])).values()];
  const entries = facts.map(entriesOf);
  return {
    sumOf: (series, range) =>
      entries
        .flat()
        .filter(({ fact }) => matchesSource(series.source, fact))
        .filter(({ on }) => isWithin(range, on))
        .reduce((sum, { fact, sign }) => sum + sign * termOf(series, fact), 0n),
    distinctOf: (selection) => {
      const { carrying } = selection;
      const counted = new Map<string | bigint | null, bigint>();
      for (const own of entries)
        for (const { fact, sign } of countedEntries(selection, own)) {
          const value = carrying === null ? null : carriedBy(fact, carrying);
          counted.set(value, (counted.get(value) ?? 0n) + sign);
        }
      if (carrying === null) return counted.get(null) ?? 0n;
      return BigInt([...counted.values()].filter((count) => count > 0n).length);
    },
    gather: (selection, into) =>
      gathered(
        entries.flatMap((own) => countedEntries(selection, own)),
        into,
      ),
    rankOf: () => null,
  };
}

function gathered(entries: readonly Entry[], into: Gathering): GatheredRow[] {
  const rows = new Map<string, GatheredRow>();
  for (const entry of entries) {
    const row = rowOf(entry, into);
    const place = JSON.stringify([row.group, row.key, row.apart]);
    const kept = rows.get(place);
    rows.set(place, kept === undefined ? row : joined(kept, row));
  }
  return [...rows.values()];
}

const rowOf = ({ fact, on, sign }: Entry, { by, key, apart }: Gathering): GatheredRow => ({
  group: by === null ? null : attributeOf(fact, by),
  key: keyOf(fact, key),
  apart: keyOf(fact, apart),
  facts: sign,
  amountMinor: fact.amountMinor === null ? null : sign * fact.amountMinor,
  quantity: fact.quantity === null ? null : sign * fact.quantity,
  on,
  id: fact.id,
});

function keyOf(fact: Fact, key: Gathering["key"] | Gathering["apart"]): string | null {
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
