import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { EVENTS, SUBSCRIBERS } from "@tiergraph/schema/events";
import { readOperations } from "@tiergraph/schema/operations";
import { expect, test } from "vitest";
import { type Page, pages } from "../kit/pages.js";

const all = pages();
const SERVICES = ["partners", "metrics", "benefits", "enablement"];
const TOP_LEVEL = ["schema", "services", "gateway", "test"];
const KIB = 1024;

test("there is a page for each part, and decision records beside it", () => {
  const parts = ["schema", "services/program", ...SERVICES.map((service) => `services/${service}`)];
  const wanted = [...parts.flatMap((part) => [`${part}/README.md`, `${part}/DECISIONS.md`])];
  const others = [
    "gateway/cli/README.md",
    "gateway/server/README.md",
    "gateway/DECISIONS.md",
    "services/kit/DECISIONS.md",
  ];
  const files = all.map(({ file }) => file);
  expect([...wanted, ...others].filter((file) => !files.includes(file))).toEqual([]);
});

test("a page that people read from top to bottom is short", () => {
  const short = all.filter(({ file }) => /(^|\/)(README|ARCHITECTURE|CONTRIBUTING)\.md$/.test(file));
  expect(short.length).toBeGreaterThan(9);
  for (const { file, text } of short) expect(Buffer.byteLength(text), file).toBeLessThanOrEqual(12 * KIB);
  for (const service of SERVICES)
    expect(Buffer.byteLength(pageOf(`services/${service}/README.md`).text), service).toBeLessThanOrEqual(8 * KIB);
});

test("the glossary has 60 rows or fewer, and each word once", () => {
  const rows = [...sectionOf(pageOf("ARCHITECTURE.md"), "Glossary").matchAll(/^\| ([^|]+?) +\|/gm)].map(
    ([, word]) => word,
  );
  const words = rows.slice(1).flatMap((row) => (row ?? "").split(", "));
  expect(rows.length - 1).toBeLessThanOrEqual(60);
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
});

test("each link of a page leads to a file or heading of the repository", () => {
  const dead = all.flatMap((page) =>
    linksOf(page)
      .filter((link) => !leadsSomewhere(page, link))
      .map((link) => `${page.file}: ${link}`),
  );
  expect(all.flatMap(linksOf).length).toBeGreaterThan(100);
  expect(dead).toEqual([]);
});

test("each path and file that a page names exists", () => {
  const names = new Set(filesBelow(".").map((file) => path.posix.basename(file)));
  const missing = all.flatMap(({ file, text }) => {
    const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, one]) => one ?? "");
    const paths = code.filter((one) => new RegExp(`^(${TOP_LEVEL.join("|")})/[\\w./-]+$`).test(one));
    const files = code.filter((one) => /^[\w.-]+\.(ts|mjs|graphql)$/.test(one));
    return [
      // What is built is there after the first start.
      ...paths.filter((one) => !one.includes("/dist/") && !fs.existsSync(path.join(ROOT, one))),
      ...files.filter((one) => !names.has(one)),
    ].map((one) => `${file}: ${one}`);
  });
  expect(missing).toEqual([]);
});

test("every npm command that a page names is a script", () => {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = all.flatMap(({ text }) => [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? ""));
  expect(new Set(named).size).toBeGreaterThan(10);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test("the page of the graph names every operation once, beside its subject", () => {
  let subject = "";
  const named = sectionOf(pageOf("schema/README.md"), "Operations by subject")
    .split("\n")
    .flatMap((line) => {
      subject = /^- \[(\w+)\]/.exec(line)?.[1] ?? subject;
      const operations = /^ {2}- ([^:]+):/.exec(line)?.[1] ?? "";
      return [...operations.matchAll(/`([a-z-]+)`/g)].map(([, name]) => `${subject}/${name}`);
    });
  expect(named.sort()).toEqual(
    readOperations()
      .map((one) => `${one.subject}/${one.name}`)
      .sort(),
  );
});

test("the page of a service names just the events that it handles, and each event has one publisher", () => {
  const published: string[] = [];
  for (const service of SERVICES) {
    const [publishes = "", handles = ""] = sectionOf(pageOf(`services/${service}/README.md`), "Events").split(
      /^\| handles +\|/m,
    );
    const handled = Object.entries(SUBSCRIBERS).flatMap(([name, by]) =>
      by.some((one) => one === service) ? [name] : [],
    );
    expect(eventsIn(handles), service).toEqual(handled.sort());
    published.push(...eventsIn(publishes));
  }
  expect(published.sort()).toEqual(Object.keys(EVENTS).sort());
});

test("each decision record has a number of its own, a date, a status, context, decision and cost", () => {
  const records = all
    .filter(({ file }) => file.endsWith("DECISIONS.md"))
    .flatMap(({ text }) => text.split(/^## /m).slice(1));
  const numbers = records.map((record) => Number(/^(\d+)\. /.exec(record)?.[1]));
  expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
  const form =
    /^\d+\. .+\n\n_\d{4}-\d\d-\d\d · in force.*_\n\n\*\*Context\.\*\* [\s\S]+\n\n\*\*Decision\.\*\* [\s\S]+\n\n\*\*Cost\.\*\* [\s\S]+\n$/;
  expect(records.filter((record) => !form.test(record)).map((record) => record.split("\n")[0])).toEqual([]);
  const next = Number(/the next is (\d+)/.exec(pageOf("ARCHITECTURE.md").text)?.[1]);
  expect(next).toBe(numbers.length + 1);
});

function pageOf(file: string): Page {
  const found = all.find((page) => page.file === file);
  if (found === undefined) throw new Error(`There is no page ${file}`);
  return found;
}

/** The text below a heading, up to the next of its rank. */
const sectionOf = ({ text }: Page, heading: string): string =>
  text.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? "";

const eventsIn = (text: string): string[] =>
  [...text.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name ?? "").sort();

/** Links to what is in the repository; blocks of code have none. */
const linksOf = ({ text }: Page): string[] =>
  [...text.replaceAll(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !/^https?:/.test(target));

function leadsSomewhere(from: Page, link: string): boolean {
  const [target = "", anchor] = link.split("#");
  const file = target === "" ? from.file : path.posix.join(path.posix.dirname(from.file), target);
  if (!fs.existsSync(path.join(ROOT, file))) return false;
  return anchor === undefined || headingsOf(pageOf(file)).includes(anchor);
}

/** The headings of a page as a link names them. */
const headingsOf = ({ text }: Page): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

function filesBelow(folder: string): string[] {
  return fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isFile()) return [file];
    return ["node_modules", "dist"].includes(entry.name) || entry.name.startsWith(".") ? [] : filesBelow(file);
  });
}
