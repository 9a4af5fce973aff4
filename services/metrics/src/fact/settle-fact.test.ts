import { expect, test } from "vitest";
import type { FactContent } from "./check-fact.js";
import type { FactRow } from "./fact.store.js";
import { settleFact } from "./settle-fact.js";

const won: FactContent = {
  partnerId: "p",
  family: "deal",
  kind: "deal.won",
  externalId: "CRM-1",
  occurredOn: "2026-04-01",
  openedOn: "2026-01-01",
  untilOn: null,
  amountMinor: 100_000n,
  currency: "USD",
  quantity: null,
  customer: "Isdom",
  personId: null,
  product: "GTX Pro",
  attributes: { region: "West", channel: "direct" },
};
const open: FactContent = { ...won, kind: "deal.open", occurredOn: "2026-02-01" };
const lost: FactContent = { ...won, kind: "deal.lost" };
const recorded = (content: FactContent): FactRow => ({ ...content, factId: "f", revision: 1 });

test("a deal that nobody has told of is new", () => {
  expect(settleFact(won, null)).toEqual({ kind: "New" });
});

test("a deal told again word for word changes nothing, in whatever order its attributes are told", () => {
  const again = { ...won, attributes: { channel: "direct", region: "West" } };
  expect(settleFact(again, recorded(won))).toEqual({ kind: "Unchanged", known: recorded(won) });
});

test.each([
  ["won", won],
  ["lost", lost],
  ["open for another amount", { ...open, amountMinor: 90_000n }],
])("an open deal may come to be %s", (_, later) => {
  expect(settleFact(later, recorded(open))).toEqual({ kind: "Advances", known: recorded(open) });
});

test("an open deal told on another day is no change of the deal", () => {
  expect(settleFact({ ...open, occurredOn: "2026-03-01" }, recorded(open))).toMatchObject({ kind: "Unchanged" });
});

test("a deal won or lost is never told differently, and the refusal names all that differs", () => {
  expect(settleFact({ ...won, customer: "Zathunicon", product: null, attributes: {} }, recorded(won))).toEqual({
    kind: "Refused",
    problem: {
      code: "CONTENT_DIFFERS",
      field: "customer",
      message: "CRM-1 is recorded as deal.won with other content: customer, product, attributes.",
    },
  });
  for (const other of [lost, open, { ...won, occurredOn: "2026-04-02" }, { ...won, amountMinor: 1n }])
    expect(settleFact(other, recorded(won))).toMatchObject({ problem: { code: "CONTENT_DIFFERS" } });
});

test("a lost deal is not won after all", () => {
  expect(settleFact(won, recorded(lost))).toMatchObject({ problem: { code: "CONTENT_DIFFERS", field: "kind" } });
});

test("an attribute told with another value, one more or one less is other content", () => {
  const others: Record<string, string>[] = [
    { region: "East", channel: "direct" },
    { region: "West", channel: "direct", more: "" },
    { region: "West" },
  ];
  for (const attributes of others)
    expect(settleFact({ ...won, attributes }, recorded(won))).toMatchObject({ problem: { field: "attributes" } });
});

test("a deal stays with the partner it was first recorded for, even while it is open", () => {
  for (const known of [won, open])
    expect(settleFact({ ...won, partnerId: "q" }, recorded(known))).toEqual({
      kind: "Refused",
      problem: {
        code: "RECORDED_FOR_ANOTHER_PARTNER",
        field: "externalId",
        message: "CRM-1 is recorded for another partner.",
      },
    });
});
