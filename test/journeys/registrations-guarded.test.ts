import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, operation } from "../kit/ask.js";
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

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
interface Payload {
  registration: { id: string; state: string; productLine: string } | null;
  userErrors: { code: string; message: string }[];
}
let keys = 0;
const register = async (partnerId: string, customer: string, more: object = {}): Promise<Payload> => {
  const variables = { partnerId, customer, productLine: "Platform", idempotencyKey: `k${++keys}`, ...more };
  return (await ask<{ registerDeal: Payload }>(tiergraph, story.token, operation("register-deal"), variables))
    .registerDeal;
};
const codes = ({ userErrors, registration }: Payload) =>
  userErrors.map(({ code }) => code).join() || registration?.state;
const measured = async (partnerId: string) => {
  const query = `query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } } measures { measure value } rewards { balance { amount } } } }`;
  const { partner } = await ask<{
    partner: {
      tierStatus: { tier: { name: string } } | null;
      measures: { measure: string; value: string | null }[];
      rewards: { balance: { amount: string } };
    };
  }>(tiergraph, story.token, query, { id: partnerId });
  const of = (name: string) => partner.measures.find(({ measure }) => measure === name)?.value;
  return [partner.tierStatus?.tier.name, of("registered"), of("pipeline"), partner.rewards.balance.amount];
};

test("an approved registration counts in measures and rewards, and a withdrawn one does not", async () => {
  const id = await story.partner("counts");
  const first = await register(id, "Acme", { amount: "1000" });
  await register(id, "Beta", { amount: "500", productLine: "field-services" });
  await story.settled();
  expect(await measured(id)).toEqual(["active", "2", "1000", "10.00"]);
  await story.change("withdraw-registration", { id: first.registration?.id });
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
  await story.change("withdraw-registration", { id: registration?.id });
  const again = await register(id, "Renewed Ltd");
  expect(again.userErrors).toMatchObject([{ code: "REGISTERED_BEFORE" }]);
  expect(again.userErrors[0]?.message).toContain(day(45));
  expect(codes(await register(await story.partner("free"), "Renewed"))).toBe("APPROVED");
});

interface Conflicts {
  registrationConflicts: {
    nodes: {
      id: string;
      partner: { id: string };
      registration: { customer: string } | null;
      won: { partner: { id: string }; externalId: string; amount: { amount: string } };
    }[];
  };
}
const conflicts = async () =>
  (await ask<Conflicts>(tiergraph, story.token, operation("registration-conflicts"), {})).registrationConflicts.nodes;

test("a deal that another partner wins of a protected customer is put to a person, with both sides", async () => {
  const [holder, winner] = [await story.partner("holder"), await story.partner("winner")];
  await register(holder, "Contested", { domain: "contested.example" });
  await story.settled();
  const deal = {
    kind: "DEAL_WON",
    partnerId: winner,
    externalId: "C-1",
    on: day(0),
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
    id: conflict?.id,
    verdict: "DEAL_STANDS",
    note: "Asked first.",
  });
  expect((await conflicts()).filter(({ partner }) => partner.id === holder)).toEqual([]);
});

test("a won deal knows the registration that it converted", async () => {
  const id = await story.partner("converter");
  const { registration } = await register(id, "Convinced Inc");
  await story.settled();
  const deal = { kind: "DEAL_WON", partnerId: id, externalId: "V-1", on: day(0), amount: "700", customer: "Convinced" };
  await story.change("record-facts", { facts: [{ ...deal, product: "Platform" }] });
  await story.settled();
  const { partner } = await ask<{
    partner: { deals: { nodes: { externalId: string; registration: { id: string } | null }[] } };
  }>(tiergraph, story.token, operation("partner-deals"), { partnerId: id });
  expect(partner.deals.nodes).toMatchObject([{ externalId: "V-1", registration: { id: registration?.id } }]);
  // What it won, it may register again: another deal of the same customer.
  expect(codes(await register(id, "Convinced Inc"))).toBe("APPROVED");
});
