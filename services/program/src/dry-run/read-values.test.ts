import { expect, test } from "vitest";
import { rational } from "../exact/index.js";
import { documentWith, programOf } from "../fixtures/index.js";
import { readValues } from "./read-values.js";

const program = programOf(
  documentWith({
    head: "tracks: { smb: {} }\napprovals: { elite-invitation: { why: Chosen. } }",
    measures: `revenue: { title: Won revenue, sum: amount, of: deal.won }
retention: { ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }] }
by-region: { sum: quantity, of: seats, by: region }
people: { distinct: person, of: certification, by: region }
median-size: { median: amount, of: deal.won }
region: { count: deal.won }`,
    requires:
      "{ all: [{ across: region, requires: { measure: by-region, at-least: 5 } }, { measure: people, at-least: 2 }] }",
  }),
);

function read(source: string) {
  const values = readValues(program, source);
  if (values.kind === "ValuesRefused") throw new Error(values.problems.map(({ message }) => message).join("; "));
  return values.partners;
}
const problems = (source: string) => {
  const values = readValues(program, source);
  return values.kind === "ValuesRead" ? [] : values.problems.map(({ line, message }) => `${line}: ${message}`);
};

test("one partner stands at the top, with the words of the file beside its measures", () => {
  const [partner] = read(`revenue: 120000.50
retention: 16/20
by-region: { NA: 480, EMEA: 20 }
measures: { region: 7 }
tracks: [smb]
region: EMEA
country: IN
joined-on: 2020-01-01
approvals: elite-invitation
tier: gold
since: 2024-01-01`);
  expect(partner?.held).toEqual({ tier: "gold", since: "2024-01-01" });
  expect(partner?.days[0]).toMatchObject({
    on: null,
    partner: { tracks: ["smb"], region: "EMEA", country: "IN", joinedOn: "2020-01-01" },
    approvals: ["elite-invitation"],
  });
  const { values } = partner?.days[0] ?? { values: new Map() };
  expect(values.get("revenue")?.value).toEqual(rational(240001, 2));
  expect(values.get("retention")).toEqual({ value: rational(4, 5), parts: [rational(16), rational(20)], groups: null });
  expect(values.get("by-region")?.value).toEqual(rational(500));
  expect(values.get("region")?.value).toEqual(rational(7));
});

test("several partners stand under their names", () => {
  expect(read("partners: { acme: { revenue: 1 }, globex: { revenue: 2 } }").map(({ name }) => name)).toEqual([
    "acme",
    "globex",
  ]);
});

test("a timeline goes from day to day, and what one does not say is as on the day before", () => {
  const [partner] = read(`revenue: 10
timeline:
  - { on: 2024-03-12, retention: 80% }
  - { on: 2024-04-01, revenue: 20, approvals: [elite-invitation] }`);
  expect(
    partner?.days.map(({ on, values }) => [on, values.get("revenue")?.value, values.get("retention")?.value]),
  ).toEqual([
    ["2024-03-12", rational(10), rational(4, 5)],
    ["2024-04-01", rational(20), rational(4, 5)],
  ]);
  expect(problems("timeline: [{ on: 2024-03-12 }, { on: 2024-03-12 }, { revenue: 1 }]")).toHaveLength(2);
});

test.each([
  ["revenu: 1", "1: unknown key `revenu`; did you mean `revenue`?"],
  ["revenue: yes", "1: expected an amount such as 75000, found `yes`"],
  ["revenue: 1,000", "1: expected an amount such as 75000, found `1,000`"],
  ["revenue: 1.005", "1: expected at most 2 decimals: nothing finer can be reached"],
  ["revenue: 80%", "1: `revenue` is not in percent"],
  ["revenue:", "1: `revenue` is empty: write 0 for none"],
  ["retention: 80", "1: a share above 1 needs a percent sign: 80% rather than 80"],
  ["retention: 1/0", "1: expected a share such as 16/20, 80% or 0.8, found `1/0`"],
  ["by-region: 480", "1: `by-region` is asked of each region: expected a number for each, such as `{ EMEA: 480 }`"],
  ["revenue: { NA: 1 }", "1: `revenue` is one number: it is not grouped by anything"],
  [
    "people: { NA: 1 }",
    "1: the whole of `people` does not follow from its groups: expected `{ whole: 5, groups: { NA: 3 } }`",
  ],
  ["\ntier: platinum", "2: unknown tier `platinum`; expected one of `registered`, `gold`"],
  ["joined-on: 2024-02-30", "1: expected a day such as 2024-03-12, found 2024-02-30"],
  ["since: 2024-02-03", "1: `since` says since when a tier is held, and there is no `tier`"],
])("%j is refused with its line", (source, problem) => {
  expect(problems(source)).toEqual([problem]);
});

test("a ratio or a median may have no value", () => {
  const [partner] = read("retention: ~\nmedian-size:\nby-region: 0\npeople: { whole: 3, groups: { NA: 2 } }");
  expect([...(partner?.days[0].values.values() ?? [])].map(({ value }) => value)).toEqual([
    null,
    null,
    rational(0),
    rational(3),
  ]);
});
