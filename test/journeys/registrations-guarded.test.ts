import { expect, test } from "vitest";
import { ask, graphql, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday, inWords } from "../kit/days.js";
import {
  codes,
  record,
  register,
  registrations,
  replace,
  runRegistrations,
  story,
  takeBack,
  tiergraph,
  won,
} from "./registrations-fixture.js";

runRegistrations();

const measured = async (partnerId: string) => {
  const query = graphql(
    `query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } } measures { measure value } rewards { balance { amount } } } }`,
  );
  const { partner } = await ask(tiergraph, story.token, query, { id: partnerId });
  const of = (name: string) => partner.measures.find(({ measure }) => measure === name)?.value;
  return [partner.tierStatus?.tier.name, of("registered"), of("pipeline"), partner.rewards.balance.amount];
};

test("an approved registration counts in measures and rewards, and a withdrawn one does not", async () => {
  const id = await story.partner("counts");
  const first = await register(id, "Acme", { amount: "1000" });
  await register(id, "Beta", { amount: "500", productLine: "field-services" });
  await story.settled();
  expect(await measured(id)).toEqual(["active", "2", "1000", "10.00"]);
  await story.change("withdraw-registration", { id: first.registration.id });
  await story.settled();
  expect((await measured(id)).slice(1)).toEqual(["1", "0", "5.00"]);
});

test("protection cannot be walked around by spelling", async () => {
  const [one, other] = [await story.partner("speller"), await story.partner("rival")];
  expect(codes(await register(one, "Orange", { domain: "orange.example.com" }))).toBe("APPROVED");
  for (const customer of ["ORANGE, Inc.", "\u041Erange", "O\u200brange", "Oránge GmbH"])
    expect(codes(await register(other, customer))).toBe("CUSTOMER_PROTECTED");
  expect(codes(await register(other, "Somebody", { domain: "https://shop.example.com/" }))).toBe("CUSTOMER_PROTECTED");
  for (const productLine of ["platform", "PLATFORM", "plat-form"])
    expect(codes(await register(other, "Orange", { productLine }))).toBe("CUSTOMER_PROTECTED");
  const unknown = await register(other, "Orange", { productLine: "Hardware" });
  expect(unknown.userErrors).toMatchObject([{ code: "PRODUCT_LINE_UNKNOWN" }]);
  expect(unknown.userErrors[0]?.message).toContain("Platform, Field services");
  expect((await register(other, "Orange", { productLine: "field services" })).registration?.productLine).toBe(
    "Field services",
  );
});

test("a customer is one however its name is spelt, and another name is another customer", async () => {
  const [one, other] = [await story.partner("spells"), await story.partner("spells-otherwise")];
  const spellings = [
    ["Coca-Cola", "CocaCola", "Coca Cola Co."],
    ["Smith & Sons", "Smith and Sons", "SMITH+SONS LTD"],
    ["Foo A/S", "Foo AS", "Foo S. A.", "Foo S.A.", "Foo SA"],
  ];
  for (const [first = "", ...others] of spellings) {
    expect(codes(await register(one, first))).toBe("APPROVED");
    for (const customer of others) expect(codes(await register(other, customer)), customer).toBe("CUSTOMER_PROTECTED");
  }
  for (const customer of ["Sas Institute", "A S Roma", "Studio 1 2"])
    expect(codes(await register(one, customer))).toBe("APPROVED");
  for (const customer of ["Institute", "Roma", "Studio 12"])
    expect(codes(await register(other, customer)), customer).toBe("APPROVED");
  await story.settled();
  await story.change("record-facts", { facts: [won(one, "spelt", "Coca Cola")] });
  await story.settled();
  expect((await registrations(one)).find(({ customer }) => customer === "Coca-Cola")?.state).toBe("CONVERTED");
});

test("a partner without a capacity has fifty at a time, and learns of twenty rivals a day", async () => {
  const [many, curious] = [await story.partner("many"), await story.partner("curious")];
  const answers: (string | undefined)[] = [];
  for (let i = 0; i < 52; i += 1) answers.push(codes(await register(many, `Customer ${i}`)));
  expect(answers.filter((answer) => answer === "APPROVED")).toHaveLength(50);
  expect(answers.slice(50)).toEqual(["CAPACITY_REACHED", "CAPACITY_REACHED"]);
  const learnt: (string | undefined)[] = [];
  for (let i = 0; i < 25; i += 1) learnt.push(codes(await register(curious, `Customer ${i}`)));
  expect(learnt.filter((answer) => answer === "CUSTOMER_PROTECTED")).toHaveLength(20);
  expect(learnt.slice(20)).toEqual(Array(5).fill("TOO_MANY_ATTEMPTS"));
  expect(codes(await register(curious, "Nobody's"))).toBe("TOO_MANY_ATTEMPTS");
});

test("withdrawing and registering again does not renew a protection", async () => {
  const id = await story.partner("renewer");
  const { registration } = await register(id, "Renewed");
  await story.change("withdraw-registration", { id: registration.id });
  const again = await register(id, "Renewed Ltd");
  expect(again.userErrors).toMatchObject([{ code: "REGISTERED_BEFORE" }]);
  expect(again.userErrors[0]?.message).toContain(inWords(dayFromToday(45)));
  expect(codes(await register(await story.partner("free"), "Renewed"))).toBe("APPROVED");
});

test("a won deal knows the registration that it converted", async () => {
  const id = await story.partner("converter");
  const { registration } = await register(id, "Convinced Inc");
  await story.settled();
  const deal = {
    kind: "DEAL_WON" as const,
    partnerId: id,
    externalId: "V-1",
    on: dayFromToday(0),
    amount: "700",
    customer: "Convinced",
  };
  await story.change("record-facts", { facts: [{ ...deal, product: "Platform" }] });
  await story.settled();
  const { partner } = await ask(tiergraph, story.token, operation("partner-deals"), { partnerId: id });
  expect(nodesOf(partner.deals)).toMatchObject([{ externalId: "V-1", registration: { id: registration?.id } }]);
  // What it won, it may register again: another deal of the same customer.
  expect(codes(await register(id, "Convinced Inc"))).toBe("APPROVED");
});

/** A partner with a customer that it registered and won. */
const convertedBy = async (name: string) => {
  const id = await story.partner(`${name}-converter`);
  await register(id, name);
  const deal = won(id, name, name);
  await record(deal);
  expect(await registrations(id)).toMatchObject([{ state: "CONVERTED", conversionsTakenBack: [] }]);
  return { id, deal };
};

test("a registration is open again when the deal that converted it is taken back, and its history says so", async () => {
  const { id, deal } = await convertedBy("Undone");
  await takeBack(deal);
  expect(await registrations(id)).toMatchObject([
    {
      state: "APPROVED",
      protectedUntil: dayFromToday(60),
      deal: null,
      conversionsTakenBack: [
        { externalId: "Undone", because: "The deal was taken back. The registration is open again." },
      ],
    },
  ]);
  expect(codes(await register(await story.partner("undone-rival"), "Undone"))).toBe("CUSTOMER_PROTECTED");
  await record(won(id, "Undone-2", "Undone"));
  expect(await registrations(id)).toMatchObject([{ state: "CONVERTED", deal: { externalId: "Undone-2" } }]);
});

test("a registration is converted by the deal's correction back, and by no correction of an amount twice", async () => {
  const { id, deal } = await convertedBy("Wrong");
  await replace({ ...deal, customer: "Another" });
  expect(await registrations(id)).toMatchObject([{ state: "APPROVED", deal: null }]);
  await replace(deal);
  expect(await registrations(id)).toMatchObject([{ state: "CONVERTED", deal: { externalId: "Wrong" } }]);
  await register(id, "Wrong");
  await replace({ ...deal, amount: "701" });
  expect((await registrations(id)).map(({ state }) => state)).toEqual(["APPROVED", "CONVERTED"]);
});

test("another won deal of the customer converts a registration in place of one that was taken back", async () => {
  const { id, deal } = await convertedBy("Twice");
  await record(won(id, "Twice-2", "Twice"));
  await takeBack(deal);
  const [registration] = await registrations(id);
  expect(registration).toMatchObject({ state: "CONVERTED", deal: { externalId: "Twice-2" } });
  expect(registration?.conversionsTakenBack[0]?.because).toContain("Another won deal converts the registration.");
});

test("who registered a customer while it was free keeps it when the conversion is taken back", async () => {
  const { id, deal } = await convertedBy("Freed");
  const rival = await story.partner("freed-rival");
  expect(codes(await register(rival, "Freed"))).toBe("APPROVED");
  await takeBack(deal);
  expect(await registrations(id)).toMatchObject([{ state: "LAPSED", protectedUntil: dayFromToday(0) }]);
  expect(await registrations(rival)).toMatchObject([{ state: "APPROVED", protectedUntil: dayFromToday(60) }]);
});

test("a registration whose term is over has lapsed when its conversion is taken back", async () => {
  const { id, deal } = await convertedBy("Late");
  tiergraph.passDays(61);
  await takeBack(deal);
  const [registration] = await registrations(id);
  expect(registration).toMatchObject({ state: "LAPSED", deal: null });
  expect(registration?.conversionsTakenBack[0]?.because).toContain("its term is over");
  tiergraph.passDays(-61);
});
