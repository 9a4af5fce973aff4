import fs from "node:fs";
import { schemaFile } from "@tiergraph/schema/schema-files";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, graphql } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";
import { knownValues, NOBODY } from "../security/known-values.js";
import { markersOf } from "../security/markers.js";
import { leaksIn, putAll } from "../security/put-questions.js";
import { walkSchema } from "../security/walk-schema.js";

/** A word of its own in name and title, and numbers that stand nowhere else. */
const programOf = (version: number, bound: string) => `program: kept-programs
version: ${version}
why: Version ${version}.
currency: USD
changes: [{ at: measures.zq9kept-risk, because: zq9kept counts again. }, { at: "tiers.gold.requires.all[1]", because: zq9kept rises. }]
measures:
  revenue: { title: Won revenue, sum: amount, of: deal.won }
  # zq9kept is for us alone.
  zq9kept-risk: { title: The zq9kept risk, given: percent, seen-by: vendor }
  zq9kept-place: { title: The zq9kept place, percentile: zq9kept-risk, among: everyone, seen-by: vendor }
scores:
  zq9kept-score: { terms: [{ measure: revenue, points: 1, each: 100 }, { measure: zq9kept-risk, points: 1, each: 1% }] }
rules: { zq9kept-careful: { measure: zq9kept-risk, at-most: ${bound}, why: Customers are paid in time. } }
tracks: { steady: { classified: { measure: zq9kept-risk, at-most: 135.79% } }, other: { classified: otherwise } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver:
    rank: 1
    why: Silver sells.
    requires: { all: [{ measure: revenue, at-least: 100 }, { measure: zq9kept-risk, at-most: 143.21% }] }
    keeps: { measure: zq9kept-risk, at-most: 144.44% }
  gold:
    rank: 2
    why: Gold sells more.
    requires: { all: [{ measure: revenue, at-least: 5000 }, { rule: zq9kept-careful }, { score: zq9kept-score, at-least: 919191 }] }
`;
// A short word would be found by chance in ids and cursors, which are random letters.
const MARKERS = markersOf([
  "zq9kept",
  "135.79",
  "1.3579",
  "143.21",
  "1.4321",
  "112.34",
  "1.1234",
  "113.57",
  "1.1357",
  "144.44",
  "1.4444",
  "919191",
]);

let tiergraph: Tiergraph;
let story: Story;
let partnerId: string;
const today = dayFromToday(0);

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(programOf(1, "112.34%"));
  await story.publish(programOf(2, "113.57%"));
  partnerId = await story.partner("kept-1");
  await story.wonDeal(partnerId, { externalId: "d1", on: today, amount: "250.00" });
  await story.change("record-facts", {
    facts: [
      {
        kind: "INDICATOR",
        partnerId,
        externalId: "i1",
        on: today,
        quantity: 13579,
        attributes: [{ name: "indicator", value: "zq9kept-risk" }],
      },
    ],
  });
  await story.settled();
  await story.place(today);
});
afterAll(() => tiergraph.stop());

const answersTo = async (token: string) => {
  const schema = buildSchema(fs.readFileSync(schemaFile("api.graphql"), "utf8"));
  const query = schema.getQueryType();
  if (!query) throw new Error("The schema lacks a root type");
  const ids = { own: partnerId, foreign: partnerId, missing: NOBODY };
  const known = knownValues((type) => (type === "Partner" ? ids : { own: NOBODY, foreign: NOBODY, missing: NOBODY }));
  const filling = { ids: "own", texts: "own", extent: "all" } as const;
  return putAll(walkSchema(schema, query, known), { url: tiergraph.url, token, filling, known });
};

test("nothing that a partner or its manager can ask names a kept measure, its value or its bound", {
  timeout: 300_000,
}, async () => {
  for (const role of ["partner", "partner-manager"] as const)
    expect(leaksIn(await answersTo(await tiergraph.tokenOf(role, partnerId)), MARKERS)).toEqual([]);
});

test("a program manager and an analyst see it in measures, decisions, rules and differences", {
  timeout: 300_000,
}, async () => {
  for (const role of ["program-manager", "analyst"] as const) {
    const leaks = leaksIn(await answersTo(await tiergraph.tokenOf(role)), MARKERS).join("\n");
    for (const field of [
      "partner.measures",
      "program.tiers",
      "partner.tierStatus",
      "partner.decisions",
      "programVersions.nodes.changes",
    ])
      expect(leaks).toContain(field);
  }
});

const SEEN = graphql(`query ($id: ID!, $deals: [HypotheticalDealInput!]) { partner(id: $id) {
  measures { measure }
  tierStatus { tier { name } summary keeping { requirement { kind title isMet } }
    next { tier { name } thresholds { kind title isMet why actual target gap } ways { steps { kind inWords } } } }
  whatIf(deals: $deals) { measures { measure } placement { tier { name } summary } } }
  program { source } }`);

test("a partner reads in plain words that a condition is kept, and whether it is met", async () => {
  const token = await tiergraph.tokenOf("partner", partnerId);
  const seen = await ask(tiergraph, token, SEEN, {
    id: partnerId,
    deals: [{ amount: "9000" }],
  });
  expect(seen).toMatchObject({
    partner: {
      measures: [{ measure: "revenue" }],
      tierStatus: {
        tier: { name: "silver" },
        summary: expect.stringMatching(/^Silver, because .* and a condition that the vendor keeps to itself is met\.$/),
        keeping: {
          requirement: { kind: "WITHHELD", isMet: true, title: "A condition that the vendor keeps to itself" },
        },
        next: {
          thresholds: [
            { kind: "THRESHOLD", isMet: false },
            {
              kind: "WITHHELD",
              isMet: false,
              why: "Customers are paid in time.",
              actual: null,
              target: null,
              gap: null,
            },
            { kind: "WITHHELD", isMet: false },
          ],
          ways: [
            {
              steps: [
                { inWords: "4,750.00 USD more of Won revenue" },
                { kind: "WITHHELD", inWords: "meet a condition that the vendor keeps to itself" },
              ],
            },
          ],
        },
      },
      // What is kept stays as it was decided, so that nobody finds a bound by supposing.
      whatIf: { measures: [{ measure: "revenue" }], placement: { tier: { name: "silver" } } },
    },
    program: { source: expect.stringContaining("seen-by: vendor") },
  });
});

test("a partner who names a kept measure gets the answer of one that does not exist, by any version", async () => {
  const token = await tiergraph.tokenOf("partner", partnerId);
  const asking = `query ($id: ID!, $names: [String!]) { partner(id: $id) { measures(names: $names) { id } } }`;
  const askFor = async (name: string) => {
    const response = await fetch(`${tiergraph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: asking, variables: { id: partnerId, names: [name] } }),
    });
    return ((await response.json()) as { errors: { message: string }[] }).errors[0]?.message;
  };
  expect(await askFor("zq9kept-risk")).toBe((await askFor("nothing"))?.replace("nothing", "zq9kept-risk"));
});
