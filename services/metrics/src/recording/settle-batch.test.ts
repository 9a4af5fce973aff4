import { expect, test } from "vitest";
import type { FactRow } from "../fact/fact.store.js";
import { keyOf } from "../fact/fact-key.js";
import { shareOf } from "../fact/fact-origin.js";
import type { FactContent } from "../fact/fact-report.js";
import type { HeldKey } from "../fact/known-facts.js";
import { type CheckedReport, settleBatch } from "./settle-batch.js";

const won: FactContent = {
  partnerId: "p",
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
  attributes: {},
  origin: null,
  refundsDeal: null,
};
const open: FactContent = { ...won, kind: "deal.open", occurredOn: "2026-02-01" };
const standing = { reversedOn: null, isVoid: false, correctedBecause: null };
const stored = (content: FactContent): FactRow => ({ ...content, ...standing, factId: "f-CRM-1", revision: 1 });

const sound = (content: FactContent): CheckedReport => ({ kind: "Sound", externalId: content.externalId, content });
/** Each key once, as its first content takes it; one that is known is credited with what is known of it. */
function keysOf(contents: readonly FactContent[], creditedBefore: number): HeldKey[] {
  const first = new Map([...contents].reverse().map((content) => [keyOf(content), content]));
  return [...first.values()].map((content) => {
    const credited = creditedBefore === 0 ? shareOf(content) : creditedBefore;
    return { ...content, factId: `f-${content.externalId}`, credited, creditedBefore, parts: [] };
  });
}
const settle = (contents: readonly FactContent[], known: readonly FactRow[] = []) =>
  settleBatch(
    contents.map(sound),
    known,
    keysOf(
      contents,
      known.map(shareOf).reduce((sum, share) => sum + share, 0),
    ),
  );
const kinds = ({ outcomes }: ReturnType<typeof settle>) => outcomes.map(({ kind }) => kind);

test("new deals are recorded and counted, each under its own id", () => {
  const second = { ...won, externalId: "CRM-2" };
  const settled = settle([won, second]);
  expect(settled.outcomes).toEqual([
    { kind: "Recorded", externalId: "CRM-1", partnerId: "p", factId: "f-CRM-1", countsOn: "2026-04-01" },
    { kind: "Recorded", externalId: "CRM-2", partnerId: "p", factId: "f-CRM-2", countsOn: "2026-04-01" },
  ]);
  expect(settled.added).toEqual([stored(won), { ...second, ...standing, factId: "f-CRM-2", revision: 1 }]);
  expect(settled.retired).toEqual([]);
  expect(settled.movements).toEqual(settled.added.map((fact) => ({ fact, sign: 1n })));
});

test("an open deal that is won takes a new revision, counted in place of the open one", () => {
  const settled = settle([won], [stored(open)]);
  const revised = { ...stored(won), revision: 2 };
  expect(kinds(settled)).toEqual(["Updated"]);
  expect(settled.added).toEqual([revised]);
  expect(settled.retired).toEqual([stored(open)]);
  expect(settled.movements).toEqual([
    { fact: revised, sign: 1n },
    { fact: stored(open), sign: -1n },
  ]);
});

test("a batch that is sent again records nothing and counts nothing", () => {
  expect(settle([won], [stored(won)])).toEqual({
    outcomes: [{ kind: "Unchanged", externalId: "CRM-1", partnerId: "p", factId: "f-CRM-1", countsOn: "2026-04-01" }],
    added: [],
    retired: [],
    reversed: [],
    waiting: [],
    credited: [],
    movements: [],
  });
});

test("a deal that stands in a batch twice is recorded once", () => {
  const settled = settle([won, won]);
  expect(kinds(settled)).toEqual(["Recorded", "Unchanged"]);
  expect(settled.added).toEqual([stored(won)]);
});

test("a deal that a batch reports as open and then as won is counted as won only", () => {
  const settled = settle([open, won]);
  expect(kinds(settled)).toEqual(["Recorded", "Updated"]);
  expect(settled.added).toEqual([stored(won)]);
  expect(settled.retired).toEqual([]);
});

test("a known open deal that moves twice in a batch is taken off once and counted once", () => {
  const settled = settle([{ ...open, amountMinor: 90_000n }, won], [stored(open)]);
  expect(kinds(settled)).toEqual(["Updated", "Updated"]);
  expect(settled.added).toEqual([{ ...stored(won), revision: 2 }]);
  expect(settled.retired).toEqual([stored(open)]);
});

test("of two versions that a batch reports of one closed deal, the first stands", () => {
  const settled = settle([won, { ...won, amountMinor: 1n }]);
  expect(settled.outcomes).toMatchObject([{ kind: "Recorded" }, { problem: { code: "CONTENT_DIFFERS" } }]);
  expect(settled.added).toEqual([stored(won)]);
});

test("of two partners that a batch names for one deal, the first has it", () => {
  const settled = settle([won, { ...won, partnerId: "q" }]);
  expect(settled.outcomes).toMatchObject([
    { kind: "Recorded", partnerId: "p" },
    { externalId: "CRM-1", problem: { code: "RECORDED_FOR_ANOTHER_PARTNER" } },
  ]);
});

test("a refused fact keeps its place among the outcomes and does not hold the others up", () => {
  const problem = { code: "AMOUNT_MISSING" as const, field: "amount", message: "A won deal needs its amount." };
  const refused: CheckedReport = { kind: "Refused", externalId: "CRM-0", problem };
  const settled = settleBatch([refused, sound(won)], [], keysOf([won], 0));
  expect(settled.outcomes).toMatchObject([{ kind: "Refused", externalId: "CRM-0", problem }, { kind: "Recorded" }]);
  expect(settled.added).toEqual([stored(won)]);
});

test("a deal and a certification may have the same external id", () => {
  const certification: FactContent = { ...won, family: "certification", kind: "certification", amountMinor: null };
  expect(kinds(settle([won, certification]))).toEqual(["Recorded", "Recorded"]);
});

const shared = (partnerId: string, share: number): FactContent => ({
  ...won,
  partnerId,
  amountMinor: (100_000n * BigInt(share)) / 10_000n,
  origin: { share, wholeMinor: "100000" },
});

test("several partners are credited with one deal, to its whole and no further", () => {
  const settled = settle([shared("p", 4_000), shared("q", 6_000), shared("r", 1)]);
  expect(settled.outcomes).toMatchObject([
    { kind: "Recorded", partnerId: "p", factId: "f-CRM-1" },
    { kind: "Recorded", partnerId: "q", factId: "f-CRM-1" },
    { problem: { code: "SHARES_EXCEED_WHOLE", message: "Of CRM-1, 0% are left to be credited, not 0.01%." } },
  ]);
  expect(settled.credited).toMatchObject([{ externalId: "CRM-1", credited: 10_000 }]);
});

test("a share that was credited in an earlier batch is not credited to another partner", () => {
  const known = { ...stored(shared("p", 4_000)) };
  expect(settle([shared("q", 6_001)], [known]).outcomes).toMatchObject([{ problem: { code: "SHARES_EXCEED_WHOLE" } }]);
  expect(settle([shared("q", 6_000)], [known]).outcomes).toMatchObject([{ kind: "Recorded" }]);
  expect(settle([{ ...won, partnerId: "q" }], [known]).outcomes).toMatchObject([
    { problem: { code: "RECORDED_FOR_ANOTHER_PARTNER" } },
  ]);
});
