import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { readOperations } from "@tiergraph/schema/operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pages, type Step, stepsOf } from "../kit/pages.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";

// The pages as their reader follows them: one shell a page, top to bottom, against what `npm start` runs. The README comes
// first, since the other pages go on from its base. In an output, `…` stands for anything: within a line for any text,
// alone for any lines.
const runnable = pages()
  .filter((page) => stepsOf(page).length > 0)
  .sort((a, b) => Number(b.file === "README.md") - Number(a.file === "README.md"));

let running: RunningProcess;

beforeAll(async () => {
  running = await startProcess({ mode: "main", readyWithinMs: 90_000 });
});
afterAll(async () => {
  fs.rmSync(path.join(ROOT, "refused.csv"), { force: true });
  await running.kill("SIGTERM");
});

test("the README has the main job, and each page about commands has some", () => {
  expect(runnable.map(({ file }) => file)).toEqual([
    "README.md",
    "gateway/cli/README.md",
    "gateway/server/README.md",
    "services/program/README.md",
  ]);
  expect(runnable.flatMap(stepsOf).length).toBeGreaterThan(25);
});

test.each(runnable)(
  "every command of $file does what the page shows",
  (page) => {
    const steps = stepsOf(page);
    const outputs = run(steps);
    steps.forEach(({ command, expected }, i) => {
      const output = outputs[i] ?? "";
      // A refusal that a page shows is a `userErrors`: no answer of the graph has an error.
      expect(output, `${command}\nprinted\n${output}`).not.toMatch(/"errors":/);
      expect(linesNotFound(expected, output.split("\n")), `${command}\nprinted\n${output}`).toEqual([]);
    });
  },
  240_000,
);

test("no committed operation names a measure of one program, so that each answers under any program", () => {
  const naming = readOperations().filter(({ document }) => /(?<!\$)\b(names|measures?): *(\[|")/.test(document));
  expect(naming).toEqual([]);
});

/** What each command prints, run one after another in one shell. */
function run(steps: readonly Step[]): string[] {
  const marker = "--- end of step ---";
  // The import of the README refuses one line, as it says, and so ends with 1.
  const script = steps.map(({ command }) => `${command}; [ $? -le 1 ] || exit 9; echo "${marker}"`).join("\n");
  const env = { ...process.env, TIERGRAPH_DATA: running.directory, PORT: new URL(running.url).port };
  const printed = execFileSync("bash", ["-c", script], {
    cwd: ROOT,
    env,
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  return printed.split(`${marker}\n`);
}

/** The expected lines that are not among the printed ones, in their order. */
function linesNotFound(expected: readonly string[], printed: readonly string[]): string[] {
  let from = 0;
  return expected.filter((line) => {
    if (line === "…") return false;
    const pattern = new RegExp(`^${line.split("…").map(escaped).join(".*")}$`);
    const at = printed.findIndex((candidate, i) => i >= from && pattern.test(candidate.trim()));
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
