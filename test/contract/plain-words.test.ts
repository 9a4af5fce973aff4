import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pages } from "../kit/pages.js";
import { commentsIn, descriptionsOf, namesIn, sentencesIn, wordsOfName, wordToAvoid } from "./words-to-avoid.js";

const ROOT = join(import.meta.dirname, "../..");
/** Folders whose texts are sentences for partners, program managers and users of the command line. */
const SENTENCES = [
  ...["check", "document", "dry-run", "examples", "feasibility", "path-to-tier", "place", "reward", "words"].map(
    (one) => `services/program/src/${one}`,
  ),
  ...["benefits", "enablement", "metrics", "partners"].map((service) => `services/${service}/src`),
  ...["commands", "import", "program"].map((one) => `gateway/cli/src/${one}`),
  ...["commands", "public"].map((one) => `gateway/server/src/${one}`),
];

/** Folders whose comments and names engineers read. */
const SOURCES = ["services", "gateway", "schema/src"];
/** Columns, keys of stored texts and names of the graph: they stay as databases and clients have them. */
const KEPT_NAMES = new Set([
  ...["toldAt", "toldOn", "toldAmount", "toldMinor", "toldCurrency"],
  ...["RATE_TOLD_TWICE", "RewardLiabilityStretch"],
]);
/** Where a column, or the field of the graph, is `told`: nowhere else may anything be called that. */
const FILES_WITH_TOLD = new Set([
  "services/metrics/src/fact/fact-node.ts",
  "services/metrics/src/fact/fact.graphql.ts",
  "services/metrics/src/measure/on-partners-measurable.ts",
  "services/metrics/src/measure/on-placement-started.ts",
  "services/metrics/src/partner/partner.entity.ts",
  "services/metrics/src/partner/partner.store.ts",
  "services/metrics/src/rate/exchange-rate.entity.ts",
]);

const isToAvoid = (text: string) => wordToAvoid(text) !== null;

test("a sentence with a word to avoid is found, and a word that only contains one is not", () => {
  expect(wordToAvoid("Shown to whoever may read it.")).toBe("whoever");
  expect(wordToAvoid("The pages of the Heard Island program, indeed.")).toBe("Heard");
  expect(wordToAvoid("A retelling; indeed, stretched.")).toBeNull();
  expect(sentencesIn('const a = "As it was told."; // "whoever reads this"')).toContain("As it was told.");
  expect(descriptionsOf('"""\nA page\n  of partners.\n"""\ntype Page')).toEqual(["A page of partners."]);
});

test("words to avoid are found in comments and in the words of names, and not in texts beside them", () => {
  const source = [
    "// Who reads this comes",
    "// to be `told` nothing.",
    'const toldBefore = "// whoever"; // As it was heard.',
    "const link = /\\/\\/tell/; /** One of",
    " * one's own. */",
    "function tellHTTPOutcome() {}",
  ].join("\n");
  expect(commentsIn(source)).toEqual([
    "Who reads this comes to be … nothing.",
    "As it was heard.",
    "One of one's own.",
  ]);
  expect(commentsIn(source).map(wordToAvoid)).toEqual(["comes to be", "heard", "one's own"]);
  expect(namesIn(source)).toEqual(["const", "toldBefore", "link", "function", "tellHTTPOutcome"]);
  expect(namesIn(source).map(wordsOfName).filter(isToAvoid)).toEqual(["told before", "tell http outcome"]);
  expect(["indeed", "STRETCHED", "retelling"].map(wordsOfName).filter(isToAvoid)).toEqual([]);
});

test("no description of the graph uses a word to avoid", () => {
  const descriptions = descriptionsOf(readFileSync(join(ROOT, "schema/api.graphql"), "utf8"));
  expect(descriptions.length).toBeGreaterThan(1000);
  expect(descriptions.filter(isToAvoid)).toEqual([]);
});

test("no refusal, finding, explanation or line of the command line uses a word to avoid", () => {
  const found = SENTENCES.flatMap((folder) =>
    sourcesIn(folder).flatMap((file) =>
      sentencesIn(readFileSync(join(ROOT, file), "utf8"))
        .filter(isToAvoid)
        .map((text) => `${file}: ${text}`),
    ),
  );
  expect(found.join("\n")).toBe("");
});

test("no comment and no name of a production source uses a word to avoid", () => {
  const files = SOURCES.flatMap(productionIn);
  expect(files.length).toBeGreaterThan(1000);
  const found = files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), "utf8");
    const comments = commentsIn(source).filter(isToAvoid);
    const names = namesIn(source).filter((name) => isToAvoid(wordsOfName(name)) && !isKept(name, file));
    return [...comments, ...names].map((text) => `${file}: ${text}`);
  });
  expect(found.join("\n")).toBe("");
});

test("no example of a program or a mapping uses a word to avoid", () => {
  const found = ["services/program/examples", "gateway/cli/examples"].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).flatMap((file) =>
      readFileSync(join(ROOT, folder, file), "utf8")
        .split("\n")
        .filter(isToAvoid),
    ),
  );
  expect(found.join("\n")).toBe("");
});

test("no page uses a word to avoid", () => {
  for (const page of pages()) {
    // Code and the names of files are named as they are.
    const lines = page.text.replaceAll(/`[^`\n]*`|\S+\.(ts|md|yaml)\b\S*/g, "…").split("\n");
    expect(lines.filter(isToAvoid), page.file).toEqual([]);
  }
});

/** Sources under a folder, without tests, samples for tests, statements for the database and landed migrations. */
const sourcesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/\.(test|store)\.ts$|(^|\/)(migrations|fixtures|generated)\//.test(file))
    .map((file) => `${folder}/${file}`);

/** Sources of what is installed, its build included: without tests, what is for tests, and landed migrations. */
const productionIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const found = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_PRODUCTION.has(entry.name) ? [] : productionIn(found);
    return /\.(ts|tsx|mjs)$/.test(found) && !/\.test\.tsx?$/.test(found) ? [found] : [];
  });
const NOT_PRODUCTION = new Set(["node_modules", "dist", "generated", "migrations", "fixtures"]);

const isKept = (name: string, file: string): boolean =>
  KEPT_NAMES.has(name) || (name === "told" && FILES_WITH_TOLD.has(file));
