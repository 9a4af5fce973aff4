import { expect, test } from "vitest";
import { ASOF, randomAdjustments, randomFacts, randomOf, randomProgram } from "../fixtures/index.js";
import type { Fact } from "./fact.js";
import { entriesOf } from "./fact-selection.js";
import { countedFacts, measureFacts, measureFromSums } from "./measure-facts.js";
import { matchesSource, type Series, seriesOf, termOf } from "./series.js";
import { totalsOfFacts } from "./totals-of-facts.js";

function sumsByDay(series: Series, facts: readonly Fact[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { fact, on, sign } of facts.flatMap(entriesOf))
    if (matchesSource(series.source, fact)) sums.set(on, (sums.get(on) ?? 0n) + sign * termOf(series, fact));
  return sums;
}

test("sums per day give the same measures as the facts themselves, for 300 random partners and programs", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const program = randomProgram(random);
    const facts = randomFacts(random, 60);
    const asOf = facts[0]?.on ?? ASOF;
    const adjustments = randomAdjustments(random, program);
    const days = new Map(seriesOf(program).map((series) => [series.key, sumsByDay(series, facts)]));
    const fromDays = measureFromSums(
      program,
      asOf,
      {
        ...totalsOfFacts(facts),
        sumOf: ({ key }, { from, to }) => {
          const sums = days.get(key);
          if (sums === undefined) throw new Error(`No series ${key}`);
          return [...sums].filter(([on]) => on < to && on >= (from ?? "")).reduce((sum, [, value]) => sum + value, 0n);
        },
      },
      adjustments,
    );
    expect(fromDays, `seed ${seed}`).toEqual(measureFacts(program, facts, asOf, adjustments));
  }
});

test("neither the order of facts nor their repetition moves a measure, for 300 random partners and programs", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const program = randomProgram(random);
    const facts = randomFacts(random, 40);
    const asOf = facts[0]?.on ?? ASOF;
    const adjustments = randomAdjustments(random, program);
    const shuffled = [...facts, ...facts.filter(() => random() < 0.5)]
      .map((fact) => ({ fact, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ fact }) => ({ ...fact }));
    expect(measureFacts(program, shuffled, asOf, [...adjustments]), `seed ${seed}`).toEqual(
      measureFacts(program, facts, asOf, adjustments),
    );
  }
});

test("only its evidence moves a measure, for 100 random partners and programs", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomOf(seed);
    const program = randomProgram(random);
    const facts = randomFacts(random, 40);
    const asOf = facts[0]?.on ?? ASOF;
    const adjustments = randomAdjustments(random, program);
    measureFacts(program, facts, asOf, adjustments).forEach((value, i) => {
      const measure = program.measures[i];
      if (measure === undefined) throw new Error("No measure");
      const counted = countedFacts(program, measure, facts, asOf, adjustments);
      const again = measureFacts(program, counted, asOf, adjustments)[i];
      expect({ ...again, adjustments: [] }, `seed ${seed}, ${measure.name}`).toEqual({ ...value, adjustments: [] });
    });
  }
});
