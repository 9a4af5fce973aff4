import { expect, test } from "vitest";
import { ask, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { measured, record, runFacts, story, tiergraph, won } from "./facts-fixture.js";

runFacts();

test("a deal that two partners report is put to a person, who says which one stands", async () => {
  const [first, second] = [await story.partner("first-teller"), await story.partner("second-teller")];
  const alike = { amount: "7777", product: "GTX Pro", customer: "Codehow" };
  await record([won(first, "alike-1", alike)]);
  await record([
    won(second, "alike-2", { ...alike, customer: "CODEHOW" }),
    won(second, "other", { ...alike, amount: "7778" }),
  ]);
  await story.settled();
  expect((await measured(second)).values.revenue).toBe("15555");
  const open = () => ask(tiergraph, story.token, operation("duplicates"));
  const nodes = nodesOf((await open()).duplicates);
  expect(nodes).toMatchObject([
    {
      earlier: { fact: { externalId: "alike-1" } },
      later: { partner: { id: second }, fact: { externalId: "alike-2" } },
    },
  ]);
  const verdict = {
    id: nodes[0]?.id ?? "",
    verdict: "EARLIER_STANDS" as const,
    reason: "The first one sold it.",
  };
  await story.change("decide-duplicate", verdict);
  expect((await measured(second)).values.revenue).toBe("7778");
  expect((await measured(first)).values.revenue).toBe("7777");
  expect(nodesOf((await open()).duplicates)).toEqual([]);
});

test("five deals alike are one group to decide, however the customer is written, and corrected ones leave it", async () => {
  const spelt = ["Fünf & Co. GmbH", "FUNF & CO", "Funf Co Inc", "\u0415xample", "funf-co"];
  const ids: string[] = [];
  for (const [i, customer] of spelt.entries()) {
    const id = await story.partner(`alike ${i}`);
    ids.push(id);
    await record([won(id, `five-${i}`, { amount: "5555", customer: i === 3 ? "Fünf Co" : customer })]);
  }
  await story.settled();
  const open = async () => nodesOf((await ask(tiergraph, story.token, operation("duplicates"))).duplicates);
  const [group, ...others] = await open();
  expect(others).toEqual([]);
  expect(group?.facts.map(({ fact }) => fact.externalId)).toEqual(spelt.map((_, i) => `five-${i}`));
  // One is taken back by its source, another is corrected: they are no part of the question any more.
  await story.change("void-facts", {
    facts: [{ kind: "DEAL_WON", partnerId: ids[4] ?? "", externalId: "five-4" }],
    reason: "Twice.",
  });
  await story.change("replace-facts", {
    facts: [won(ids[3] ?? "", "five-3", { amount: "5554", customer: "Fünf Co" })],
    reason: "Less.",
  });
  await story.settled();
  expect((await open())[0]?.facts.map(({ fact }) => fact.externalId)).toEqual(["five-0", "five-1", "five-2"]);
  const verdict = { id: group?.id ?? "", verdict: "ONE_STANDS" as const, reason: "The second one sold it." };
  await story.change("decide-duplicate", { ...verdict, standingFactId: group?.facts[1]?.fact.id });
  expect(await Promise.all(ids.map(async (id) => (await measured(id)).values.revenue))).toEqual([
    "0",
    "5555",
    "0",
    "5554",
    "0",
  ]);
  expect(await open()).toEqual([]);
});

test("deals are alike by what was reported and by what they count as, and all of them are one group to decide", async () => {
  const rates = [
    { from: "NOK", on: dayFromToday(-20), rate: "0.1" },
    { from: "NOK", on: dayFromToday(-19), rate: "0.12" },
    { from: "SEK", on: dayFromToday(-19), rate: "0.08" },
  ];
  await story.change("record-exchange-rates", { rates: rates.map((rate) => ({ ...rate, to: "USD" })) });
  const deals = [
    { on: dayFromToday(-20), currency: "NOK", amount: "10000" }, // 1,000 USD
    { on: dayFromToday(-19), currency: "NOK", amount: "10000" }, // 1,200 USD
    { on: dayFromToday(-19), currency: "SEK", amount: "15000" }, // 1,200 USD
    { on: dayFromToday(-19), currency: "SEK", amount: "10000" }, // 800 USD
    { on: dayFromToday(-19), currency: "NOK", amount: "10000", customer: "Somebody else" },
  ];
  for (const [i, deal] of deals.entries()) {
    const id = await story.partner(`abroad ${i}`);
    expect(await record([won(id, `abroad-${i}`, { customer: "Fjord", ...deal })])).toMatchObject({ recorded: 1 });
  }
  await story.settled();
  const { duplicates } = await ask(tiergraph, story.token, operation("duplicates"));
  expect(nodesOf(duplicates).map(({ facts }) => facts.map(({ fact }) => fact.externalId))).toEqual([
    ["abroad-0", "abroad-1", "abroad-2"],
  ]);
});
