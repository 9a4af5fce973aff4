import { formatForReading, knownCalendarDate } from "@tiergraph/program/exact";
import { expect, test } from "vitest";
import type { CreditRole, FactInput, RecordedFactKind } from "../generated/documents.js";
import { ask, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { runCommand } from "../kit/run-command.js";
import { measured, record, runFacts, story, tiergraph, today, won } from "./facts-fixture.js";

runFacts();

test("facts of every kind are recorded and measured, declared ones by what the program says of them", async () => {
  const id = await story.partner("every-kind");
  const fact = (kind: RecordedFactKind, more: Partial<FactInput> = {}): FactInput => ({
    kind,
    partnerId: id,
    externalId: `${kind}-1`,
    on: today,
    ...more,
  });
  const facts = [
    fact("DEAL_REGISTERED"),
    won(id, "won-1", { amount: "100" }),
    fact("DEAL_LOST"),
    fact("DEAL_REFUNDED", { amount: "30" }),
    fact("SUBSCRIPTION_NEW", { amount: "50", quantity: 5 }),
    fact("SUBSCRIPTION_EXPANSION", { amount: "20" }),
    fact("SUBSCRIPTION_CONTRACTION", { amount: "5" }),
    fact("SUBSCRIPTION_CHURN", { amount: "15" }),
    fact("CUSTOMER", { customer: "A" }),
    fact("CUSTOMER", { externalId: "gone", on: dayFromToday(-9), until: dayFromToday(-1), customer: "B" }),
    fact("CUSTOMER_RENEWED", { customer: "A" }),
    fact("CUSTOMER_NPS", { customer: "A", quantity: 9 }),
    fact("LEAD_CREATED"),
    fact("LEAD_CONVERTED", { openedOn: dayFromToday(-3) }),
    fact("INTEGRATION_LAUNCHED", { product: "API" }),
    fact("INTEGRATION_ADOPTED", { customer: "A" }),
    fact("INTEGRATION_CRITICAL", { customer: "A" }),
    fact("MARKETING_ACTIVITY"),
    fact("SEATS", { quantity: 5 }),
    fact("INDICATOR", { quantity: 5 }),
    fact("DECLARED", {
      declaredKind: "workshop.held",
      quantity: 12,
      attributes: [{ name: "level", value: "expert" }],
    }),
  ];
  expect(await record(facts)).toMatchObject({ recorded: facts.length });
  expect(await record(facts)).toMatchObject({ recorded: 0, unchanged: facts.length });
  const { values } = await measured(id);
  expect(values).toMatchObject({ revenue: "70", mrr: "50", active: "1", nps: "9", workshops: "12" });
});

test("a dry run says what would become of each fact and records nothing", async () => {
  const id = await story.partner("dry");
  const facts = [won(id, "dry-1"), won(id, "dry-2", { amount: null })];
  for (let i = 0; i < 2; i++)
    expect(await record(facts, { dryRun: true })).toMatchObject({
      recorded: 1,
      results: [{ outcome: "RECORDED" }, { code: "AMOUNT_MISSING" }],
    });
  expect((await measured(id)).values.deals).toBe("0");
});

test("an amount in another currency counts by the rate of its day, and its evidence shows the rate", async () => {
  const id = await story.partner("converted");
  const inEuros = won(id, "euros-1", { currency: "EUR", amount: "100" });
  expect(await record([inEuros])).toMatchObject({ results: [{ code: "RATE_MISSING" }] });
  const recordRate = (rate: string) =>
    story.change("record-exchange-rates", { rates: [{ from: "EUR", to: "USD", on: dayFromToday(-2), rate }] });
  expect(await recordRate("1.085")).toMatchObject({ recorded: 1 });
  expect(await recordRate("1.085")).toMatchObject({ unchanged: 1 });
  expect(await record([inEuros])).toMatchObject({ recorded: 1 });
  const { values, evidenceOf } = await measured(id);
  expect(values.revenue).toBe("108.5");
  expect(evidenceOf("revenue")).toMatchObject([
    { conversion: { told: { amount: "100.00", currency: "EUR" }, rate: "1.085", rateOn: dayFromToday(-2) } },
  ]);
  // A rate that is recorded anew counts for what comes; the same fact again is the same fact.
  await recordRate("1.2");
  expect(await record([inEuros])).toMatchObject({ unchanged: 1 });
  expect((await measured(id)).values.revenue).toBe("108.5");
});

test("a deal of several partners is credited to its whole, and each is measured by its part", async () => {
  const [seller, helper, third] = [
    await story.partner("seller"),
    await story.partner("helper"),
    await story.partner("third"),
  ];
  const share = (id: string, role: CreditRole, percent: string) =>
    won(id, "joint-1", { amount: "10000.01", credit: { role, share: percent } });
  expect(await record([share(seller, "SOURCED", "60")])).toMatchObject({ recorded: 1 });
  expect(await record([share(helper, "INFLUENCED", "40"), share(third, "MANAGED", "0.01")])).toMatchObject({
    recorded: 1,
    results: [{ outcome: "RECORDED" }, { code: "SHARES_EXCEED_WHOLE" }],
  });
  expect((await measured(seller)).values).toMatchObject({ revenue: "6000.01", sourced: "6000.01" });
  const { values, evidenceOf } = await measured(helper);
  expect(values).toMatchObject({ revenue: "4000", sourced: "0" });
  expect(evidenceOf("revenue")).toMatchObject([
    { credit: { role: "INFLUENCED", share: "40", whole: { amount: "10000.01" } } },
  ]);
});

test("a deal that is taken back no longer counts, for the tier and the rebate too, and what was known before can be asked", async () => {
  const id = await story.partner("voided");
  await record([won(id, "v-1"), won(id, "v-2")]);
  const before = await measured(id);
  expect([before.tier, before.values.revenue, before.earned]).toEqual(["gold", "12000", "120.00"]);
  const knownAt = new Date().toISOString();
  const references = [{ kind: "DEAL_WON" as const, partnerId: id, externalId: "v-2" }];
  expect(await story.change("void-facts", { facts: references, reason: "It was a test." })).toMatchObject({
    voided: 1,
    results: [{ outcome: "VOIDED", countsOn: today }],
  });
  const after = await measured(id);
  expect([after.tier, after.values.revenue, after.earned]).toEqual(["registered", "6000", "60.00"]);
  const then = await measured(id, { knownAt });
  expect(then.values).toMatchObject({ revenue: "12000", deals: "2" });
  expect(
    then
      .evidenceOf("revenue")
      .map(({ externalId }) => externalId)
      .sort(),
  ).toEqual(["v-1", "v-2"]);
  expect(await record([won(id, "v-2")])).toMatchObject({
    results: [{ code: "FACT_VOID", message: "v-2 was taken back: It was a test." }],
  });
});

test("a deal that was reported wrongly is replaced, with the reason, and reported again as it is now changes nothing", async () => {
  const id = await story.partner("replaced");
  await record([won(id, "r-1", { amount: "60000" })]);
  const right = won(id, "r-1", { amount: "6000", customer: "Cancity" });
  expect(await record([right])).toMatchObject({ results: [{ code: "CONTENT_DIFFERS" }] });
  expect(await story.change("replace-facts", { facts: [right], reason: "A zero too many." })).toMatchObject({
    replaced: 1,
  });
  const { values, evidenceOf, tier, earned } = await measured(id);
  expect([values.revenue, tier, earned]).toEqual(["6000", "registered", "60.00"]);
  expect(evidenceOf("revenue")).toMatchObject([{ customer: "Cancity" }]);
  expect(await record([right])).toMatchObject({ unchanged: 1 });
});

test("what comes or is corrected after its month was closed counts from today on, and the closed month stays as it was", async () => {
  const id = await story.partner("late");
  const closed = dayFromToday(-45);
  const inWords = (day: string) => formatForReading(knownCalendarDate(day));
  expect(await record([won(id, "late-1", { on: closed })])).toMatchObject({
    results: [
      {
        countsOn: today,
        notice: `${inWords(closed)} is in a period that has closed: it counts for ${inWords(today)}. Recounted counts it on its own day, and changes for that period.`,
      },
    ],
  });
  const late = await measured(id);
  expect(late.noticeOf("recounted")).toBe(
    "1 fact came after the period had closed, so that this value may differ from the one that was decided by.",
  );
  expect(late.noticeOf("deals")).toBeNull();
  expect(late.evidenceOf("recent")).toMatchObject([{ on: today, happenedOn: closed }]);
  expect((await measured(id, { asOf: closed })).values).toMatchObject({ deals: "0", recounted: "1" });

  // A deal of a month that was open when it was reported, and is closed by now.
  await record([won(id, "late-2")]);
  tiergraph.passDays(60);
  const later = dayFromToday(60);
  const facts = [{ kind: "DEAL_WON" as const, partnerId: id, externalId: "late-2" }];
  expect(await story.change("void-facts", { facts, reason: "It never closed." })).toMatchObject({
    results: [
      {
        outcome: "VOIDED",
        countsOn: later,
        notice: `${inWords(today)} is in a period that has closed: it counts against itself from ${inWords(later)}. Recounted no longer counts it on its own day, and changes for that period.`,
      },
    ],
  });
  expect((await measured(id, { asOf: later })).noticeOf("recounted")).toBe(
    "1 fact came and 1 fact was taken back after the period had closed, so that this value may differ from the one that was decided by.",
  );
  expect((await measured(id, { asOf: today })).values).toMatchObject({ deals: "2", recent: "12000", recounted: "1" });
  const now = await measured(id, { asOf: later });
  expect(now.values).toMatchObject({ deals: "1", revenue: "6000", recent: "0", recounted: "1" });
  expect(now.evidenceOf("recent")).toMatchObject([{ externalId: "late-2", on: today, reversedOn: later }]);
  tiergraph.passDays(-60);
});

test("where a deal of a closed month goes at another rate, its refund does too, and the closed month stays as it was", async () => {
  const id = await story.partner("rate-of-a-closed-month");
  const recordRate = (rate: string) =>
    story.change("record-exchange-rates", { rates: [{ from: "EUR", to: "USD", on: today, rate }] });
  await recordRate("1.1");
  const euro = { amount: "1000", currency: "EUR" };
  const attributes = [{ name: "deal", value: "rate-1" }];
  const refund = { ...won(id, "rate-1-back", { ...euro, amount: "200" }), kind: "DEAL_REFUNDED" as const, attributes };
  await record([won(id, "rate-1", euro), refund]);
  tiergraph.passDays(60);
  const later = dayFromToday(60);
  expect((await measured(id, { asOf: later })).values.revenue).toBe("880");
  await recordRate("1.2");
  expect(
    await story.change("replace-facts", { facts: [won(id, "rate-1", euro)], reason: "Another rate." }),
  ).toMatchObject({ replaced: 1, results: [{ countsOn: later }] });
  expect((await measured(id, { asOf: today })).values.revenue).toBe("880");
  const now = await measured(id, { asOf: later });
  expect([now.values.revenue, now.earned]).toEqual(["960", "12.00"]);
  const refunds = now.evidenceOf("revenue").filter(({ externalId }) => externalId === "rate-1-back");
  expect(refunds).toMatchObject([
    { on: today, reversedOn: later, amount: { amount: "220.00" } },
    { on: later, happenedOn: today, amount: { amount: "240.00" } },
  ]);
  tiergraph.passDays(-60);
});

test("what a partner sells to itself is kept apart, what it sold before it was known to be its own, too", async () => {
  const id = await story.partner("self-dealer");
  await record([won(id, "s-1", { customer: "Own GmbH" }), won(id, "s-2")]);
  expect((await measured(id)).tier).toBe("gold");
  const declared = await story.change("declare-owned-customers", { partnerId: id, customers: ["OWN  gmbh"] });
  expect(declared).toMatchObject({ corrected: 1, left: 0, partner: { ownedCustomers: ["OWN  gmbh"] } });
  await record([won(id, "s-3", { customer: "own GmbH" })]);
  const { values, tier } = await measured(id);
  expect([values.revenue, values.deals, tier]).toEqual(["6000", "3", "registered"]);
  expect(await record([won(id, "s-1", { customer: "Own GmbH" })])).toMatchObject({ unchanged: 1 });
  await story.change("declare-owned-customers", { partnerId: id, customers: [] });
  expect((await measured(id)).values.revenue).toBe("18000");
});

test("parts of the reconciler's run add up to the whole, also where the last one is full", async () => {
  const stretch = async (first: number, after: string | null = null) =>
    (await ask(tiergraph, story.token, operation("reconcile-rollups"), { first, after })).reconcileRollups;
  const { total } = await stretch(1);
  expect(await stretch(total)).toMatchObject({ checked: total, total, next: null });
  const { next } = await stretch(total - 1);
  expect(await stretch(total - 1, next)).toMatchObject({ checked: 1, total, next: null });
});

test("the reconciler names a sum that was changed by hand, and mends it", async () => {
  const id = await story.partner("tampered");
  await record([won(id, "t-1")]);
  const reconcile = async (...args: string[]) => {
    const url = ["--url", `${tiergraph.url}/graphql`, "--token", await tiergraph.tokenOf("program-manager")];
    return runCommand("reconcile", [...url, ...args]);
  };
  await story.settled();
  expect(await reconcile()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("sums that differ: 0") });
  const [slot] = await tiergraph.sql<{ slot: number }>(
    `select slot from metrics.series where key = '["amount",["deal.won"],[]]'`,
  );
  const column = `s${(slot?.slot ?? 0) % 16}`;
  await tiergraph.sql(`update metrics.rollup_day set ${column} = ${column} + 1 where partner_id = $1 and page = $2`, [
    id,
    Math.floor((slot?.slot ?? 0) / 16),
  ]);
  const found = await reconcile();
  expect(found.exitCode).toBe(1);
  expect(found.stdout).toContain(
    `partner ${id}, day of ${today}, ["amount",["deal.won"],[]]: expected 600000, found 600001`,
  );
  expect(await reconcile("--rebuild")).toMatchObject({ exitCode: 0 });
  expect(await reconcile()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("sums that differ: 0") });
});
