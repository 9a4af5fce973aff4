import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "../kit/run-command.js";
import { example } from "../kit/story.js";

const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph program "));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

const NORTHWIND = path.join(ROOT, "services/program/examples/northwind-partners.yaml");
const SMALL = path.join(ROOT, "services/program/examples/crm-rolling-90-days.yaml");
const VALUES = path.join(ROOT, "gateway/cli/examples/values.yaml");
const program = (...args: string[]) => runCommand("program", args);
const written = (name: string, text: string): string => {
  const file = path.join(directory, name);
  fs.writeFileSync(file, text);
  return file;
};

test("a sound document is reported as sound, with what may be unwise in it", async () => {
  expect(await program("check", NORTHWIND)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^northwind-partners 2026\.1: 0 error/m),
  });
});

test("a broken document is refused at its line, with what was meant", async () => {
  const text = example("northwind-partners").replace(
    "measure: revenue, at-least: 50000",
    "measure: revenu, at-least: 50000",
  );
  const file = written("broken.yaml", text);
  const line = text.split("\n").findIndex((content) => content.includes("measure: revenu,")) + 1;
  const { exitCode, stdout, stderr } = await program("check", file);
  expect(exitCode).toBe(1);
  expect(stdout + stderr).toContain(`broken.yaml:${line}:`);
  expect(stdout + stderr).toContain("UNKNOWN_NAME unknown measure `revenu`; did you mean `revenue`?");
  const json = await program("check", file, "--json");
  expect(json.exitCode).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({ problems: [{ code: "UNKNOWN_NAME", line }], findings: [] });
});

test("a rule that two tiers cite is asked of both, under the address of each", async () => {
  const file = written(
    "rules.yaml",
    `program: rules
version: 1
currency: USD
measures: { deals: { count: deal.won }, csat: { given: percent } }
rules: { happy: { all: [{ measure: csat, at-least: 80% }], why: Customers stay. } }
tiers:
  base: { rank: 0, why: All. }
  silver: { rank: 1, why: Sells., requires: { all: [{ measure: deals, at-least: 1 }, { rule: happy }] } }
  gold: { rank: 2, why: Sells more., requires: { all: [{ measure: deals, at-least: 3 }, { rule: happy }] } }
`,
  );
  expect((await program("check", file)).stdout).toMatch(/^rules 1: 0 error/m);
  const values = written("rules-values.yaml", "partners:\n  one: { deals: 5, csat: 79% }\n");
  const { stdout } = await program("place", file, "--measures", values, "--json");
  expect(stdout).toContain("tiers.gold.requires.all[1].all[0]");
  expect(stdout).toContain("tiers.silver.requires.all[1].all[0]");
});

const SCORED = `program: partner-capability
version: "1"
currency: USD
markets: { growth: { title: Growth markets, factor: 50%, countries: [IN], why: Half. } }
measures:
  sales: { title: Sales, sum: amount, of: deal.won, by: solution, window: { rolling: 12 months } }
  deals: { title: Won deals, count: deal.won }
  people: { title: Certified people, distinct: person, of: certification }
weights:
  market-solution:
    by: [market, solution]
    factors: { growth: { azure: 150%, otherwise: 120% }, otherwise: { azure: 1.1, office: 80% } }
    why: Solutions that are new in a market are worth more.
terms:
  skilled: { measure: people, points: 5, each: 2, cap: 25, why: Customers ask for people. }
scores:
  performance: { cap: 50, terms: [{ measure: sales, points: 2, each: 10000, weight: market-solution, cap: 40 }, { any: [{ measure: deals, points: 3 }, { measure: people, points: 4, cap: 12, gate: { measure: deals, at-least: 1 } }], cap: 15, title: Momentum }] }
  skilling: { terms: [{ term: skilled }] }
  overall: { terms: [{ score: performance, points: 1, floor: 10 }, { score: skilling, points: 1 }, { term: skilled }] }
  best: { best-of: [performance, skilling] }
tiers:
  member: { rank: 0, why: Everyone. }
  partner: { rank: 1, why: W., requires: { all: [{ score: overall, at-least: 70, why: All of it. }, { score: best, at-least: 20, why: One of them. }] } }
`;

test("scores of scores, alternatives, weights and shared terms are checked, explained by example and placed, term by term", async () => {
  const file = written("scored.yaml", SCORED);
  expect((await program("check", file)).stdout).toMatch(/^partner-capability 1: 0 error/m);
  const { stdout: examples } = await program("examples", file);
  expect(examples).toContain("| Growth markets and any other solution | 120% |");
  expect(examples).toContain("| – – Certified people | 4 for each, behind a condition | 12 |");
  const values = written(
    "scored-values.yaml",
    "{ country: IN, measures: { sales: { azure: 60000, office: 20000 }, deals: 3, people: 4 } }",
  );
  const { stdout } = await program("place", file, "--measures", values);
  for (const line of [
    "✗ Overall: 54.8 points, asked at least 70 points, 15.2 points missing",
    "Sales: 80,000.00 USD, weighted 114,000.00 USD (azure 60,000.00 USD × 150%, office 20,000.00 USD × 120%), gives 22.8 points",
    "✓ Momentum: Certified people, the best of 2 alternatives, gives 12 points (at most 15)",
    "- Won deals: 3 would give 9 points, and another alternative gives more",
    "✓ Performance: 34.8 points, asked at least 20 points (Skilling comes to 10 points)",
    "1. 2 more of Won deals; 40,666.67 USD more of Sales for azure",
  ])
    expect(stdout).toContain(line);
  // Where the tables, the shared term and an alternative change, each says so once.
  const changed = written(
    "scored-2.yaml",
    SCORED.replace('version: "1"', 'version: "2"')
      .replace("azure: 1.1", "azure: 1.2")
      .replace("points: 5", "points: 6"),
  );
  const { stdout: shown } = await program("diff", file, changed);
  expect(shown).toContain("weights market-solution factors");
  expect(shown).toContain("term skilled points 5 → points 6");
});

test("what one version has otherwise than another is put in words, and whether its reason is missing", async () => {
  const harder = written(
    "harder.yaml",
    example("northwind-partners")
      .replace("version: 2026.1", "version: 2026.2")
      .replace("at-least: 50000", "at-least: 60000"),
  );
  const { exitCode, stdout } = await program("diff", NORTHWIND, harder);
  expect(exitCode).toBe(0);
  expect(stdout.trim().split("\n")).toEqual([
    "Silver: Won revenue at least 50,000.00 USD → at least 60,000.00 USD (no reason given at tiers.silver.requires.all[0])",
  ]);
  expect(JSON.parse((await program("diff", NORTHWIND, harder, "--json")).stdout)).toHaveLength(1);
  expect((await program("check", harder, "--against", NORTHWIND)).exitCode).toBe(1);
});

test("a document is explained to people tier by tier, and prints so that it reads as the same document", async () => {
  const examples = await program("examples", NORTHWIND);
  expect(examples.exitCode).toBe(0);
  for (const title of ["## Registered", "## Silver", "## Gold", "## Platinum"])
    expect(examples.stdout).toContain(title);
  const printed = await program("print", NORTHWIND);
  const again = await program("print", written("printed.yaml", printed.stdout));
  expect(again).toMatchObject({ exitCode: 0, stdout: printed.stdout });
  expect((await program("diff", NORTHWIND, path.join(directory, "printed.yaml"), "--json")).stdout.trim()).toBe("[]");
});

test("half-yearly reviews and a lock from one day to another are explained, and printed as they were written", async () => {
  const text = example("northwind-partners");
  const start = text.indexOf("\ngovernance:");
  const end = start + 1 + text.slice(start + 1).search(/\n(?=\S)/);
  const governance = `
governance:
  cadence: { annual: [07-15, 01-15] }
  freeze: [{ from: 2026-12-15, to: 2027-03-31, why: Two programs become one. }]`;
  const file = written("half-yearly.yaml", text.slice(0, start) + governance + text.slice(end));
  const { stdout } = await program("examples", file);
  expect(stdout).toContain("each year on 15 January and 15 July");
  expect(stdout).toContain("No tier changes from 15 December 2026 to 31 March 2027: Two programs become one.");
  const printed = (await program("print", file)).stdout;
  expect(printed).toMatch(/annual:\s+- 01-15\s+- 07-15/);
  expect(printed).toContain("2027-03-31");
});

test("partners are placed by their values, each with its tier, why, and the shortest ways on", async () => {
  const { exitCode, stdout } = await program("place", NORTHWIND, "--measures", VALUES);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^isdom +Gold\b/m);
  expect(stdout).toMatch(/^cancity +Registered\b/m);
  expect(stdout).toMatch(/^codehow +Silver\b/m);
  expect(stdout).toContain(
    "Registered, because Certified people of 0 on 30 June 2026 is not at least 1, as Silver asks.",
  );
  expect(stdout).toContain("Shortest ways to Silver:\n  1. 1 more of Certified people");
  // From day to day, with what kept the partner where it was.
  expect(stdout).toContain("2026-04-01  Silver (kept): the tier is kept in grace until 6 May 2026");
});

test("partners are placed by their facts, and the same answer is read by machines", async () => {
  const facts = written(
    "facts.csv",
    `partner,kind,on,amount,customer
Acme,deal.won,2026-05-01,60000,A
Acme,deal.won,2026-05-20,50000.50,B
Borealis,deal.won,2026-05-03,80000,C
Cygnus,deal.lost,2026-05-04,9000,D
`,
  );
  const args = ["place", SMALL, "--facts", facts, "--as-of", "2026-06-30"];
  const { exitCode, stdout } = await program(...args);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(
    "Gold, because Won revenue of 110,000.50 USD in the 90 days to 30 June 2026 is at least 100,000.00 USD.",
  );
  const placed = JSON.parse((await program(...args, "--json")).stdout) as { partner: string; tier: string }[];
  expect(placed.map(({ partner, tier }) => `${partner} ${tier}`)).toEqual([
    "Acme gold",
    "Borealis silver",
    "Cygnus registered",
  ]);
  const one = await program(...args, "--json", "--partner", "Borealis");
  expect(JSON.parse(one.stdout)).toMatchObject([{ partner: "Borealis", outcome: "PLACED" }]);
});

test("a value that the program does not measure is refused at its line", async () => {
  const values = written("values.yaml", fs.readFileSync(VALUES, "utf8").replace("won-deals: 10", "won-dealz: 10"));
  const line =
    fs
      .readFileSync(values, "utf8")
      .split("\n")
      .findIndex((content) => content.includes("won-dealz")) + 1;
  const { exitCode, stdout, stderr } = await program("place", NORTHWIND, "--measures", values);
  expect(exitCode).toBe(1);
  expect(stdout + stderr).toContain(`values.yaml:${line}:5 partners.isdom.won-dealz`);
  expect(stdout + stderr).toContain("did you mean `won-deals`?");
});

test.each([
  ["no command", []],
  ["an unknown command", ["guess"]],
  ["no document", ["check"]],
  ["neither values nor facts", ["place", SMALL]],
  ["both values and facts", ["place", SMALL, "--measures", VALUES, "--facts", VALUES]],
  ["a day that is none", ["place", SMALL, "--facts", VALUES, "--as-of", "yesterday"]],
  ["a file that is not there", ["check", path.join(directory, "nowhere.yaml")]],
])("%s ends with 2 and a word on what is wrong", async (_what, args) => {
  const { exitCode, stderr } = await program(...args);
  expect(exitCode).toBe(2);
  expect(stderr).not.toBe("");
});
