import { expect, test } from "vitest";
import type { RecordedFactKind } from "../generated/documents.js";
import { daysAgo } from "../kit/days.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import {
  earned,
  fact,
  held,
  OVER_A_MONTH,
  outcomes,
  partner,
  record,
  refund,
  revenue,
  runSharedDeals,
  share,
  story,
  tiergraph,
  waiting,
  won,
} from "./shared-deals-fixture.js";

runSharedDeals();

test("both shares of a deal are paid, when they come in one request", async () => {
  const [c, d] = [await partner(), await partner()];
  await record([won(c, "M25-1", "1000.00", share("60")), won(d, "M25-1", "1000.00", share("40"))]);
  expect(await earned(c, d)).toEqual(["24.00", "16.00"]);
  await record([
    refund(c, "M25-R", "500.00", "M25-1", share("60")),
    refund(d, "M25-R", "500.00", "M25-1", share("40")),
  ]);
  expect(await earned(c, d)).toEqual(["12.00", "8.00"]);
  expect(await revenue(c, d)).toEqual(["300", "200"]);
});

test("shares of a cent go by largest remainder, alike in measures and rewards, no matter who comes first", async () => {
  const [a, b] = [await partner(), await partner()];
  await record([won(b, "cent", "100.01", share("50"))]);
  expect(await revenue(b)).toEqual(["50.01"]);
  await record([won(a, "cent", "100.01", share("50"))]);
  const ids = [a, b].sort();
  expect(await revenue(...ids)).toEqual(["50.01", "50"]);
  const three = [await partner(), await partner(), await partner()].sort();
  await record(three.map((id, i) => won(id, "three", "125.01", share(i === 2 ? "33.34" : "33.33"))));
  expect(await revenue(...three)).toEqual(["41.67", "41.66", "41.68"]);
});

test("refunds bit by bit leave nothing of a shared deal of odd cents", async () => {
  const ids = [await partner(), await partner()].sort();
  const [a = "", b = ""] = ids;
  await record([a, b].map((id) => won(id, "odd", "100.01", share("50"))));
  for (const [i, amount] of ["33.33", "33.33", "33.35"].entries())
    await record([a, b].map((id) => refund(id, `odd-R${i}`, amount, "odd", share("50"))));
  expect(await revenue(a, b)).toEqual(["0", "0"]);
  expect(await earned(a, b)).toEqual(["0.00", "0.00"]);
  expect(outcomes(await record([refund(a, "odd-R9", "0.01", "odd", share("50"))]))).toEqual(["REFUND_EXCEEDS_DEAL"]);
});

test("shares that disagree on the total of a deal wait until a person decides which one is right", async () => {
  const [a, b] = [await partner(), await partner()];
  const [first, second] = await record([
    won(a, "totals", "1000.00", share("60")),
    won(b, "totals", "900.00", share("40")),
  ]);
  expect([first?.outcome, second?.outcome, second?.code]).toEqual(["RECORDED", "WAITING", "TOTAL_DIFFERS"]);
  expect(second?.message).toContain("1,000.00 USD");
  expect(await earned(a, b)).toEqual(["24.00", "0.00"]);
  const [node] = (await waiting()).filter(({ externalId }) => externalId === "totals");
  await story.change("decide-waiting-fact", { id: node?.id ?? "", decision: "USE_THIS_TOTAL", reason: "As invoiced." });
  await story.settled();
  expect(await earned(a, b)).toEqual(["21.60", "14.40"]);
  expect((await waiting()).filter(({ externalId }) => externalId === "totals")).toEqual([]);
  // All shares of a deal are corrected together, or not at all.
  const both = [a, b].map((id, i) => won(id, "totals", "500.00", share(i === 0 ? "60" : "40")));
  const { results } = await story.change("replace-facts", {
    facts: both.slice(0, 1),
    reason: "Discount.",
  });
  expect(outcomes(results)).toEqual(["TOTAL_DIFFERS"]);
  await story.change("replace-facts", { facts: both, reason: "Discount." });
  await story.settled();
  expect(await earned(a, b)).toEqual(["12.00", "8.00"]);
});

test("a refund never takes more than its deal, nor from another partner's", async () => {
  const [a, b] = [await partner(), await partner()];
  await record([won(a, "S-1", "1000.00"), won(a, "S-2", "500.00")]);
  const results = await record([
    refund(a, "R-1", "250.00", "S-1"),
    refund(a, "R-2", "750.00", "S-1"),
    refund(a, "R-3", "2000.00", "S-2"),
    refund(b, "R-5", "10.00", "S-2"),
  ]);
  expect(outcomes(results)).toEqual(["RECORDED", "RECORDED", "REFUND_EXCEEDS_DEAL", "DEAL_OF_ANOTHER_PARTNER"]);
  expect(results[2]?.message).toBe("500.00 USD of deal S-2 are left to be refunded, not 2,000.00 USD.");
  expect(await held(a)).toEqual({ earned: "20.00", revenue: "500" });
  expect(await revenue(b)).toEqual(["0"]);
  // Reported again, it is known: it is not held against what it has taken itself.
  expect(outcomes(await record([refund(a, "R-2", "750.00", "S-1")]))).toEqual(["UNCHANGED"]);
});

test("a refund of a deal that nobody knows waits in sight, and takes from the deal once that is won", async () => {
  const a = await partner();
  expect(outcomes(await record([refund(a, "early-R", "100.00", "early")]))).toEqual(["DEAL_UNKNOWN"]);
  expect(await revenue(a)).toEqual(["0"]);
  expect((await waiting()).map(({ externalId, code }) => [externalId, code])).toContainEqual([
    "early-R",
    "DEAL_UNKNOWN",
  ]);
  await record([fact("DEAL_OPEN", a, "early", "400.00")]);
  expect(await revenue(a)).toEqual(["0"]);
  await record([won(a, "early", "400.00")]);
  expect(await held(a)).toEqual({ earned: "12.00", revenue: "300" });
  expect((await waiting()).filter(({ externalId }) => externalId === "early-R")).toEqual([]);
  // In one request in any order, as an export has them.
  await record([refund(a, "both-R", "40.00", "both"), won(a, "both", "40.00")]);
  expect(await held(a)).toEqual({ earned: "12.00", revenue: "300" });
});

test("what a person discards stays discarded, however often it is reported", async () => {
  const a = await partner();
  await record([refund(a, "lost-R", "5.00", "never")]);
  const [node] = (await waiting()).filter(({ externalId }) => externalId === "lost-R");
  await story.change("decide-waiting-fact", { id: node?.id ?? "", decision: "DISCARD", reason: "Of another system." });
  await record([refund(a, "lost-R", "5.00", "never")]);
  expect((await waiting()).filter(({ externalId }) => externalId === "lost-R")).toEqual([]);
});

test("a refund goes at its deal's exchange rate", async () => {
  const a = await partner();
  await story.change("record-exchange-rates", {
    rates: [
      { from: "EUR", to: "USD", on: daysAgo(45), rate: "1.10" },
      { from: "EUR", to: "USD", on: daysAgo(20), rate: "1.20" },
    ],
  });
  const euro = { currency: "EUR", on: daysAgo(40) };
  await record([won(a, "E-1", "1000.00", euro), won(a, "E-2", "1000.00", euro)]);
  await record([
    refund(a, "ER-1", "1000.00", "E-1", { currency: "EUR" }),
    refund(a, "ER-2", "500.00", "E-2", { currency: "EUR" }),
  ]);
  expect(await held(a)).toEqual({ earned: "22.00", revenue: "550" });
});

test("a refund in its deal's currency needs no exchange rate of its own day", async () => {
  const a = await partner();
  const pound = { currency: "GBP", on: daysAgo(40) };
  await story.change("record-exchange-rates", { rates: [{ from: "GBP", to: "USD", on: daysAgo(50), rate: "1.3" }] });
  await record([won(a, "G-1", "100.00", pound), won(a, "G-2", "100.00", { on: daysAgo(40) })]);
  const [fits, other] = await record([
    refund(a, "GR-1", "40.00", "G-1", { currency: "GBP" }),
    refund(a, "GR-2", "40.00", "G-2", { currency: "GBP" }),
  ]);
  expect([fits?.outcome, other?.code]).toEqual(["RECORDED", "RATE_MISSING"]);
  expect(await held(a)).toEqual({ earned: "7.12", revenue: "178" });
});

test("one line for a shared deal is refused with the shares that it needs", async () => {
  const [c, d] = [await partner(), await partner()];
  await record([won(c, "S9-2", "1000.00", share("60")), won(d, "S9-2", "1000.00", share("40"))]);
  const [result] = await record([refund(c, "S9-R2", "1000.00", "S9-2")]);
  expect(result?.code).toBe("SHARE_DIFFERS");
  expect(result?.message).toContain("60% of deal S9-2");
  expect(await revenue(c, d)).toEqual(["600", "400"]);
});

test("a deal with refunds is taken back only after them, and never made smaller than they are", async () => {
  const a = await partner();
  await record([won(a, "kept", "100.00"), refund(a, "kept-R", "60.00", "kept")]);
  const reference = (kind: RecordedFactKind, externalId: string) => ({ kind, partnerId: a, externalId });
  const { results } = await story.change("void-facts", {
    facts: [reference("DEAL_WON", "kept")],
    reason: "Never sold.",
  });
  expect(outcomes(results)).toEqual(["HAS_REFUNDS"]);
  expect(results[0]?.message).toContain("kept-R");
  const smaller = await story.change("replace-facts", {
    facts: [won(a, "kept", "59.99")],
    reason: "Smaller.",
  });
  expect(outcomes(smaller.results)).toEqual(["HAS_REFUNDS"]);
  for (const [kind, externalId] of [
    ["DEAL_REFUNDED", "kept-R"],
    ["DEAL_WON", "kept"],
  ] as const) {
    const voided = await story.change("void-facts", {
      facts: [reference(kind, externalId)],
      reason: "Never sold.",
    });
    expect(outcomes(voided.results)).toEqual(["VOIDED"]);
  }
  await story.settled();
  expect(await held(a)).toEqual({ earned: "0.00", revenue: "0" });
});

test("a refund that stands twice in a batch waits once", async () => {
  const a = await partner();
  const twice = [refund(a, "twice-R", "100.00", "twice"), refund(a, "twice-R", "100.00", "twice")];
  expect(outcomes(await record(twice))).toEqual(["DEAL_UNKNOWN", "DEAL_UNKNOWN"]);
  await record([won(a, "twice", "250.00")]);
  await story.settled();
  expect(await held(a)).toEqual({ earned: "6.00", revenue: "150" });
});

test("a deal that was refunded keeps its share, and its units bound the refunds'", async () => {
  const a = await partner();
  await record([won(a, "whole", "1000.00", { quantity: 5 })]);
  const units = await record([refund(a, "whole-R", "100.00", "whole", { quantity: 6 })]);
  expect(units.map(({ message }) => message)).toEqual([
    "5 of the 5 units of deal whole are left to be refunded, not 6.",
  ]);
  await record([refund(a, "whole-R", "500.00", "whole", { quantity: 2 })]);
  const shared = await story.change("replace-facts", {
    facts: [won(a, "whole", "1000.00", { quantity: 5, ...share("60") })],
    reason: "It is shared.",
  });
  expect(outcomes(shared.results)).toEqual(["HAS_REFUNDS"]);
});

test("whether corrections of a batch fit does not depend on the order of its lines", async () => {
  const [a, b] = [await partner(), await partner()];
  await record([won(a, "moved", "1000.00", share("60")), won(b, "moved", "1000.00", share("40"))]);
  const moved = await story.change("replace-facts", {
    facts: [won(a, "moved", "1000.00", share("70")), won(b, "moved", "1000.00", share("30"))],
    reason: "Agreed anew.",
  });
  expect(outcomes(moved.results)).toEqual(["REPLACED", "REPLACED"]);
  await record([won(a, "gone", "100.00"), refund(a, "gone-R", "40.00", "gone")]);
  const gone = await story.change("void-facts", {
    facts: [
      { kind: "DEAL_WON", partnerId: a, externalId: "gone" },
      { kind: "DEAL_REFUNDED", partnerId: a, externalId: "gone-R" },
    ],
    reason: "Never sold.",
  });
  expect(outcomes(gone.results)).toEqual(["VOIDED", "VOIDED"]);
  await story.settled();
  expect(await earned(a, b)).toEqual(["28.00", "12.00"]);
});

test("the shares of a deal are paid under a rule over a period as well", async () => {
  await story.publish(
    OVER_A_MONTH.replace('version: "1"', 'version: "2"\nwhy: Bands.\nchanges: [{ at: rebates, because: Bands. }]'),
  );
  const [c, d] = [await partner(), await partner()];
  await record([won(c, "B1", "1000.00", share("60")), won(d, "B1", "1000.00", share("40")), won(c, "B2", "10.00")]);
  expect(await earned(c, d)).toEqual(["24.40", "16.00"]);
  await record([refund(c, "B1-R", "500.00", "B1", share("60")), refund(d, "B1-R", "500.00", "B1", share("40"))]);
  expect(await earned(c, d)).toEqual(["12.40", "8.00"]);
});

test("afterwards every ledger agrees with the facts", async () => {
  expect(await faultsOfLedgers(tiergraph, story.token)).toEqual([]);
});
