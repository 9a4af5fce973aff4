import { declaredMessages } from "@tiergraph/gateway-server/commands/declared-messages";
import { catalogueGaps } from "@tiergraph/schema/catalogue-gaps";
import {
  asCount,
  asDay,
  asList,
  asPercent,
  LANGUAGES,
  messages,
  readCatalogue,
  say,
  textOf,
} from "@tiergraph/schema/messages";
import { expect, test } from "vitest";

// A catalogue is one file to translate. What it lacks shows in `pnpm check`, and until then is said in English.

test("each language has each message, and no other", async () => {
  const declared = await declaredMessages();
  expect(Object.keys(declared).length).toBeGreaterThan(400);
  expect(readCatalogue("en")).toEqual(declared);
  for (const language of LANGUAGES) expect(catalogueGaps(language, readCatalogue(language), declared)).toEqual([]);
});

test("a missing message, one that nobody says, another placeholder and a broken one are named", async () => {
  const declared = await declaredMessages();
  const { "why.placed": placed, ...others } = readCatalogue("de");
  expect(placed).toBeDefined();
  expect(catalogueGaps("de", others, declared)).toEqual([
    "schema/messages/de.json lacks why.placed: {tier}, because {reason}.",
  ]);
  const damaged = { ...others, "why.placed": "{tier}: {grund}.", "why.gone": "Weg.", "why.lost": "{tier} bis {day" };
  expect(catalogueGaps("de", damaged, declared)).toEqual([
    "schema/messages/de.json has why.gone, which nobody says.",
    "schema/messages/de.json: why.lost is no ICU message: {tier} bis {day",
    "schema/messages/de.json: why.placed has the placeholders {grund} {tier}, and in English {reason} {tier}.",
  ]);
});

test("plurals, as each language has them", () => {
  const left = { id: "claim.UsedUp", text: "{left, plural, one {# is left} other {# are left}} in this period." };
  const lefts = (language: string) => [0, 1, 1200].map((count) => say(language, left, { left: count }));
  expect(lefts("en")).toEqual([
    "0 are left in this period.",
    "1 is left in this period.",
    "1,200 are left in this period.",
  ]);
  expect(lefts("de")).toEqual([
    "In diesem Zeitraum sind noch 0 übrig.",
    "In diesem Zeitraum ist noch 1 übrig.",
    "In diesem Zeitraum sind noch 1.200 übrig.",
  ]);
});

test("numbers, money, days and lists, as each language writes them, exact at any length", () => {
  const written = (language: string) => [
    textOf(language, { amount: "12345678901234567.80", currency: "EUR" }),
    textOf(language, asCount("1234.5")),
    textOf(language, asPercent("79.99")),
    textOf(language, asDay("2026-11-30")),
    textOf(language, asList(["a", "b", "c"])),
    textOf(language, asList(["a", "b", "c"], "or")),
  ];
  expect(written("en")).toEqual([
    "12,345,678,901,234,567.80 EUR",
    "1,234.5",
    "79.99%",
    "30 November 2026",
    "a, b and c",
    "a, b or c",
  ]);
  expect(written("de")).toEqual([
    "12.345.678.901.234.567,80 EUR",
    "1.234,5",
    "79,99\u00a0%",
    "30. November 2026",
    "a, b und c",
    "a, b oder c",
  ]);
});

test("a message that a catalogue lacks is said in English; one without a value is a mistake", () => {
  const greetings = messages("greeting", { hello: "Hello {name}, <b> and 'quotes' stay." });
  expect(greetings.hello("de", { name: "Kim" })).toBe("Hello Kim, <b> and 'quotes' stay.");
  expect(() => greetings.hello("en")).toThrow("Nothing is given for {name}");
});
