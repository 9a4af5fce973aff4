import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pages } from "../kit/pages.js";
import { descriptionsOf, sentencesIn, wordToAvoid } from "./words-to-avoid.js";

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

const isToAvoid = (text: string) => wordToAvoid(text) !== null;

test("a sentence with a word to avoid is found, and a word that only contains one is not", () => {
  expect(wordToAvoid("Shown to whoever may read it.")).toBe("whoever");
  expect(wordToAvoid("The pages of the Heard Island program, indeed.")).toBe("Heard");
  expect(wordToAvoid("A retelling; indeed, stretched.")).toBeNull();
  expect(sentencesIn('const a = "As it was told."; // "whoever reads this"')).toContain("As it was told.");
  expect(descriptionsOf('"""\nA page\n  of partners.\n"""\ntype Page')).toEqual(["A page of partners."]);
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
    .filter((file) => file.endsWith(".ts") && !/\.(test|store)\.ts$|(^|\/)(migrations|fixtures)\//.test(file))
    .map((file) => `${folder}/${file}`);
