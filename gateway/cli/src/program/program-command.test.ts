import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { CommanderError } from "commander";
import { expect, test } from "vitest";
import type { CommandOutcome } from "./command-outcome.js";
import { programCommand } from "./program-command.js";

const NORTHWIND = path.join(ROOT, "services/program/examples/northwind-partners.yaml");
const directory = mkdtempSync(path.join(tmpdir(), "program-command-"));
const written = (name: string, text: string): string => {
  writeFileSync(path.join(directory, name), text);
  return name;
};

async function run(...args: string[]): Promise<CommandOutcome> {
  let outcome: CommandOutcome | undefined;
  const command = programCommand({
    resolve: (file) => path.resolve(directory, file),
    today: knownCalendarDate("2026-06-30"),
    report: (printed) => {
      outcome = printed;
    },
  });
  for (const part of [command, ...command.commands])
    part.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  await command.parseAsync(args, { from: "user" });
  if (outcome === undefined) throw new Error("Nothing was printed");
  return outcome;
}

const SMALL = `program: small
version: 1
currency: USD
measures: { revenue: { title: Won revenue, sum: amount, of: deal.won, self-dealing: excluded } }
tiers:
  registered: { rank: 0, why: Everyone starts here. }
  gold: { rank: 1, why: Gold sells., requires: { measure: revenue, at-least: 100000 } }
`;

test("a sound program ends with 0, no matter what is unwise in it", async () => {
  const { stdout, exitCode } = await run("check", written("small.yaml", SMALL));
  expect(exitCode).toBe(0);
  expect(stdout).toContain("warning NO_SAFEGUARDS governance (line 1)");
  expect(stdout.at(-1)).toBe("small 1: 0 error, 1 warning, 1 advice");
});

test("a program that nobody can rise in, and a document that is none, end with 1", async () => {
  const unreachable = SMALL.replace("at-least: 100000", "at-least: 2").replace(
    "requires: { measure: revenue, at-least: 2 }",
    "requires: { all: [{ measure: revenue, at-least: 2 }, { measure: revenue, at-most: 1 }] }",
  );
  expect(await run("check", written("unreachable.yaml", unreachable))).toMatchObject({
    exitCode: 1,
    stdout: expect.arrayContaining(["error TIER_UNREACHABLE tiers.gold.requires.all[1] (line 7)"]),
  });
  const { stdout, exitCode } = await run("check", written("broken.yaml", SMALL.replace("rank: 1,", "")));
  expect(exitCode).toBe(1);
  expect(stdout[0]).toMatch(/broken\.yaml:7:3 tiers\.gold\.rank MISSING_KEY /);
});

test("a change without its reason ends with 1, with it with 0", async () => {
  const older = written("small.yaml", SMALL);
  const newer = SMALL.replace("100000", "120000").replace("version: 1", "version: 2");
  expect((await run("check", written("newer.yaml", newer), "--against", older)).exitCode).toBe(1);
  const reasoned = `${newer}changes: [{ at: tiers.gold.requires, because: Prices rose. }]\n`;
  expect((await run("check", written("reasoned.yaml", reasoned), "--against", older)).exitCode).toBe(0);
  const { stdout } = await run("diff", older, "reasoned.yaml");
  expect(stdout).toEqual(["Gold: Won revenue at least 100,000.00 USD → at least 120,000.00 USD, because Prices rose."]);
});

test("what cannot be read ends with 2", async () => {
  expect(await run("check", "nowhere.yaml")).toMatchObject({ exitCode: 2, stdout: [] });
  await expect(run("place", "small.yaml")).rejects.toBeInstanceOf(CommanderError);
  await expect(run("place", "small.yaml", "--facts", "a", "--every", "year")).rejects.toBeInstanceOf(CommanderError);
});

test("a document prints in its canonical notation, which is read again", async () => {
  const { stdout } = await run("print", NORTHWIND);
  expect((await run("check", written("printed.yaml", stdout.join("\n")))).exitCode).toBe(0);
  expect((await run("examples", NORTHWIND)).stdout[0]).toContain("## Platinum");
});

test("the sample values reach the tiers that their comments say", async () => {
  const values = path.join(ROOT, "gateway/cli/examples/values.yaml");
  const { stdout, exitCode } = await run("place", NORTHWIND, "--measures", values);
  expect(exitCode).toBe(0);
  const table = (stdout[0] ?? "")
    .split("\n")
    .slice(1, 4)
    .map((line) => line.split(/\s+/).slice(0, 2).join(" "));
  expect(table).toEqual(["isdom Gold", "cancity Registered", "codehow Silver"]);
});

test("facts are placed with any delimiter, each partner from day to day", async () => {
  const facts =
    '\uFEFFpartner;kind;on;amount;note\r\n"acme; inc";deal.won;2026-01-10;100000;"a ""b"""\r\nglobex;deal.won;2026-02-10;5;\r\n';
  const args = ["place", written("small.yaml", SMALL), "--facts", written("facts.csv", facts)];
  const { stdout } = await run(...args, "--json");
  const placed: { partner: string; tier: string; asOf: string }[] = JSON.parse(stdout[0] ?? "");
  expect(placed.map(({ partner, tier, asOf }) => [partner, tier, asOf])).toEqual([
    ["acme; inc", "gold", "2026-02-10"],
    ["globex", "registered", "2026-02-10"],
  ]);
  const history = await run(...args, "--json", "--from", "2026-01-01", "--every", "month", "--partner", "acme; inc");
  expect(JSON.parse(history.stdout[0] ?? "").map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    "PLACED",
    "PROMOTED",
    "KEPT",
  ]);
  expect(await run(...args, "--partner", "hooli")).toMatchObject({ exitCode: 1 });
});

test("lines that cannot be facts are refused by their numbers", async () => {
  const facts = "partner,kind,on,amount\nacme,deal.won,2026-01-10,1\nacme,deal.won,2026-13-10,1\nacme,deal.won\n";
  expect(await run("place", written("small.yaml", SMALL), "--facts", written("bad.csv", facts))).toEqual({
    exitCode: 1,
    stdout: [],
    stderr: [`${path.join(directory, "bad.csv")}, line 4: The line has 2 fields, the header has 4.`],
  });
});

test("what nothing says is refused by its name", async () => {
  const outcome = await run("place", written("small.yaml", SMALL), "--measures", written("none.yaml", "region: EMEA"));
  expect(outcome).toMatchObject({
    exitCode: 1,
    stderr: ["partner: there is no value for `revenue`. Gold cannot be judged without."],
  });
});

test("npm run program is among the commands", () => {
  const scripts: Record<string, string> = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).scripts;
  expect(scripts.program).toBe("node gateway/launch.mjs program");
});
