import type { Transaction } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { fromStart } from "@tiergraph/kit/paging/page";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { newId } from "@tiergraph/kit/values/ids";
import { cohortOf } from "@tiergraph/program/assess";
import type { PercentileMeasure } from "@tiergraph/program/document/measures";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { knownCalendarDate as day, rational, toExactString } from "@tiergraph/program/exact";
import {
  aDistinct,
  aMeasure,
  picksOf,
  programWith,
  randomAdjustments,
  randomOf,
  randomProgram,
} from "@tiergraph/program/fixtures";
import { type MeasureValue, measureFacts, ranksOf, shareOfRank } from "@tiergraph/program/measure";
import { inputsOf } from "@tiergraph/program/place";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAdjustments, putAdjustmentState } from "../adjustment/adjustment.store.js";
import { adjustmentsOfPartners } from "../adjustment/adjustments-of-partners.reads.js";
import { correctFacts } from "../fact/correction.store.js";
import { evidenceList } from "../fact/counted-fact.store.js";
import { factOf } from "../fact/engine-fact.js";
import type { FactRow } from "../fact/fact.store.js";
import { addFacts, retireFacts } from "../fact/fact-write.store.js";
import type { FactMovement } from "../fact/known-facts.js";
import { randomFactRows } from "../fixtures/random-fact-rows.js";
import { runMetrics } from "../fixtures/running-metrics.js";
import { putPartners } from "../partner/partner.store.js";
import { rollupDeltas } from "../recording/rollup-deltas.js";
import { addMissingSeries } from "../series/add-missing-series.tx.js";
import { listSlottedSeries } from "../series/list-slotted-series.reads.js";
import { addToRollups } from "../series/series.store.js";
import { evidenceSources } from "./evidence-sources.js";
import { measurePartners } from "./measure-partners.reads.js";
import type { Measuring } from "./measuring.js";
import { tallyPartners } from "./tally-partners.reads.js";
import { tallyPlan } from "./tally-plan.js";

const PARTNERS = 200;

const PROGRAMS = 5;

const ROUNDS = Number(process.env.MEASURE_ROUNDS ?? 5);

const system = systemViewer("metrics");

const random = randomOf(20_261_122);

const { anyOf, below } = picksOf(random);

const programs = Array.from(
  { length: PROGRAMS },
  (_, i): Program => ({
    ...randomProgram(random),
    name: `random-${i}`,
    markets: [
      { name: "growth", title: "Growth", factor: rational(1, 2), regions: ["East"], countries: ["IN"], why: "Why." },
    ],
  }),
);

const partners = Array.from({ length: PARTNERS }, () => ({
  partnerId: newId(),
  tracks: anyOf([[], ["one"], ["two", "one"], ["one", "two"]]),
  region: anyOf([null, "West", "East"]),
  country: anyOf([null, "IN", "DE"]),
}));

const rows: FactRow[] = partners.flatMap(({ partnerId }) => randomFactRows(random, partnerId, below(45)));

const rowsOf = (partnerId: string): FactRow[] => rows.filter((row) => row.partnerId === partnerId);

const ADDITIVE = `
program: additive
version: 1
currency: USD
fiscal-year-starts-in: 2
measures:
  revenue: { sum: amount, of: deal.won, net-of: [deal.refunded], window: { rolling: 90 days } }
  ever: { sum: amount, of: [deal.won, deal.lost] }
  deals: { count: deal.won, window: { rolling: 12 months } }
  seats: { sum: quantity, of: seats, window: last fiscal quarter }
  rate: { ratio: [deals, { count: [deal.won, deal.lost], window: { rolling: 12 months } }] }
  recent: { count: deal.won, window: { rolling: 5 days }, except: { product: GTX Pro } }
tiers: { base: { rank: 0, why: Everyone. } }
`;

const additive = publishedProgram(ADDITIVE);

let house: Awaited<ReturnType<typeof runMetrics>>;

beforeAll(async () => {
  house = await runMetrics();
  await house.db.transact(system, async (tx) => {
    await putPartners(tx, partners, new Date());
    const [early, late, retired] = [rows.slice(0, rows.length / 2), rows.slice(rows.length / 2), rows.slice(0, 200)];
    const states = retired.map((row) => ({ ...row, factId: newId(), externalId: newId() }));
    await addFacts(tx, [...early, ...states], new Date(), "test");
    await reverse(tx, early);
    // Half of the facts are summed up when a program first needs them, the other half as they come.
    await retireFacts(tx, states, new Date());
    for (const program of [...programs, additive]) await addMissingSeries(tx, program);
    await addFacts(tx, late, new Date(), "test");
    await reverse(tx, late);
    const deltas = rollupDeltas(
      await listSlottedSeries(tx),
      late.flatMap((fact): FactMovement[] => {
        const { reversedOn } = fact;
        return [{ fact, sign: 1n }, ...(reversedOn === null ? [] : [{ fact, sign: -1n as const, on: reversedOn }])];
      }),
    );
    if (deltas.length > 0) await addToRollups(tx, deltas);
    await putRandomAdjustments(tx);
  });
});

afterAll(() => house.stop());

/** Holds what is measured of partners against what the engine makes of their facts. */
async function expectAsFromFacts(program: Program, measurings: readonly Measuring[]): Promise<void> {
  const reader = house.db.readAs(system);
  const measured = await measurePartners({ own: reader, everyone: reader }, measurings);
  const adjustments = await adjustmentsOfPartners(reader, measurings);
  measurings.forEach(({ partnerId, asOf }, i) => {
    const expected = measureFacts(program, rowsOf(partnerId).map(factOf), asOf, adjustments[i]);
    expect(measured[i], `${program.name}, ${partnerId} on ${asOf}`).toEqual(expected);
  });
}

test(`SQL measures what the engine measures from the facts themselves, ${PARTNERS * PROGRAMS * ROUNDS} times: ${PARTNERS} random partners by ${PROGRAMS} random programs on ${ROUNDS} days`, async () => {
  // Places among others are compared below: each takes as much as measuring everyone.
  const own = programs.map(withoutPercentiles);
  for (const program of own.flatMap((each) => Array(ROUNDS).fill(each) as Program[])) {
    const days = [randomDay(), randomDay(), randomDay()] as const;
    await expectAsFromFacts(
      program,
      partners.map(({ partnerId }): Measuring => ({ partnerId, program, asOf: anyOf(days) })),
    );
  }
  // A few partners on many days are added up here, from rows and facts that are read once.
  for (const program of own)
    for (const { partnerId } of partners.slice(0, 12))
      await expectAsFromFacts(
        program,
        Array.from({ length: 12 }, (): Measuring => ({ partnerId, program, asOf: randomDay() })),
      );
}, 600_000);

test("tallied for many at once, sums, counts and ratios come to the same as measure by measure", async () => {
  const reader = house.db.readAs(system);
  const slots = new Map((await listSlottedSeries(reader)).map(({ slot, series }) => [series.key, slot]));
  const ids = [...partners.map(({ partnerId }) => partnerId), newId()];
  for (let i = 0; i < 12; i++) {
    const asOf = i === 0 ? day("2017-06-30") : randomDay();
    const plan = tallyPlan(additive, asOf, slots);
    if (plan === null) throw new Error("Everything here adds up");
    const measurings = ids.map((partnerId): Measuring => ({ partnerId, program: additive, asOf }));
    const measured = await measurePartners({ own: reader, everyone: reader }, measurings);
    expect(await tallyPartners(reader, plan, ids), asOf).toEqual(measured.map(inputsOf));
  }
});

test("what does not add up over days cannot be tallied", () => {
  const slots = new Map([...Array(64)].map((_, slot) => [`series ${slot}`, slot]));
  const people = publishedProgram(
    ADDITIVE.replace("program: additive", "program: people").replace(
      "  deals:",
      "  people: { distinct: person, of: certification }\n  deals:",
    ),
  );
  expect(tallyPlan(people, day("2017-06-30"), slots)).toBeNull();
});

test("a place among others is worked out of what each of them measures, no matter what is ranked and who is compared", async () => {
  const reader = house.db.readAs(system);
  for (const program of programs) {
    const asOf = randomDay();
    const measurings = partners.map(({ partnerId }): Measuring => ({ partnerId, program, asOf }));
    const measured = await measurePartners({ own: reader, everyone: reader }, measurings);
    for (const measure of program.measures.filter((candidate) => candidate.kind === "percentile")) {
      const ranks = partners.map(({ partnerId }, i) => [partnerId, valueIn(measured[i], measure.name)]);
      expect(ranks, program.name).toEqual(expectedRanks(program, measure, asOf));
    }
  }
});

test("evidence is exactly the facts that the engine counted", async () => {
  const reader = house.db.readAs(system);
  for (const program of programs) {
    const asOf = randomDay();
    const measurings = partners.slice(0, 5).map(({ partnerId }) => ({ partnerId, program }));
    const adjustments = await adjustmentsOfPartners(reader, measurings);
    for (const [i, { partnerId }] of measurings.entries())
      for (const { name } of program.measures) {
        const countings = evidenceSources(program, { measure: name, asOf }, adjustments[i] ?? []);
        const listed = await evidenceList.of(reader, { partnerId, countings }).read(fromStart(1_000));
        const facts = listed.map(factOf);
        const whole = rowsOf(partnerId).map(factOf);
        const only = (given: typeof facts) =>
          measureFacts(program, given, asOf, adjustments[i]).find(({ measure }) => measure === name)?.value;
        expect(only(facts), `${program.name} ${name}`).toEqual(only(whole));
      }
  }
});

test("measuring costs the same statements for one partner as for all of them, and none that nothing asks for", async () => {
  const reader = house.db.readAs(system);
  const statementsFor = (program: Program, count: number) =>
    house.statementsOf(() =>
      measurePartners(
        { own: reader, everyone: reader },
        partners.slice(0, count).map(({ partnerId }) => ({ partnerId, program, asOf: day("2017-03-31") })),
      ),
    );
  const [first = programWith()] = programs;
  const sum = first.measures.find(isPlainSum);
  if (sum === undefined) throw new Error("A random program has sums");
  const rank = aMeasure("rank", { kind: "percentile", of: sum, among: ["region"], counts: "not-above" });
  const program = { ...first, measures: [...withoutPercentiles(first).measures, aDistinct("customers"), rank] };
  const all = await statementsFor(program, PARTNERS);
  expect((await statementsFor(program, 1)).length).toBe(all.length); // Of few, rows are read in place of sums.
  expect(all).toEqual([
    "adjustment.list-approved",
    "partner.find-places",
    "series.list",
    "series.sum",
    "fact.count-distinct",
    "fact.gather",
    "rank.partners",
  ]);
  const plain = { ...programWith(), name: "plain", measures: program.measures.filter(isPlainSum) };
  expect(await statementsFor(plain, 20)).toEqual(["adjustment.list-approved", "series.list", "series.sum"]);
});

test("a partner's own view ranks it among all, of whom it sees nothing else", async () => {
  const [program = programWith()] = programs;
  const asOf = day("2017-03-31");
  const [{ partnerId } = { partnerId: "" }] = partners;
  const viewer: Viewer = { role: "PARTNER", subject: "p", partnerIds: [partnerId] };
  const everyone = house.db.readAs(system);
  const measure = async (own: Viewer) =>
    measurePartners({ own: house.db.readAs(own), everyone }, [{ partnerId, program, asOf }]);
  expect(await measure(viewer)).toEqual(await measure(system));
});

/** What some facts are: taken off again on a later day. */
const reverse = (tx: Transaction, facts: readonly FactRow[]) =>
  correctFacts(
    tx,
    facts.flatMap((fact) => (fact.reversedOn === null ? [] : [{ fact, reversedOn: fact.reversedOn, isVoid: true }])),
    { at: new Date(), by: "test", because: "It was wrong." },
  );

async function putRandomAdjustments(tx: Parameters<typeof addAdjustments>[0]): Promise<void> {
  for (const program of programs) {
    const proposals = [...randomAdjustments(random, program), ...randomAdjustments(random, program)].map(
      (adjustment) => ({
        adjustmentId: newId(),
        program: program.name,
        measure: adjustment.measure,
        kind: adjustment.kind,
        fromOn: adjustment.from,
        toOn: adjustment.to,
        factor: adjustment.factor === null ? null : toExactString(adjustment.factor),
        regions: anyOf([[], [], ["West"], ["East", "West"]]),
        markets: anyOf([[], [], ["growth"]]),
        why: adjustment.why,
        method: null,
        proposedBy: "first",
        proposedAt: new Date(),
        decidedBy: null,
        decidedAt: null,
        endedBy: null,
        endedAt: null,
        state: "PROPOSED" as const,
      }),
    );
    await addAdjustments(tx, proposals);
    for (const proposal of proposals.filter(() => random() < 0.8))
      await putAdjustmentState(tx, { ...proposal, state: "APPROVED", decidedBy: "second", decidedAt: new Date() });
  }
}

function expectedRanks(program: Program, percentile: PercentileMeasure, asOf: ReturnType<typeof randomDay>) {
  const totals = partners.map((partner) => {
    const facts = rowsOf(partner.partnerId).map(factOf);
    const [value] = measureFacts({ ...program, measures: [percentile.of] }, facts, asOf);
    const cohort = cohortOf(program, percentile.among, partner);
    return { partnerId: partner.partnerId, cohort: cohort ?? "", value: value?.value ?? null };
  });
  const ranks = new Map(
    [...groupBy(totals, ({ cohort }) => cohort)].flatMap(([cohort, members]) =>
      cohort === "" ? [] : [...ranksOf(new Map(members.map(({ partnerId, value }) => [partnerId, value])))],
    ),
  );
  return partners.map(({ partnerId }) => [partnerId, shareOfRank(percentile, ranks.get(partnerId) ?? null)]);
}

const withoutPercentiles = (program: Program): Program => ({
  ...program,
  measures: program.measures.filter(({ kind }) => kind !== "percentile"),
});

const valueIn = (values: readonly MeasureValue[] = [], name: string) =>
  values.find(({ measure }) => measure === name)?.value ?? null;

const isPlainSum = ({ name }: { name: string }): boolean => name.startsWith("sum-");

const randomDay = () => day(rows[below(rows.length)]?.occurredOn ?? "2017-06-30");
