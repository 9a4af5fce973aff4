import { expect, test } from "vitest";
import { inLanguage } from "./in-language.js";
import { differencesBetween, parseProgram, printProgram, publishedProgram, shownToPartners } from "./index.js";

const SOURCE = `
program: p
version: "1"
currency: EUR
tracks: { reseller: { title: { de: Wiederverkäufer, en: Reseller } } }
measures:
  revenue: { title: { en: Won revenue, de: Gewonnener Umsatz }, sum: amount, of: deal.won }
  risk: { title: { en: Risk, de: Risiko }, given: percent, seen-by: vendor }
approvals:
  board: { title: Board, why: { de: Der Vorstand entscheidet. } }
tiers:
  base: { rank: 0, title: { de: Basis, en: Base }, why: Everyone. }
  gold:
    rank: 1
    title: Gold
    why: { en: Sells alone., de: Verkauft allein. }
    requires:
      all:
        - { measure: revenue, at-least: 1000, why: { en: One seller., de: Ein Verkäufer. } }
        - { measure: risk, at-most: 20% }
        - { approval: board }
`;
const document = (source: string) => publishedProgram(source);

test("texts are read in the language, and stand as the document gives them first where it lacks that", () => {
  const english = document(SOURCE);
  const german = inLanguage(english, "de");
  const texts = ({ tiers, tracks, measures, approvals }: typeof english) => [
    ...tiers.flatMap(({ title, why }) => [title, why]),
    ...tracks.map(({ title }) => title),
    ...measures.map(({ title }) => title),
    ...approvals.flatMap(({ title, why }) => [title, why]),
  ];
  expect(texts(english)).toEqual([
    "Base",
    "Everyone.",
    "Gold",
    "Sells alone.",
    "Reseller",
    "Won revenue",
    "Risk",
    "Board",
    "Der Vorstand entscheidet.",
  ]);
  expect(texts(german)).toEqual([
    "Basis",
    "Everyone.",
    "Gold",
    "Verkauft allein.",
    "Wiederverkäufer",
    "Gewonnener Umsatz",
    "Risiko",
    "Board",
    "Der Vorstand entscheidet.",
  ]);
  expect(inLanguage(german, "de")).toBe(german);
  expect(inLanguage(english, "de")).toBe(german);
});

test("what partners see is the same in each language, and tells them nothing withheld", () => {
  const shown = inLanguage(shownToPartners(document(SOURCE)), "de");
  expect(shown.measures.map(({ title }) => title)).toEqual(["Gewonnener Umsatz"]);
  expect(printProgram(shown)).not.toMatch(/Risiko|Risk/);
});

test("a printed document has all its languages, and another language changes no rule", () => {
  const program = document(SOURCE);
  const printed = printProgram(program);
  expect(printed).toContain("en: One seller.");
  expect(document(printed)).toEqual(program);
  expect(printProgram(document(printed))).toBe(printed);
  expect(printProgram(inLanguage(program, "de"))).toBe(printed);
  const before = document(SOURCE.replace("{ en: Won revenue, de: Gewonnener Umsatz }", "Won revenue"));
  expect(differencesBetween(before, program)).toEqual([]);
});

test("a language that is unknown, twice or without a text is refused where it stands", () => {
  const problemsOf = (title: string) => {
    const parsed = parseProgram(SOURCE.replace("title: Gold", `title: ${title}`));
    return parsed.kind === "ProgramRefused" ? parsed.problems : [];
  };
  expect(problemsOf("{ en: Gold, fr: Or }")).toEqual([
    {
      code: "INVALID_VALUE",
      path: "tiers.gold.title.fr",
      line: 15,
      column: 24,
      message: "`fr` is no language that partners are answered in: en, de",
    },
  ]);
  expect(problemsOf("{ en: Gold, en: Or }")).toMatchObject([{ code: "DUPLICATE_KEY", path: "tiers.gold.title.en" }]);
  expect(problemsOf("{}")).toMatchObject([{ code: "INVALID_VALUE", path: "tiers.gold.title" }]);
  expect(problemsOf("{ de: }")).toMatchObject([{ path: "tiers.gold.title.de" }]);
  expect(problemsOf("[Gold]")).toMatchObject([{ code: "WRONG_SHAPE", path: "tiers.gold.title" }]);
});
