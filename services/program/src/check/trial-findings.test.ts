import { expect, test } from "vitest";
import { parseProgram } from "../document/program/index.js";
import { checkProgram, withLines } from "./check-program.js";

/** What the check finds in a document of three tiers, as `CODE path`. */
function found(sections: {
  readonly measures?: string;
  readonly silver: string;
  readonly gold: string;
  readonly more?: string;
}) {
  const source = `program: p
version: 1
currency: USD
measures:
  sales: { title: Sales, sum: amount, of: deal.won }
  services: { title: Services, sum: amount, of: deal.won, where: { product: services } }
  share: { title: Services share, ratio: [services, sales] }
  rate: { title: Rate, ratio: [{ count: deal.won }, { count: [deal.won, deal.lost] }] }
  experts: { title: Experts, distinct: person, of: certification, where: { level: expert } }
tiers:
  base: { rank: 0, why: W. }
  silver: { rank: 1, why: W., requires: ${sections.silver} }
  gold: { rank: 2, why: W., ${sections.gold} }
${sections.more ?? ""}`;
  const parsed = parseProgram(source);
  if (parsed.kind === "ProgramRefused") throw new Error(parsed.problems[0]?.message);
  return withLines(checkProgram(parsed.program), source);
}
const codes = (sections: Parameters<typeof found>[0]) => found(sections).map(({ code, path }) => `${code} ${path}`);

test("a tier that inherits another and asks more of the same share is reachable", () => {
  const all = codes({
    silver: "{ all: [{ measure: rate, at-least: 85% }, { measure: sales, at-least: 10 }] }",
    gold: "inherits: silver, requires: { measure: rate, at-least: 90% }",
  });
  expect(all.filter((code) => code.includes("REACHABLE"))).toEqual([]);
});

test("an option that asks less of one measure and more of another is no fall", () => {
  const all = codes({
    silver:
      "{ any: [{ measure: sales, at-least: 800000 }, { all: [{ measure: sales, at-least: 200000 }, { measure: share, at-least: 20% }] }] }",
    gold: "requires: { any: [{ all: [{ measure: sales, at-least: 400000 }, { measure: share, at-least: 30% }] }, { measure: services, at-least: 600000 }] }",
  });
  expect(all.filter((code) => code.startsWith("THRESHOLD_FALLS"))).toEqual([]);
});

test("an option that asks less of the same measures is a fall still", () => {
  const all = codes({
    silver: "{ any: [{ measure: sales, at-least: 800 }, { measure: services, at-least: 300 }] }",
    gold: "requires: { any: [{ measure: sales, at-least: 700 }, { measure: services, at-least: 600 }] }",
  });
  expect(all).toContain("THRESHOLD_FALLS tiers.gold.requires.any[0]");
});

test("a higher tier that does not ask what the lower one asks is reported, unless it inherits or cites it", () => {
  const silver = "{ all: [{ measure: sales, at-least: 10 }, { measure: rate, at-least: 50% }] }";
  const dropped = (gold: string, more = "") =>
    codes({ silver, gold, more }).filter((code) => code.startsWith("REQUIREMENT_DROPPED"));
  expect(dropped("requires: { measure: sales, at-least: 20 }")).toEqual(["REQUIREMENT_DROPPED tiers.gold.requires"]);
  expect(dropped("inherits: silver, requires: { measure: sales, at-least: 20 }")).toEqual([]);
  expect(dropped("requires: { measure: sales, at-least: 20 }", "ladder: cumulative")).toEqual([]);
  expect(dropped(`requires: ${silver.replace("10", "20")}`)).toEqual([]);
});

test("a level that no course certifies cannot be reached by training; without courses nothing is said", () => {
  const asking = { silver: "{ measure: experts, at-least: 1 }", gold: "requires: { measure: experts, at-least: 2 }" };
  const courses = (level: string) => `courses: { c: { title: C, certifies: { level: ${level}, valid: 12 months } } }`;
  const untaught = (more: string) =>
    found({ ...asking, more })
      .filter(({ code }) => code === "LEVEL_NOT_TAUGHT")
      .map(({ path }) => path);
  expect(untaught(courses("foundation"))).toEqual(["tiers.silver.requires", "tiers.gold.requires"]);
  expect(untaught(courses("expert"))).toEqual([]);
  expect(untaught("")).toEqual([]);
});

test("each finding has the line on which it stands; what is left out has that of what it is left out of", () => {
  const all = found({ silver: "{ measure: sales, at-least: 10 }", gold: "requires: { measure: sales, at-least: 5 }" });
  expect(all.find(({ code }) => code === "THRESHOLD_FALLS")?.line).toBe(13);
  expect(all.find(({ code, path }) => code === "UNUSED_MEASURE" && path === "measures.rate")?.line).toBe(8);
  expect(all.find(({ code }) => code === "NO_SAFEGUARDS")?.line).toBe(1);
});

const TIERS = { silver: "{ measure: sales, at-least: 10 }", gold: "requires: { measure: sales, at-least: 20 }" };
const flat = (more: string) =>
  found({ ...TIERS, more }).filter(
    ({ code, message }) => code === "VALUE_DOES_NOT_RISE" && message.includes("financial"),
  );

test("financial value sees rebates and funds, and no amount is said where no benefit states one", () => {
  const desk = "benefits: { desk: { dimension: technical-enablement, why: W. } }\n";
  expect(flat(desk)).toHaveLength(1);
  expect(flat(`${desk}rebates: { r: { of: deal.won, rate: { silver: 1%, gold: 2% }, why: W. } }`)).toEqual([]);
  const same = flat(`${desk}rebates: { r: { of: deal.won, rate: { silver: 2%, gold: 2% }, why: W. } }`);
  expect(same.map(({ path }) => path)).toEqual(["tiers.gold.benefits"]);
  for (const { message } of same) expect(message).not.toContain("0.00");
});
