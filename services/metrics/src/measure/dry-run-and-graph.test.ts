import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { newId } from "@tiergraph/kit/values/ids";
import { isSimple } from "@tiergraph/program/document/measures";
import { type Program, parseProgram } from "@tiergraph/program/document/program";
import { dryRunFromFacts } from "@tiergraph/program/dry-run";
import { knownCalendarDate, toExactString } from "@tiergraph/program/exact";
import { picksOf, randomFacts, randomOf } from "@tiergraph/program/fixtures";
import { cappedCustomers, type Fact, heldAtZero, type MeasureValue, totalsOfFacts } from "@tiergraph/program/measure";
import { documentsOfMeasures } from "@tiergraph/program/properties";
import { afterAll, beforeAll, expect, test } from "vitest";
import { correctFacts } from "../fact/correction.store.js";
import { factOf } from "../fact/engine-fact.js";
import type { FactRow } from "../fact/fact.store.js";
import { addFacts } from "../fact/fact-write.store.js";
import { factRowOf } from "../fixtures/random-fact-rows.js";
import { runMetrics } from "../fixtures/running-metrics.js";
import { putPartners } from "../partner/partner.store.js";
import { addMissingSeries } from "../series/add-missing-series.tx.js";
import { measurePartners } from "./measure-partners.reads.js";
import { readCappedCustomers, readHeldAtZero } from "./read-parts.reads.js";

const DOCUMENTS = Number(process.env.DESK_DOCUMENTS ?? 80);
const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const system = systemViewer("metrics");
const random = randomOf(SEED);
const { anyOf, below } = picksOf(random);

const partners = Array.from({ length: 10 }, () => ({
  partnerId: newId(),
  tracks: anyOf([[], ["one"], ["two", "one"], ["one", "two"], ["three"]]),
  region: anyOf([null, "West", "East"]),
  country: anyOf([null, "IN", "DE"]),
}));
const rows: FactRow[] = partners.flatMap(({ partnerId }, i) =>
  [...randomFacts(random, below(40)), ...(i === 0 ? heldBack() : [])].map((fact) => ({
    ...factRowOf(partnerId, fact),
    origin: originOf(fact),
  })),
);

let house: Awaited<ReturnType<typeof runMetrics>>;
beforeAll(async () => {
  house = await runMetrics();
  await house.db.transact(system, async (tx) => {
    await putPartners(tx, partners, new Date());
    await addFacts(tx, rows, new Date(), "test");
    const reversed = rows.flatMap((fact) =>
      fact.reversedOn === null ? [] : [{ fact, reversedOn: fact.reversedOn, isVoid: true }],
    );
    await correctFacts(tx, reversed, { at: new Date(), by: "test", because: "It was wrong." });
  });
});
afterAll(() => house.stop());

test(`a dry run and the graph measure the same, place among others included, by ${DOCUMENTS} random documents`, async () => {
  console.info(`dry run and graph: seed ${SEED}, ${DOCUMENTS} documents`);
  const reader = house.db.readAs(system);
  const facts = new Map(
    partners.map(({ partnerId }) => [partnerId, rows.filter((row) => row.partnerId === partnerId).map(factOf)]),
  );
  const profiles = partners.map(({ partnerId, ...partner }) => ({
    name: partnerId,
    held: null,
    days: [{ on: null, partner, approvals: [], values: new Map() }] as const,
  }));
  for (const source of documentsOfMeasures({ seed: SEED, count: DOCUMENTS })) {
    const program = readable(source);
    await house.db.transact(system, (tx) => addMissingSeries(tx, program));
    const asOf = knownCalendarDate(rows[below(rows.length)]?.occurredOn ?? "2017-06-30");
    const dryRun = dryRunFromFacts(program, { facts, profiles, days: [asOf], isMissingZero: true });
    if (dryRun.kind === "ValuesMissing") throw new Error(dryRun.messages.join());
    const graph = await measurePartners(
      { own: reader, everyone: reader },
      partners.map(({ partnerId }) => ({ partnerId, program, asOf })),
    );
    for (const [i, { partnerId }] of partners.entries()) {
      const laid = dryRun.partners.find(({ name }) => name === partnerId)?.days[0]?.measures ?? new Map();
      expect(inText(graph[i] ?? []), `${asOf}: ${source}`).toEqual(inText([...laid.values()]));
    }
  }
}, 600_000);

test("what counts of each customer under a cap is the same from the database", async () => {
  const reader = house.db.readAs(system);
  const asOf = knownCalendarDate("2017-06-30");
  const program = readable(
    JSON.stringify({
      program: "capped",
      version: "1",
      currency: "USD",
      tiers: { base: { rank: 0, why: "Everyone." } },
      measures: { m: { sum: "amount", of: "deal.won", "net-of": "deal.refunded", "cap-per-customer": "40%" } },
    }),
  );
  const [measure] = program.measures;
  if (measure === undefined || !isSimple(measure)) throw new Error("There is one measure");
  for (const { partnerId } of partners) {
    const facts = rows.filter((row) => row.partnerId === partnerId).map(factOf);
    const on = { program, asOf, adjustments: [] };
    const known = cappedCustomers(measure, { ...on, excused: [], totals: totalsOfFacts(facts) });
    const read = await readCappedCustomers(reader, { partnerId, measure, ...on });
    const shown = (capped: typeof read) =>
      capped?.customers.map(({ customer, explanation }) => `${customer} ${explanation}`).sort();
    expect(shown(read)).toEqual(shown(known));
    expect(read?.whole).toEqual(known?.whole);
  }
});

test("what a measure is held back by at zero is the same from the database", async () => {
  const reader = house.db.readAs(system);
  const program = readable(
    JSON.stringify({
      program: "held",
      version: "1",
      currency: "USD",
      tiers: { base: { rank: 0, why: "Everyone." } },
      measures: {
        sum: { sum: "amount", of: "deal.won", window: "month" },
        count: { count: "deal.won", window: "month" },
      },
    }),
  );
  let held = 0;
  for (const { partnerId } of partners) {
    const facts = rows.filter((row) => row.partnerId === partnerId).map(factOf);
    for (const asOf of new Set(facts.flatMap(({ reversedOn }) => reversedOn ?? [])))
      for (const measure of program.measures.filter(isSimple)) {
        const on = { program, asOf, adjustments: [] };
        const known = heldAtZero(measure, { ...on, excused: [], totals: totalsOfFacts(facts) });
        expect(await readHeldAtZero(reader, { partnerId, measure, ...on })).toEqual(known);
        if (known !== null) held++;
      }
  }
  expect(held).toBeGreaterThan(0);
});

/** A deal that is taken back in June for more than what was sold in it, no matter what is drawn beside. */
function heldBack(): Fact[] {
  const [one] = randomFacts(randomOf(1), 1);
  if (one === undefined) throw new Error("One fact was asked for");
  const won = { ...one, kind: "deal.won", until: null, quantity: null, happenedOn: null };
  return [
    { ...won, on: knownCalendarDate("2019-05-10"), amountMinor: 100_000n, reversedOn: knownCalendarDate("2019-06-20") },
    { ...won, on: knownCalendarDate("2019-06-05"), amountMinor: 30_000n, reversedOn: null },
  ];
}

function originOf({ happenedOn }: Fact): FactRow["origin"] {
  return happenedOn == null ? null : { happenedOn };
}

function readable(source: string): Program {
  const parsed = parseProgram(source);
  if (parsed.kind === "ProgramParsed") return parsed.program;
  throw new Error(`${source}: ${JSON.stringify(parsed.problems)}`);
}

const inText = (values: readonly MeasureValue[]): string[] =>
  values
    .map(({ measure, value, groups }) => {
      const parts =
        groups === null ? "" : JSON.stringify([...groups].map(([name, part]) => [name, toExactString(part)]));
      return `${measure} ${value === null ? "none" : toExactString(value)} ${parts}`;
    })
    .sort();
