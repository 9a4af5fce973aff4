import { expect, test } from "vitest";
import { rational } from "../../exact/index.js";
import { documentWith, problemsOf, programOf } from "../../fixtures/index.js";
import { SELF_DEALING } from "../facts/index.js";
import type { Measure } from "./measure.js";

const BASE = "revenue: { sum: amount, of: deal.won }\ndeals: { count: deal.won }";

test("a measure's unit follows from what it counts", () => {
  const measures = measuresOf(`revenue: { sum: amount, of: [deal.won, deal.open] }
seats: { sum: quantity, of: seats, window: quarter }
deals: { count: deal.won, window: last fiscal quarter, where: { product: [GTX Pro, 3000] } }
people: { distinct: person, of: certification }
size: { median: amount, of: deal.won }
rate: { ratio: [deals, { count: deal.lost, title: Lost }], window: { rolling: 1 month } }
both: { total: [deals, people] }
growth: { change: revenue, over: 12 months, as: share }
moved: { change: revenue, over: 12 months }
mixed: { total: [deals, revenue], unit: points }
steady: { active: quarters, of-last: 4, with: revenue, at-least: 1 }
place: { percentile: revenue, among: everyone }
told: { given: points }`);
  expect(measures.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
    "revenue money",
    "seats count",
    "deals count",
    "people count",
    "size money",
    "rate percent",
    "both count",
    "growth percent",
    "moved money",
    "mixed points",
    "steady count",
    "place percent",
    "told points",
  ]);
  expect(measures[2]).toMatchObject({
    source: { kinds: ["deal.won"], where: [{ attribute: "product", in: ["GTX Pro", "3000"] }] },
    window: { kind: "quarter", fiscal: true, which: "last" },
  });
  expect(measures[5]).toMatchObject({
    numerator: { name: "deals", window: { kind: "quarter" } },
    denominator: { name: "rate.denominator", title: "Lost", window: { kind: "rolling-months", months: 1 } },
  });
});

test("what is taken off is narrowed as the measure itself, where it does not say otherwise", () => {
  const [list, mapping] = measuresOf(`revenue:
  { sum: amount, of: deal.won, where: { product: A }, self-dealing: excluded, net-of: [deal.refunded], cap-per-customer: 40% }
deals: { count: deal.won, where: { product: A }, net-of: { of: deal.refunded, where: { product: B }, window: year }, cap-per-customer: 3 }`);
  expect(list).toMatchObject({
    source: { except: [SELF_DEALING] },
    netOf: {
      source: { kinds: ["deal.refunded"], where: [{ attribute: "product", in: ["A"] }], except: [SELF_DEALING] },
    },
    capPerCustomer: { kind: "share", most: rational(2, 5) },
  });
  expect(mapping).toMatchObject({
    netOf: { source: { where: [{ attribute: "product", in: ["B"] }] }, window: { kind: "year", which: "current" } },
    capPerCustomer: { kind: "amount", most: rational(3) },
  });
});

test("a given measure is the latest indicator that carries its name", () => {
  const [, given] = measuresOf("revenue: { given: money }\ncsat: { given: percent, window: year }");
  expect(given).toMatchObject({
    kind: "statistic",
    statistic: "latest",
    field: "quantity",
    unit: "percent",
    source: { kinds: ["indicator"], where: [{ attribute: "indicator", in: ["csat"] }] },
  });
});

test("people who hold two professional certificates are counted by the certificates that each holds", () => {
  const [, people] = measuresOf(
    `revenue: { count: deal.won }\nexperts: { distinct: person, of: certification, holding: { level: professional, at-least: 2 } }`,
  );
  expect(people).toMatchObject({
    of: "person",
    atLeast: 2,
    source: { where: [{ attribute: "level", in: ["professional"] }] },
  });
});

test("`active` is a kind of measure, or says of one that only what has not ended counts", () => {
  const [active, steady] = measuresOf(`revenue: { count: integration.launched, active: true }
steady: { active: fiscal years, of-last: 2, with: { count: deal.won }, at-least: 3 }`);
  expect(active).toMatchObject({ kind: "count", onlyActive: true });
  expect(steady).toMatchObject({
    kind: "active-periods",
    period: "year",
    fiscal: true,
    last: 2,
    of: { name: "steady.with", window: { kind: "lifetime" } },
    atLeast: rational(3),
  });
});

test("a measure may be made of what stands below it, and factors are exact", () => {
  const [net] =
    measuresOf(`net: { total: [deals, { measure: lost, times: -1 }, { measure: lost, times: 15/7 }, { measure: lost, times: 5% }] }
deals: { count: deal.won }
lost: { count: deal.lost }
revenue: { change: net, over: 3 months }`);
  if (net?.kind !== "total") throw new Error("Not a total");
  expect(net.terms.map(({ times }) => times)).toEqual([rational(1), rational(-1), rational(15, 7), rational(1, 20)]);
});

test("a measure that is made of itself is refused where it is cited, with the chain", () => {
  const measures = `${BASE}\na: { total: [deals, b] }\nb: { largest: [deals, c] }\nc: { change: a, over: 1 month }\nd: { total: [d] }`;
  expect(problemsOf(documentWith({ measures }))).toBe(
    "measures.c.change: `a` is made of itself: a → b → c → a\nmeasures.d.total[0]: `d` is made of itself: d → d",
  );
});

test.each(["upward", "downward"])("measures are made of one another at most 32 deep, written %s", (direction) => {
  const chainOf = (length: number) => {
    const chain = Array.from({ length }, (_, n) => `m${n + 1}: { total: [m${n}, { measure: m${n}, times: 2 }] }`);
    const ordered = direction === "upward" ? chain : chain.reverse();
    return documentWith({ measures: [BASE, "m0: { count: deal.won }", ...ordered].join("\n") });
  };
  expect(problemsOf(chainOf(31))).toBe("");
  expect(problemsOf(chainOf(32))).toContain("measures are made of one another at most 32 deep");
  const start = process.cpuUsage();
  const problems = problemsOf(chainOf(900));
  // Of the processor, which other tests share: a moment of one alone.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2500);
  expect(problems).toContain("at most 32 deep");
  expect(problems.length).toBeLessThan(100_000);
});

test("many measures that are made of all before them are read in a moment", () => {
  const names = Array.from({ length: 30 }, (_, n) => `m${n}`);
  const lines = names.map((name, n) => `${name}: { total: [deals, ${names.slice(0, n).join(", ")}] }`);
  expect(programOf(documentWith({ measures: [BASE, ...lines].join("\n") })).measures).toHaveLength(32);
});

test("a circle of 900 measures is refused in a moment, in few words", () => {
  const circle = Array.from({ length: 900 }, (_, n) => `m${n}: { total: [m${(n + 1) % 900}, m${(n + 7) % 900}] }`);
  const start = process.cpuUsage();
  const problems = problemsOf(documentWith({ measures: [BASE, ...circle].join("\n") }));
  // Of the processor, which other tests share: a moment of one alone.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2500);
  expect(problems).not.toBe("");
  expect(problems.length).toBeLessThan(100_000);
});

test("a long chain is shown by its beginning and its end", () => {
  const circle = Array.from({ length: 20 }, (_, n) => `m${n}: { change: m${(n + 1) % 20}, over: 1 month }`);
  const problems = problemsOf(documentWith({ measures: [BASE, ...circle].join("\n") }));
  expect(problems).toContain("`m0` is made of itself: m0 → m1 → m2");
  expect(problems).toContain("… → m19 → m0");
});

test.each([
  ["r: { ratio: [b, b] }\nb: { ratio: [r, r] }", "`r` is made of itself: r → b → r"],
  ["r: { ratio: [{ ratio: [] }, { count: deal.won }] }", "found an empty list"],
  ["r: { ratio: [{ count: deal.won }] }", "exactly two measures"],
  ["r: { ratio: [{ count: deal.won }, { sum: amount, of: deal.won }] }", "like by like, not count by money"],
  ["r: { ratio: [{ given: count }, { count: deal.won }] }", "expected one of `sum`"],
  ["d: { count: deal.won }\nr: { ratio: [d, d], window: quarter }", "this window has no effect"],
  ["d: { sum: amount, of: certification }", "no amount or quantity"],
  ["d: { average: quantity, of: certification }", "no amount or quantity"],
  ["d: { count: [deal.won, deal.won] }", "`deal.won` is here a second time"],
  ["d: { count: deal.won, window: forever }", "unknown window `forever`"],
  ["d: { count: deal.won, window: { rolling: 0 days } }", "at most a hundred years"],
  ["d: { count: deal.won, window: { calendar: 6 days } }", "such as `12 months`"],
  ["d: { count: deal.won, where: { product: [] } }", "found an empty list"],
  ["d: { count: deal.won, since: 2024-02-30 }", "expected a day such as 2024-02-27"],
  ["d: { count: deal.won, since: 2024-02-27, before: 2024-02-27 }", "no day is since 2024-02-27 and before"],
  ["d: { count: deal.won, self-dealing: allowed }", "unknown word `allowed`"],
  ["d: { count: deal.won, self-dealing: excluded, except: { self-dealing: yes } }", "`except` says already"],
  ["d: { count: deal.won, active: quarters }", "unknown word `quarters`"],
  ["d: { count: deal.won, effort: -1 }", "an effort is not below zero"],
  ["d: { count: deal.won, cap-per-customer: 0.4 }", "expected a whole number"],
  ["d: { sum: amount, of: deal.won, cap-per-customer: 0.4 }", "expected a share such as 40%"],
  ["d: { sum: amount, of: deal.won, cap-per-customer: 140% }", "at most 100%"],
  ["d: { sum: amount, of: deal.won, net-of: certification }", "no amount or quantity"],
  ["d: { sum: amount, of: deal.won, net-of: deal.refundd }", "did you mean `deal.refunded`?"],
  ["d: { distinct: person, of: certification, net-of: deal.refunded }", "unknown key `net-of`"],
  ["d: { distinct: person, of: certification, holding: { level: a } }", "`at-least` is missing"],
  [
    "d: { distinct: person, of: certification, where: { level: b }, holding: { level: a, at-least: 2 } }",
    "`where` says already which `level` counts",
  ],
  ["d: { total: [revenue, deals] }", "these measures have different units"],
  ["d: { total: [{ measure: revenue, times: 1/0 }] }", "found `1/0`"],
  ["d: { total: [{ count: deal.won }] }", "unknown key `count`"],
  ["d: { largest: [revenue, deals] }", "only what has one unit can be compared, not money with count"],
  ["d: { smallest: [deals] }", "one of two measures or more"],
  ["d: { largest: [deals, deals] }", "`deals` is here a second time"],
  ["d: { change: revnue, over: 12 months }", "did you mean `revenue`?"],
  ["d: { change: revenue, over: 90 days }", "such as `12 months`"],
  ["d: { change: revenue }", "`over` is missing"],
  [
    "d: { change: p, over: 1 month }\np: { percentile: revenue, among: region }",
    "`p` is a percentile, and no other measure",
  ],
  ["d: { change: p, over: 1 month }\np: { top: revenue, among: region }", "`p` is a top, and no other measure"],
  ["d: { percentile: deals, among: town }", "unknown word `town`"],
  ["d: { top: deals, among: [region, town] }", "unknown word `town`"],
  ["d: { percentile: deals, among: region, ties: in }", "unknown key `ties`"],
  ["d: { largest: deals }", "`deals` is one number"],
  [
    "d: { active: months, of-last: 4, with: r, at-least: 1 }\nr: { ratio: [deals, deals] }",
    "`r` is a ratio: `active … with` takes a sum or a count",
  ],
  [
    "d: { active: months, of-last: 4, with: r, at-least: 1 }\nr: { average: amount, of: deal.won }",
    "`r` is an average: `active … with` takes a sum or a count",
  ],
  ["d: { active: weeks, of-last: 4, with: deals, at-least: 1 }", "unknown period `weeks`"],
  ["d: { active: months, of-last: 0, with: deals, at-least: 1 }", "a whole number from 1 to 120"],
  ["d: { active: months, of-last: 4, with: deals, at-least: 0 }", "every period reaches zero"],
  ["d: { active: months, of-last: 4, with: deals, at-least: 0.5 }", "expected a whole number"],
  [
    "d: { active: months, of-last: 4, with: { count: deal.won, window: year }, at-least: 1 }",
    "this window has no effect",
  ],
  [
    "d: { active: months, of-last: 4, with: { distinct: person, of: seats }, at-least: 1 }",
    "expected one of `sum` or `count`",
  ],
  ["d: { review: partnership }", "unknown review `partnership`"],
  ["d: { given: hours }", "unknown word `hours`"],
  ["d: { given: count, where: { product: A } }", "unknown key `where`"],
  ["d: { active: true }", "expected one of `sum`, `count`"],
  ["d:", "expected one of `sum`, `count`"],
  ["Won Deals: { count: deal.won }", "a name has small letters"],
])("the measures %j are refused", (measures, message) => {
  expect(problemsOf(documentWith({ measures: `${BASE}\n${measures}` }))).toContain(message);
});

function measuresOf(measures: string): readonly Measure[] {
  return programOf(documentWith({ measures, requires: "{ measure: revenue, at-least: 1 }" })).measures;
}
