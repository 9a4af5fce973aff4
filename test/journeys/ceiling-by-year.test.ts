import { expect, test } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { faultsOfLedgers } from "../kit/faults-of-ledgers.js";
import { startTiergraph } from "../kit/start-tiergraph.js";
import { startStory } from "../kit/story.js";

test("what moves to a day of another period leaves one ceiling of the program, and is held under the other", async () => {
  const years = await startTiergraph();
  const own = await startStory(years);
  await own.publish(`
program: yearly
version: "1"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates: { all: { of: deal.won, rate: { base: 10% }, why: Thanks. } }
ceilings: { yearly: { of: [rebates.all], each: program, over: year, at-most: 100, beyond: remainder, why: What there is. } }
`);
  const year = new Date().getUTCFullYear();
  const joinedOn = `${year - 3}-01-01`;
  const id = await own.partner("moving", undefined, { joinedOn });
  await own.place(joinedOn);
  const deal = (externalId: string, on: string) => ({
    kind: "DEAL_WON" as const,
    partnerId: id,
    externalId,
    on,
    amount: "800",
    customer: externalId,
  });
  const [before, after] = [`${year - 2}-06-01`, `${year - 1}-02-01`];
  await own.change("record-facts", { facts: [deal("M-1", before), deal("M-2", after)] });
  await own.settled();
  await own.change("replace-facts", { facts: [deal("M-1", after)], reason: "It was the year after." });
  await own.settled();
  const { partner } = await ask(
    years,
    own.token,
    graphql(`query ($id: ID!) { partner(id: $id) { rewards {
      balance { amount } withheld { rule ceiling amount { amount } }
      entries(first: 10) { nodes { on amount { amount } explanation } } } } }`),
    { id },
  );
  expect(partner.rewards.balance).toEqual({ amount: "100.00" });
  expect(partner.rewards.withheld).toMatchObject([{ rule: "all", ceiling: "yearly", amount: { amount: "60.00" } }]);
  expect(partner.rewards.entries.nodes.slice(0, 2)).toMatchObject([
    {
      on: after,
      amount: { amount: "20.00" },
      explanation: expect.stringMatching(
        /^20\.00 USD is earned on 1 February \d+ instead of 1 June \d+\. .*Paid is what/,
      ),
    },
    {
      on: before,
      amount: { amount: "-80.00" },
      explanation: expect.stringMatching(
        /^80\.00 USD of 1 June \d+ is taken back: it is earned on 1 February \d+ instead\.$/,
      ),
    },
  ]);
  const { ceilings } = await ask(years, own.token, operation("ceilings"));
  expect(ceilings).toMatchObject([
    { periodFrom: `${year - 1}-01-01`, used: { amount: "100.00" } },
    { periodFrom: `${year - 2}-01-01`, used: { amount: "0.00" } },
  ]);
  // Reported again and settled again, it stays as it is.
  await own.change("record-facts", { facts: [deal("M-1", after)] });
  await own.settled();
  expect(await faultsOfLedgers(years, own.token)).toEqual([]);
  await years.stop();
});
