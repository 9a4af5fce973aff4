import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { readOperations } from "@tiergraph/schema/operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningProcess, startProcess } from "../kit/start-process.js";

// The README as its reader follows it: one shell, top to bottom, against what `npm start` runs. In an output, `…` stands
// for anything: within a line for any text, alone for any lines.
const README = fs.readFileSync(path.join(ROOT, "README.md"), "utf8");

interface Step {
  readonly command: string;
  readonly expected: readonly string[];
}

let running: RunningProcess;

beforeAll(async () => {
  running = await startProcess({ mode: "main", readyWithinMs: 90_000 });
}, 100_000);
afterAll(() => running.kill("SIGTERM"));

test("every command of the README does what the README shows", () => {
  const steps = stepsOf(README);
  expect(steps.length).toBeGreaterThan(8);
  const marker = "--- end of step ---";
  // The import refuses one line, as the README says, and so ends with 1.
  const script = steps.map(({ command }) => `${command}; [ $? -le 1 ] || exit 9; echo "${marker}"`).join("\n");
  const env = { ...process.env, TIERGRAPH_DATA: running.directory, PORT: new URL(running.url).port };
  const printed = execFileSync("bash", ["-c", script], {
    cwd: ROOT,
    env,
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  const outputs = printed.split(`${marker}\n`);
  steps.forEach(({ command, expected }, i) => {
    // A refusal that the README shows is a `userErrors`: no answer of the graph has an error.
    expect(outputs[i], `${command}\nprinted\n${outputs[i]}`).not.toMatch(/^ *"errors":/m);
    expect(linesNotFound(expected, outputs[i]?.split("\n") ?? []), `${command}\nprinted\n${outputs[i]}`).toEqual([]);
  });
  fs.rmSync(path.join(ROOT, "refused.csv"), { force: true });
}, 240_000);

test("every operation that the README names exists, and every one that exists is named", () => {
  const section = README.slice(README.indexOf("## Operations"), README.indexOf("## Configuration"));
  const named = [...section.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, name]) => name).sort();
  const existing = readOperations().map(({ name }) => name);
  expect(named).toEqual(existing.sort());
});

test("no committed operation names a measure of one program, so that each answers under any program", () => {
  const naming = readOperations().filter(({ document }) => /(?<!\$)\b(names|measures?): *(\[|")/.test(document));
  expect(naming).toEqual([]);
});

test("every npm command that the README names is a script", () => {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const named = [...README.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? "");
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});

function stepsOf(markdown: string): Step[] {
  const blocks = [...markdown.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const [command = "", ...expected] = text.split("\n");
        return { command, expected: expected.map((line) => line.trim()).filter((line) => line !== "") };
      }),
  );
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
