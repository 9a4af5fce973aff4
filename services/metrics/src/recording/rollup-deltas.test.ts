import { publishedProgram } from "@tiergraph/program/document/program";
import { seriesOf } from "@tiergraph/program/measure";
import { expect, test } from "vitest";
import { factOf } from "../fact/engine-fact.js";
import type { FactRow } from "../fact/fact.store.js";
import type { FactMovement } from "../fact/known-facts.js";
import type { SlottedSeries } from "../series/list-slotted-series.reads.js";
import { SLOTS_PER_PAGE } from "../series/slot.js";
import { rollupDeltas } from "./rollup-deltas.js";

const program = publishedProgram(`
program: p
version: "1"
currency: USD
measures:
  revenue: { sum: amount, of: deal.won, window: lifetime }
  wins: { count: deal.won, window: lifetime }
  west: { sum: amount, of: deal.won, where: { region: West }, window: lifetime }
  seats: { sum: quantity, of: seats, window: lifetime }
tiers: { base: { rank: 0, why: Everyone. } }
`);
// In the order of their keys: revenue in the West, all revenue, wins, seats.
const series: SlottedSeries[] = seriesOf(program).map((of, slot) => ({ slot, series: of }));

const won: FactRow = {
  partnerId: "p",
  factId: "f",
  revision: 1,
  family: "deal",
  kind: "deal.won",
  externalId: "CRM-1",
  occurredOn: "2026-04-01",
  openedOn: null,
  untilOn: null,
  amountMinor: 100_000n,
  currency: "USD",
  quantity: null,
  customer: null,
  personId: null,
  product: null,
  attributes: { region: "West" },
  origin: null,
  refundsDeal: null,
  reversedOn: null,
  isVoid: false,
  correctedBecause: null,
};
const comes = (differing: Partial<FactRow> = {}): FactMovement => ({ fact: { ...won, ...differing }, sign: 1n });
const goes = (differing: Partial<FactRow> = {}): FactMovement => ({ fact: { ...won, ...differing }, sign: -1n });
const sums = (movements: readonly FactMovement[]) =>
  rollupDeltas(series, movements).map(({ partnerId, day, sums: [...all] }) => [partnerId, day, all.slice(0, 4)]);

test("a won deal adds to every sum that it counts for, on its partner and day", () => {
  expect(sums([comes()])).toEqual([["p", "2026-04-01", [100_000n, 100_000n, 1n, 0n]]]);
  expect(sums([comes({ attributes: {} })])).toEqual([["p", "2026-04-01", [0n, 100_000n, 1n, 0n]]]);
});

test("facts of one partner and day come to one entry, others to their own", () => {
  expect(
    sums([
      comes(),
      comes({ amountMinor: 1n }),
      comes({ occurredOn: "2026-04-02" }),
      comes({ partnerId: "q" }),
      comes({ kind: "seats", quantity: 25n }),
    ]),
  ).toEqual([
    ["p", "2026-04-01", [100_001n, 100_001n, 2n, 25n]],
    ["p", "2026-04-02", [100_000n, 100_000n, 1n, 0n]],
    ["q", "2026-04-01", [100_000n, 100_000n, 1n, 0n]],
  ]);
});

test("a fact that goes is taken off, and one that comes back on the same day leaves nothing to do", () => {
  expect(sums([goes()])).toEqual([["p", "2026-04-01", [-100_000n, -100_000n, -1n, 0n]]]);
  expect(sums([comes(), goes()])).toEqual([]);
  expect(sums([comes({ occurredOn: "2026-05-01" }), goes()])).toHaveLength(2);
});

test("a fact that no measure counts moves nothing", () => {
  expect(sums([comes({ kind: "deal.open" }), comes({ kind: "deal.lost" })])).toEqual([]);
});

test("a deal without an amount is counted, and adds no money", () => {
  expect(sums([comes({ amountMinor: null })])).toEqual([["p", "2026-04-01", [0n, 0n, 1n, 0n]]]);
});

test("sums past the first page stand on the next page, each in its own column", () => {
  const moved = series.map((of) => ({ ...of, slot: of.slot + SLOTS_PER_PAGE + 1 }));
  const pages = rollupDeltas([...series, ...moved], [comes()]).map(({ page, sums: all }) => [page, all.slice(0, 5)]);
  expect(pages).toEqual([
    [0, [100_000n, 100_000n, 1n, 0n, 0n]],
    [1, [0n, 100_000n, 100_000n, 1n, 0n]],
  ]);
});

test("a stored certification says to the engine whose it is and until when", () => {
  expect(factOf({ ...won, kind: "certification", personId: "ann", untilOn: "2027-04-01" })).toMatchObject({
    id: "f",
    kind: "certification",
    person: "ann",
    on: "2026-04-01",
    until: "2027-04-01",
  });
});

test("a fact of a closed period is taken off on the later day, and stays on its own", () => {
  const taken: FactMovement = { ...goes({ reversedOn: "2026-06-01" }), on: "2026-06-01" };
  expect(sums([comes(), taken])).toEqual([
    ["p", "2026-04-01", [100_000n, 100_000n, 1n, 0n]],
    ["p", "2026-06-01", [-100_000n, -100_000n, -1n, 0n]],
  ]);
});
