import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, askText, attempt, nodesOf, operation } from "../kit/ask.js";
import { dayFromToday, inWords } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

const PROGRAM = (approval: string, version: string) => `
program: registering
version: "${version}"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers:
  base: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 1000000 } }
registrations:
  protects: { base: 60 days, gold: 90 days }
  extension: { by: 30 days, times: 1 }
  capacity: { base: 3 }
  approval: ${approval}
  why: Who found it should win it.
changes: [{ at: registrations, because: People look first. }]
`;

let tiergraph: Tiergraph;
let story: Story;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM("automatic", "1"));
});
afterAll(() => tiergraph.stop());

let keys = 0;
const register = async (
  partnerId: string,
  deal: { customer: string; domain?: string; productLine?: string; idempotencyKey?: string },
  token = story.token,
) => {
  const { registerDeal } = await ask(tiergraph, token, operation("register-deal"), {
    partnerId,
    productLine: "CRM",
    idempotencyKey: `k${++keys}`,
    ...deal,
  });
  return registerDeal;
};
const change = <Name extends OperationName>(name: Name, variables: VariablesOf<Name>, token = story.token) =>
  attempt(tiergraph, token, name, variables);

test("fifty partners race to register one customer: one is protected, forty-nine learn until when", async () => {
  const { partners } = await story.change("register-partners", {
    partners: Array.from({ length: 50 }, (_, i) => ({ code: `racer-${i}` })),
  });
  await story.settled();
  const spelt = ["Acme Inc", "ACME, Inc.", "acme corporation", "Acme"];
  const answers = await Promise.all(
    partners.map(({ id }, i) =>
      register(id, { customer: spelt[i % 4] ?? "", domain: i % 2 === 0 ? "https://www.acme.com/" : "jane@acme.com" }),
    ),
  );
  expect(answers.filter(({ registration }) => registration?.state === "APPROVED")).toHaveLength(1);
  const refusals = answers.flatMap(({ userErrors }) => userErrors);
  expect(refusals).toHaveLength(49);
  expect(new Set(refusals.map(({ code, message }) => `${code}: ${message}`))).toEqual(
    new Set([`CUSTOMER_PROTECTED: This customer is protected for another partner until ${inWords(dayFromToday(60))}.`]),
  );
  const stored = await tiergraph.sql<{ count: string }>(
    "select count(distinct registration_id) from benefits.protection",
  );
  expect(stored[0]?.count).toBe("1");
});

test("another product line of the same customer is another deal, and the same name elsewhere is the same customer", async () => {
  const [one, other] = [await story.partner("lines-one"), await story.partner("lines-other")];
  expect((await register(one, { customer: "Globex", domain: "globex.com" })).registration?.state).toBe("APPROVED");
  expect((await register(other, { customer: "Globex", productLine: "ERP" })).registration?.state).toBe("APPROVED");
  expect((await register(other, { customer: "globex llc" })).userErrors).toMatchObject([
    { code: "CUSTOMER_PROTECTED", until: dayFromToday(60) },
  ]);
  expect((await register(other, { customer: "Globex Holding", domain: "www.globex.com" })).userErrors).toMatchObject([
    { code: "CUSTOMER_PROTECTED" },
  ]);
  expect((await register(one, { customer: "Globex" })).userErrors).toMatchObject([
    { message: `The partner has protected this customer already, until ${inWords(dayFromToday(60))}.` },
  ]);
});

test("the database itself lets nobody protect a customer twice at a time", async () => {
  // As if some code had not looked: another registration, the same customer, days that overlap.
  const insert = (from: string) =>
    tiergraph.sql(
      `insert into benefits.protection (partner_id, registration_id, customer_key, product_line, days)
       select partner_id, registration_id, 'domain:acme.com', 'crm', daterange($1, $1::date + 1)
       from benefits.deal_registration where customer = 'Globex' limit 1`,
      [from],
    );
  await expect(insert(dayFromToday(59))).rejects.toThrow(/one_protection/);
  await insert(dayFromToday(60));
});

test("a key registers once, and a partner has only so many at a time", async () => {
  const id = await story.partner("busy");
  const first = await register(id, { customer: "Busy 1", idempotencyKey: "same" });
  expect(await register(id, { customer: "Busy 1", idempotencyKey: "same" })).toEqual(first);
  expect((await register(id, { customer: "Busy 2", idempotencyKey: "same" })).userErrors).toMatchObject([
    { code: "KEY_REUSED" },
  ]);
  await register(id, { customer: "Busy 2" });
  const third = await register(id, { customer: "Busy 3" });
  expect((await register(id, { customer: "Busy 4" })).userErrors).toMatchObject([{ code: "CAPACITY_REACHED" }]);
  await change("withdraw-registration", { id: third.registration?.id });
  expect((await register(id, { customer: "Busy 4" })).registration?.state).toBe("APPROVED");
  const other = await story.partner("takes-over");
  expect((await register(other, { customer: "Busy 3" })).registration?.state).toBe("APPROVED");
});

test("a won deal of the customer converts the registration, and one that is not won in time lapses", async () => {
  const id = await story.partner("winner");
  await register(id, { customer: "Initech GmbH", domain: "initech.de" });
  await register(id, { customer: "Slow AG" });
  await story.wonDeal(id, {
    externalId: "i-1",
    on: dayFromToday(0),
    amount: "900",
    customer: "Initech",
    product: "CRM",
  });
  await story.settled();
  const states = async () => {
    const { partner } = await ask(tiergraph, story.token, operation("deal-registrations"), { partnerId: id });
    return nodesOf(partner.dealRegistrations).map(({ customer, state, deal }) => [
      customer,
      state,
      deal?.externalId ?? null,
    ]);
  };
  expect(await states()).toEqual([
    ["Slow AG", "APPROVED", null],
    ["Initech GmbH", "CONVERTED", "i-1"],
  ]);
  const other = await story.partner("second-chance");
  expect((await register(other, { customer: "Slow" })).userErrors).toMatchObject([{ code: "CUSTOMER_PROTECTED" }]);
  tiergraph.passDays(60);
  await tiergraph.sql("select benefits_jobs.publish('lapseDaily', '{}')");
  await story.settled();
  expect((await states())[0]).toEqual(["Slow AG", "LAPSED", null]);
  expect((await register(other, { customer: "Slow" })).registration?.state).toBe("APPROVED");
  tiergraph.passDays(-60);
});

test("a protection is extended as often as the program says", async () => {
  const id = await story.partner("extender");
  const { registration } = await register(id, { customer: "Umbrella" });
  const extended = await change("extend-registration", { id: registration?.id, reason: "Budget moved." });
  expect(extended.registration?.protectedUntil).toBe(dayFromToday(90));
  const again = await change("extend-registration", { id: registration?.id, reason: "Once more." });
  expect(again.userErrors).toMatchObject([{ code: "EXTENSIONS_USED" }]);
});

test("registrations are listed by how far they are, by whose they are, by day, and in either order", async () => {
  const [one, other] = [await story.partner("lists-one"), await story.partner("lists-other")];
  for (const customer of ["Acme", "Bolt", "Cogs"]) await register(one, { customer: `${customer} of lists` });
  const { registration } = await register(other, { customer: "Dyno of lists" });
  await change("withdraw-registration", { id: registration?.id });
  const token = await tiergraph.tokenOf("partner", one);
  const customers = async (args: string, asker = story.token) => {
    const query = `{ dealRegistrations(${args}) { totalCount nodes { customer } } }`;
    const { dealRegistrations } = (await askText(tiergraph, asker, query)) as {
      dealRegistrations: { totalCount: number; nodes: { customer: string }[] };
    };
    expect(dealRegistrations.totalCount).toBeGreaterThanOrEqual(dealRegistrations.nodes.length);
    return dealRegistrations.nodes.map(({ customer }) => customer.split(" ")[0]);
  };
  const both = `partnerIds: ["${one}", "${other}"]`;
  expect(await customers(`filter: { ${both} }`)).toEqual(["Dyno", "Cogs", "Bolt", "Acme"]);
  expect(await customers(`filter: { ${both} }, orderBy: { by: REQUESTED }, first: 2`)).toEqual(["Acme", "Bolt"]);
  expect(await customers(`filter: { ${both} }, orderBy: { by: REQUESTED }, last: 1`)).toEqual(["Dyno"]);
  expect(await customers(`filter: { ${both}, states: [WITHDRAWN, LAPSED] }`)).toEqual(["Dyno"]);
  expect(await customers(`filter: { ${both}, states: [] }`)).toEqual([]);
  const [today, tomorrow] = [dayFromToday(0), dayFromToday(1)];
  expect(await customers(`filter: { ${both}, requested: { from: "${today}", until: "${tomorrow}" } }`)).toHaveLength(4);
  expect(await customers(`filter: { ${both}, requested: { from: "${tomorrow}" } }`)).toEqual([]);
  // Those that are protected longest first: all of one day, so by when they were asked for.
  const byProtection = `filter: { ${both}, states: [APPROVED] }, orderBy: { by: PROTECTED_UNTIL, direction: DESC }`;
  expect(await customers(byProtection)).toEqual(["Cogs", "Bolt", "Acme"]);
  // A partner sees its own, also where it asks for another's.
  expect(await customers("first: 100", token)).toEqual(["Cogs", "Bolt", "Acme"]);
  expect(await customers(`filter: { partnerIds: ["${other}"] }`, token)).toEqual([]);
  const { errors } = await askRaw(
    tiergraph,
    token,
    `{ dealRegistrations(filter: { requested: { from: "${today}", until: "${today}" } }) { totalCount } }`,
  );
  expect(errors).toMatchObject([{ message: expect.stringContaining("`filter.requested.until`") }]);
});

test("where people decide, the first to be approved is protected, and each decision has a reason", async () => {
  await story.publish(PROGRAM("manual", "2"));
  const [one, other] = [await story.partner("asks-one"), await story.partner("asks-other")];
  const token = await tiergraph.tokenOf("partner", one);
  const first = await register(one, { customer: "Hooli" }, token);
  const second = await register(other, { customer: "Hooli Inc" });
  expect([first, second].map(({ registration }) => registration?.state)).toEqual(["REQUESTED", "REQUESTED"]);
  const { dealRegistrations } = await ask(tiergraph, story.token, operation("waiting-registrations"), {});
  expect(nodesOf(dealRegistrations).map(({ customer }) => customer)).toEqual(["Hooli", "Hooli Inc"]);
  const decide = (id: string, approve: boolean, reason: string) =>
    change("decide-registration", { id, approve, reason });
  expect((await decide(second.registration?.id, true, " ")).userErrors).toMatchObject([{ code: "REASON_MISSING" }]);
  expect((await decide(second.registration?.id, true, "Knows the buyer.")).registration?.state).toBe("APPROVED");
  expect((await decide(first.registration?.id, true, "Was first.")).userErrors).toMatchObject([
    { code: "CUSTOMER_PROTECTED" },
  ]);
  expect((await decide(first.registration?.id, false, "Taken.")).registration?.state).toBe("REFUSED");
  // What another partner holds cannot be changed, nor can it be distinguished from what is not there.
  expect((await change("withdraw-registration", { id: second.registration?.id }, token)).userErrors).toMatchObject([
    { code: "REGISTRATION_NOT_FOUND" },
  ]);
});
