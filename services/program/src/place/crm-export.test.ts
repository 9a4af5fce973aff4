import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CalendarDate, knownCalendarDate } from "../exact/calendar-date.js";
import { aFact } from "../fixtures/sample-facts.js";
import { programOf } from "../fixtures/sample-program.js";
import type { Fact } from "../measure/fact.js";
import { measureFacts } from "../measure/measure-facts.js";
import { placePartner } from "./place-partner.js";

const example = new URL("../../examples/crm-rolling-90-days.yaml", import.meta.url);
const csv = new URL("../../../../../shared/data/crm/sales_pipeline.csv", import.meta.url);

if (!existsSync(csv)) console.warn(`The CRM export is not placed: there is no ${csv.pathname}`);

test.skipIf(!existsSync(csv)).each([
  ["2017-06-30", { gold: 13, silver: 7, registered: 10 }],
  ["2017-12-31", { gold: 11, silver: 6, registered: 13 }],
])("the sellers of the CRM export, by what they won in the 90 days to %s, are %o", (asOf, expected) => {
  const factsByAgent = wonDealsByAgent(readFileSync(csv, "utf8"));
  const tiers = [...factsByAgent.values()].map((facts) => tierOf(facts, knownCalendarDate(asOf)));
  expect(tiers).toHaveLength(30);
  expect([...factsByAgent.values()].flat()).toHaveLength(4238);
  const counts = Object.fromEntries(
    Object.keys(expected).map((tier) => [tier, tiers.filter((t) => t === tier).length]),
  );
  expect(counts).toEqual(expected);
});

const program = programOf(readFileSync(example, "utf8"));

function tierOf(facts: readonly Fact[], asOf: CalendarDate): string {
  const measures = new Map(measureFacts(program, facts, asOf).map((value) => [value.measure, value]));
  return placePartner({ program, asOf, measures, partner: { tracks: [] }, current: null }).tier;
}

// No field of this file is quoted, so that commas separate.
function wonDealsByAgent(text: string): Map<string, Fact[]> {
  const byAgent = new Map<string, Fact[]>();
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [id = "", agent = "", product = "", customer = "", stage, , on = "", value = ""] = line.split(",");
    if (stage !== "Won") continue;
    const fact = aFact({ id, product, customer, on, amountMinor: BigInt(value) * 100n });
    byAgent.set(agent, [...(byAgent.get(agent) ?? []), fact]);
  }
  return byAgent;
}
