import { expect, test } from "vitest";
import { parseProgram } from "../program/index.js";
import { MAX_DOCUMENT_BYTES, openYaml } from "./open-yaml.js";
import type { Problem } from "./problem.js";

test("what is not well formed is refused with its line", () => {
  expect(problemsOf("program: x\nversion: [1\n")).toMatchObject([{ code: "SYNTAX", line: 3, column: 1, path: "" }]);
  expect(problemsOf("a: b: c")).toMatchObject([{ code: "SYNTAX", line: 1, column: 4 }]);
  expect(problemsOf("a: 1\n---\nb: 2")).toMatchObject([{ code: "SYNTAX", line: 2 }]);
  expect(problemsOf("a: !!js/function x")).toMatchObject([{ code: "SYNTAX", line: 1, column: 4 }]);
});

test("aliases are refused where they stand, and so never expanded", () => {
  const source = "program: &name p\nversion: *name\ncurrency: USD\ntiers: { a: { rank: 0, why: *name } }";
  expect(parseProgram(source)).toMatchObject({
    kind: "ProgramRefused",
    problems: [
      { code: "ALIAS", path: "version", line: 2, column: 10 },
      { code: "ALIAS", path: "tiers.a.why", line: 4, column: 29 },
    ],
  });
});

test("a document of 64 levels is read, one of 65 is refused at the place where it gets too deep", () => {
  expect(openYaml("[".repeat(64) + "]".repeat(64)).kind).toBe("YamlOpened");
  expect(problemsOf(`a: 1\nb: ${"[".repeat(65)}${"]".repeat(65)}`)).toMatchObject([{ code: "TOO_DEEP", line: 2 }]);
  const steps = (levels: number) => Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
  expect(openYaml(steps(64)).kind).toBe("YamlOpened");
  expect(problemsOf(steps(65))).toMatchObject([{ code: "TOO_DEEP", line: 65 }]);
  expect(problemsOf(`a: ${"x ".repeat(9)}\nb:\n${"- ".repeat(65)}x`)).toMatchObject([{ code: "TOO_DEEP", line: 3 }]);
});

test("deep indentation inside a text is no depth", () => {
  const ladder = Array.from({ length: 80 }, (_, level) => `  ${" ".repeat(level)}- a:`).join("\n");
  expect(openYaml(`why: |\n${ladder}\nmore: 1\n`).kind).toBe("YamlOpened");
});

test("more than a megabyte is refused unread", () => {
  expect(problemsOf(`# ${"é".repeat(MAX_DOCUMENT_BYTES / 2)}`)).toMatchObject([{ code: "TOO_LARGE", line: 1 }]);
});

test.each([
  ["brackets", "[".repeat(1_000_000)],
  ["commas", `[${",".repeat(1_000_000)}`],
  ["as many commas as are read", `[${",".repeat(49_990)}`],
  ["dashes", "- ".repeat(500_000)],
  ["keys", "a:\n".repeat(300_000)],
  ["as many keys as are read", Array.from({ length: 12_000 }, (_, n) => `k${n}:`).join("\n")],
  ["quotes", '"'.repeat(1_000_000)],
  ["anchors", `a: ${"&a ".repeat(300_000)}`],
  ["directives", "%a\n".repeat(300_000)],
  ["tags", "!".repeat(1_000_000)],
  ["text, ten megabytes of it", "x".repeat(10_000_000)],
  ["levels, ten thousand", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
  [
    "aliases of aliases",
    `a0: &a0 [x]\n${Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join("\n")}`,
  ],
  ["an anchor that holds itself", "tiers: &t { gold: *t, requires: { all: [*t] } }\nmeasures: &m { a: { total: *m } }"],
  [
    "long names that are nearly those of others",
    `measures:\n${Array.from({ length: 900 }, (_, n) => `  ${"m".repeat(60)}${n}: { total: [${"m".repeat(59)}x${n}] }`).join("\n")}`,
  ],
  [
    "long names that begin and end like no other",
    `measures:\n${Array.from({ length: 900 }, (_, n) => `  a${"m".repeat(57)}${1000 + n}z: { total: [b${"m".repeat(57)}${n}y] }`).join("\n")}`,
  ],
  [
    "gates inside gates",
    `tiers: { a: { requires: ${"{ score: { total: 1, terms: [{ measure: m, gate: ".repeat(15)}x${" }] } }".repeat(15)} } }`,
  ],
  ["unknown names", `tiers: {${Array.from({ length: 900 }, (_, n) => `t${n}: { benefits: [${"b,".repeat(20)}] }`)}}`],
])("a document of nothing but %s is refused in a moment, with few words", (_, source) => {
  const start = process.cpuUsage();
  const parsed = parseProgram(source);
  // Half a second at most on a machine of one's own; the rest is room for a busy one.
  // Of the processor, which other tests share: a moment of one alone.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2500);
  expect(parsed.kind).toBe("ProgramRefused");
  expect(JSON.stringify(parsed).length).toBeLessThan(150_000);
});

function problemsOf(source: string): Problem[] {
  const opened = openYaml(source);
  return opened.kind === "YamlRefused" ? opened.problems : [];
}
