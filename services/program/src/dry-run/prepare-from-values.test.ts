import { expect, test } from "vitest";
import { knownCalendarDate, rational } from "../exact/index.js";
import { documentWith, programOf } from "../fixtures/index.js";
import { dryRunFromValues } from "./prepare-from-values.js";
import { readValues } from "./read-values.js";

const program = programOf(
  documentWith({
    measures: `new: { count: subscription.new }
lost: { count: subscription.churn }
net: { total: [new, { measure: lost, times: -1 }] }
most: { largest: [new, lost] }
rate: { ratio: [new, lost] }
standing: { percentile: new, among: everyone }
unneeded: { count: deal.won }`,
    requires:
      "{ all: [{ measure: net, at-least: 3 }, { measure: most, at-least: 1 }, { measure: rate, at-least: 1% }, { measure: standing, at-least: 50% }] }",
  }),
);

function lay(source: string, isMissingZero = false) {
  const read = readValues(program, source);
  if (read.kind === "ValuesRefused") throw new Error(JSON.stringify(read.problems));
  return dryRunFromValues(program, read.partners, { asOf: knownCalendarDate("2026-06-30"), isMissingZero });
}

test("what is made of given measures follows from them, and percentiles rank the partners of the file", () => {
  const prepared = lay(
    "partners: { acme: { new: 10, lost: 4 }, globex: { new: 8, lost: 0 }, isdom: { new: 8, lost: 9 } }",
  );
  if (prepared.kind === "ValuesMissing") throw new Error(prepared.messages.join());
  const values = prepared.partners.map(({ days }) =>
    ["net", "most", "rate", "standing"].map((name) => days[0]?.measures.get(name)?.value),
  );
  expect(values).toEqual([
    [rational(6), rational(10), rational(5, 2), rational(1)],
    [rational(8), rational(8), null, rational(2, 3)],
    [rational(-1), rational(9), rational(8, 9), rational(2, 3)],
  ]);
});

test("what is given stands, no matter what its parts say", () => {
  const prepared = lay("new: 10\nlost: 4\nnet: 100");
  if (prepared.kind === "ValuesMissing") throw new Error(prepared.messages.join());
  expect(prepared.partners[0]?.days[0]?.measures.get("net")?.value).toEqual(rational(100));
});

test("what requirements need and nothing says is refused by its name, unless it is to count for nothing", () => {
  expect(lay("new: 10")).toEqual({
    kind: "ValuesMissing",
    messages: ["partner: there is no value for `lost`. Gold cannot be judged without."],
  });
  const prepared = lay("new: 10", true);
  if (prepared.kind === "ValuesMissing") throw new Error(prepared.messages.join());
  expect(prepared.partners[0]?.days[0]?.measures.get("net")?.value).toEqual(rational(10));
});

test("what is missing counts for nothing at the bottom, and what is given stands beside it", () => {
  const best = programOf(
    documentWith({
      measures: `a: { count: deal.won }
g: { change: a, over: 12 months }
h: { count: deal.lost }
best: { largest: [h, g] }
sum: { total: [h, g] }
worst: { smallest: [h, best] }
part: { ratio: [h, sum] }`,
      requires:
        "{ all: [{ measure: best, at-least: 1 }, { measure: sum, at-least: 1 }, { measure: worst, at-least: 1 }] }",
    }),
  );
  const read = readValues(best, "h: 5");
  if (read.kind === "ValuesRefused") throw new Error("The values are well formed");
  const day = knownCalendarDate("2026-06-30");
  const prepared = dryRunFromValues(best, read.partners, { asOf: day, isMissingZero: true });
  if (prepared.kind === "ValuesMissing") throw new Error(prepared.messages.join());
  const measures = prepared.partners[0]?.days[0]?.measures;
  expect(["best", "sum", "worst", "part", "g"].map((name) => measures?.get(name)?.value)).toEqual([
    rational(5),
    rational(5),
    rational(5),
    rational(1),
    rational(0),
  ]);
  expect(dryRunFromValues(best, read.partners, { asOf: day, isMissingZero: false })).toEqual({
    kind: "ValuesMissing",
    messages: ["partner: there is no value for `g`. Gold cannot be judged without."],
  });
});

test("a composite is worked out for each group, from what its operands come to there", () => {
  const shares = programOf(
    documentWith({
      measures: `by-area: { sum: amount, of: deal.won, by: area }
all: { sum: amount, of: deal.won }
share: { ratio: [by-area, all] }`,
      requires: "{ for-each: area, requires: { measure: share, at-most: 60% } }",
    }),
  );
  const read = readValues(shares, "by-area: { north: 90, south: 10 }\nall: 100");
  if (read.kind === "ValuesRefused") throw new Error(JSON.stringify(read.problems));
  const prepared = dryRunFromValues(shares, read.partners, {
    asOf: knownCalendarDate("2026-06-30"),
    isMissingZero: false,
  });
  if (prepared.kind === "ValuesMissing") throw new Error(prepared.messages.join());
  expect([...(prepared.partners[0]?.days[0]?.measures.get("share")?.groups ?? [])]).toEqual([
    ["north", rational(9, 10)],
    ["south", rational(1, 10)],
  ]);
});
