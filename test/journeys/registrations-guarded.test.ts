import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactInput, FactReferenceInput, RegistrationConflictState } from "../generated/documents.js";
import { ask, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, tellStory } from "../kit/story.js";

// What a registration does and what it does not let a partner do: it counts as a fact, it cannot be walked around by
// spelling, and neither rivals' customers are learnt of by asking, nor is a protection renewed for ever.
const PROGRAM = `
program: guarded
version: "1"
currency: USD
measures:
  registered: { count: deal.registered, window: lifetime }
  pipeline: { sum: amount, of: deal.registered, where: { product: Platform }, window: lifetime }
tiers:
  base: { rank: 0, why: Everyone. }
  active: { rank: 1, why: Registers., requires: { measure: registered, at-least: 2, why: Two deals. } }
spiffs:
  finder: { of: deal.registered, pays: 5, before: 2100-01-01, why: Who finds is thanked. }
registrations:
  protects: { base: 60 days, active: 60 days }
  product-lines: [Platform, Field services]
  again-after: 45 days
  approval: automatic
  why: Who found it should win it.
`;

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await tellStory(tiergraph);
  await story.publish(PROGRAM);
});
afterAll(() => tiergraph.stop());

let keys = 0;
const register = async (partnerId: string, customer: string, more: object = {}) => {
  const variables = { partnerId, customer, productLine: "Platform", idempotencyKey: `k${++keys}`, ...more };
  return (await ask(tiergraph, story.token, operation("register-deal"), variables)).registerDeal;
};
const codes = ({ userErrors, registration }: Awaited<ReturnType<typeof register>>) =>
  userErrors.map(({ code }) => code).join() || registration?.state;
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
  expect(again.userErrors[0]?.message).toContain(dayFromToday(45));
  expect(codes(await register(await story.partner("free"), "Renewed"))).toBe("APPROVED");
});
const conflicts = async (state: RegistrationConflictState = "OPEN") =>
  (await ask(tiergraph, story.token, operation("registration-conflicts"), { state })).registrationConflicts.nodes;

test("a deal that another partner wins of a protected customer is put to a person, with both sides", async () => {
  const [holder, winner] = [await story.partner("holder"), await story.partner("winner")];
  await register(holder, "Contested", { domain: "contested.example" });
  await story.settled();
  const deal = {
    kind: "DEAL_WON" as const,
    partnerId: winner,
    externalId: "C-1",
    on: dayFromToday(0),
    amount: "700",
    customer: "CONTESTED AG",
  };
  await story.change("record-facts", { facts: [{ ...deal, product: "platform" }] });
  await story.settled();
  const [conflict, ...others] = (await conflicts()).filter(({ partner }) => partner.id === holder);
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({
    registration: { customer: "Contested" },
    won: { partner: { id: winner }, externalId: "C-1", amount: { amount: "700.00" } },
  });
  await story.change("decide-registration-conflict", {
    id: conflict?.id ?? "",
    verdict: "DEAL_STANDS",
    note: "Asked first.",
  });
  expect((await conflicts()).filter(({ partner }) => partner.id === holder)).toEqual([]);
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
  expect(partner.deals.nodes).toMatchObject([{ externalId: "V-1", registration: { id: registration?.id } }]);
  // What it won, it may register again: another deal of the same customer.
  expect(codes(await register(id, "Convinced Inc"))).toBe("APPROVED");
});

const record = async (...facts: FactInput[]): Promise<void> => {
  await story.change("record-facts", { facts });
  await story.settled();
};
const replace = async (...facts: FactInput[]): Promise<void> => {
  const { refused } = await story.change("replace-facts", { facts, reason: "It was wrong." });
  expect(refused).toBe(0);
  await story.settled();
};
const takeBack = async (...facts: FactReferenceInput[]): Promise<void> => {
  const named = facts.map(({ kind, partnerId, externalId }) => ({ kind, partnerId, externalId }));
  const { refused } = await story.change("void-facts", {
    facts: named,
    reason: "Never happened.",
  });
  expect(refused).toBe(0);
  await story.settled();
};
const won = (partnerId: string, externalId: string, customer: string, more: object = {}) => ({
  kind: "DEAL_WON" as const,
  partnerId,
  externalId,
  on: dayFromToday(0),
  amount: "700",
  customer,
  product: "Platform",
  ...more,
});
const share = (percent: string) => ({ credit: { role: "SOURCED" as const, share: percent } });
/** The conflict over a partner's registration, with its state. */
const conflictOf = async (holder: string) => {
  for (const state of ["OPEN", "CLOSED", "DEAL_STANDS", "REGISTRATION_STANDS"] as const)
    for (const conflict of await conflicts(state)) if (conflict.partner.id === holder) return { ...conflict, state };
  return null;
};
/** A customer that one partner registered, and a deal of it that another one won. */
const contested = async (name: string) => {
  const [holder, winner] = [await story.partner(`${name}-holder`), await story.partner(`${name}-winner`)];
  await register(holder, name);
  const deal = won(winner, name, `${name} Inc`);
  await record(deal);
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN" });
  return { holder, winner, deal };
};

test("a conflict closes by itself when its deal is taken back, and nobody can decide it any more", async () => {
  const { holder, deal } = await contested("Taken");
  await takeBack(deal);
  const conflict = await conflictOf(holder);
  expect(conflict).toMatchObject({ state: "CLOSED", decidedBy: "system", note: "The deal was taken back." });
  const { decideRegistrationConflict: late } = await ask(
    tiergraph,
    story.token,
    operation("decide-registration-conflict"),
    { id: conflict?.id ?? "", verdict: "DEAL_STANDS", note: "Too late." },
  );
  expect(late.userErrors).toMatchObject([
    { code: "ALREADY_DECIDED", message: "It closed by itself: The deal was taken back." },
  ]);
});

test("a conflict closes when its deal is corrected to another customer, and is open again when it is corrected back", async () => {
  const { holder, deal } = await contested("Corrected");
  await replace({ ...deal, customer: "Somebody else" });
  expect(await conflictOf(holder)).toMatchObject({
    state: "CLOSED",
    note: "The deal was corrected to another customer.",
  });
  await replace({ ...deal, amount: "800" });
  expect(await conflictOf(holder)).toMatchObject({
    state: "OPEN",
    note: null,
    decidedBy: null,
    won: { amount: { amount: "800.00" } },
  });
});

test("a conflict stays open when its deal is corrected and still of the protected customer", async () => {
  const { holder, deal } = await contested("Cheaper");
  await replace({ ...deal, amount: "1" });
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN", won: { amount: { amount: "700.00" } } });
});

test("a conflict closes when the registered partner shares the deal, and is open again when its share is taken back", async () => {
  const { holder, deal } = await contested("Shared");
  await replace({ ...deal, ...share("60") });
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN" });
  const own = { ...won(holder, "Shared", "Shared Inc"), ...share("40") };
  await record(own);
  expect(await conflictOf(holder)).toMatchObject({
    state: "CLOSED",
    note: "The partner that registered it now has a share of the deal.",
  });
  await takeBack(own);
  expect(await conflictOf(holder)).toMatchObject({ state: "OPEN" });
});

test("a deal that is recorded for the registered partner instead ends the conflict and converts the registration", async () => {
  const { holder, deal } = await contested("Moved");
  await takeBack(deal);
  await record({ ...deal, partnerId: holder });
  expect(await conflictOf(holder)).toMatchObject({ state: "CLOSED" });
  expect(await registrations(holder)).toMatchObject([{ state: "CONVERTED", deal: { externalId: "Moved" } }]);
});

test("a conflict that a person decided stays decided when its deal is taken back", async () => {
  const { holder, deal } = await contested("Decided");
  const conflict = await conflictOf(holder);
  await story.change("decide-registration-conflict", {
    id: conflict?.id ?? "",
    verdict: "REGISTRATION_STANDS",
    note: "It was registered first.",
  });
  await takeBack(deal);
  expect(await conflictOf(holder)).toMatchObject({ state: "REGISTRATION_STANDS", note: "It was registered first." });
});

const registrations = async (partnerId: string) => {
  const { partner } = await ask(tiergraph, story.token, operation("deal-registrations"), { partnerId });
  return partner.dealRegistrations.nodes;
};
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
