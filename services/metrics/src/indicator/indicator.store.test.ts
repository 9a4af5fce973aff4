import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { newId } from "@tiergraph/kit/values/ids";
import { toExactString } from "@tiergraph/program/exact";
import { aFact } from "@tiergraph/program/fixtures";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactRow } from "../fact/fact.store.js";
import { addFacts } from "../fact/fact-write.store.js";
import { runMetrics } from "../fixtures/running-metrics.js";
import { putPartners } from "../partner/partner.store.js";
import { readIndicatorBase } from "./indicator.store.js";
import { indicatorsOf } from "./indicators-of.js";

const system = systemViewer("metrics");
let house: Awaited<ReturnType<typeof runMetrics>>;
beforeAll(async () => {
  house = await runMetrics();
});
afterAll(() => house.stop());

test("net retention is of those who were customers before, of one partner or of several", async () => {
  const [one, other] = [newId(), newId()];
  const rows = [
    subscription(one, "new", "2016-01-10", 900, "Isdom"),
    subscription(one, "new", "2016-01-10", 600, "Cancity"),
    subscription(one, "contraction", "2017-01-10", 200, "Isdom"),
    subscription(one, "churn", "2017-01-10", 300, "Cancity"),
    subscription(one, "expansion", "2017-02-10", 200, "Isdom"),
    subscription(one, "new", "2017-02-10", 1_000, "Globex"),
    subscription(one, "expansion", "2017-03-10", 300, "Globex"),
    // A customer of the same name is another partner's own.
    subscription(other, "new", "2016-01-10", 100, "Globex"),
    subscription(other, "churn", "2017-01-10", 250, "Globex"),
    subscription(other, "new", "2017-05-10", 100, null),
  ];
  await house.db.transact(system, async (tx) => {
    await putPartners(
      tx,
      [one, other].map((partnerId) => ({ partnerId, tracks: [], region: "West" })),
      new Date(),
    );
    await addFacts(tx, rows, new Date(), "test");
  });
  const retention = async (partnerIds: readonly string[]) => {
    const periods = [{ from: "2016-07-01", to: "2017-07-01" }];
    const [base] = await readIndicatorBase(house.db.readAs(system), { by: "region", periods, partnerIds });
    const values = base === undefined ? [] : indicatorsOf(base, "USD");
    return ["NET_RETENTION", "GROSS_RETENTION"].map((name) => {
      const value = values.find(({ indicator }) => indicator === name)?.value;
      return value == null ? null : toExactString(value);
    });
  };
  expect(await retention([one])).toEqual(["0.8", "2/3"]);
  expect(await retention([other])).toEqual(["-1.5", "0"]);
  expect(await retention([one, other])).toEqual(["0.65625", "0.625"]);
});

function subscription(partnerId: string, kind: string, on: string, amount: number, customer: string | null): FactRow {
  const fact = aFact({ kind: `subscription.${kind}`, on, amountMinor: BigInt(amount) * 100n, customer });
  return {
    partnerId,
    factId: newId(),
    revision: 1,
    family: "test",
    kind: fact.kind,
    externalId: newId(),
    occurredOn: fact.on,
    openedOn: null,
    untilOn: null,
    amountMinor: fact.amountMinor,
    currency: "USD",
    quantity: null,
    customer,
    personId: null,
    product: null,
    attributes: {},
    origin: null,
    reversedOn: null,
    isVoid: false,
    correctedBecause: null,
    refundsDeal: null,
  };
}
