import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, operation } from "../kit/ask.js";
import { type ImportResult, startImport } from "../kit/run-import.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { example } from "../kit/story.js";

let running: RunningProcess;
let token: string;

beforeAll(async () => {
  running = await startProcess({ mode: "main" });
  token = await running.token("program-manager");
  await ask(running, token, operation("publish-program"), { source: example("crm-rolling-90-days") });
});
afterAll(() => running.kill("SIGTERM"));

const PAIRS = ["--map", "externalId=id,partner=seller,stage=stage,closedOn=closed,amount=value,customer=customer"];

async function importText(text: string, args: readonly string[] = PAIRS): Promise<ImportResult> {
  const file = path.join(running.directory, "file to import.csv");
  fs.writeFileSync(file, text);
  return startImport(running, ["deals", file, ...args]).result;
}

test("each broken line is refused with its number and reason, and the rest goes in", async () => {
  const { exitCode, counts, refused } = await importText(
    [
      "id,seller,stage,closed,value,customer",
      "b1,Ada,won,2026-01-05,100.00,Fine",
      "b2,Ada,won,2026-02-30,100.00,A day that is none",
      "b3,Ada,won,2026-01-05,-5.00,A negative value",
      "b4,,won,2026-01-05,100.00,No partner",
      "b1,Ada,won,2026-01-05,999.00,Fine",
      'b5,Ada,won,2026-01-06,200.00,"A customer, with a',
      'line break"',
      "b6,Ada,won,2026-01-07,one hundred,No number",
      "b7,Ada,perhaps,2026-01-07,100.00,No stage",
      ",Ada,won,2026-01-07,100.00,No id",
      "b8,Ada,won,2026-01-08,300.00,Fine too",
      "b9,Ada,won,2026-01-08",
      "",
    ].join("\n"),
  );
  expect(counts).toMatchObject({ "facts recorded": 3, "lines refused": 8, "partners added": 1 });
  expect(exitCode).toBe(1);
  const lines = (refused ?? "")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "");
  const numbers = lines.map((line) => Number(line.split(",")[0]));
  expect(numbers).toEqual([3, 4, 5, 6, 9, 10, 11, 13]);
  expect(lines[0]).toContain("2026-02-30");
  expect(lines[1]).toContain("AMOUNT_NEGATIVE");
  expect(lines[3]).toContain("CONTENT_DIFFERS");
});

test("a byte-order mark, semicolons and Windows line ends change nothing", async () => {
  const { exitCode, counts } = await importText(
    "\uFEFFid;seller;stage;closed;value;customer\r\ns1;Bo;won;2026-01-05;100.00;Fine\r\ns2;Bo;lost;2026-01-06;;Lost\r\n",
  );
  expect(counts).toMatchObject({ "facts recorded": 2, "lines refused": 0 });
  expect(exitCode).toBe(0);
});

test("the same file again changes nothing", async () => {
  const text = "id,seller,stage,closed,value,customer\nr1,Cy,won,2026-01-05,100.00,Fine\n";
  expect((await importText(text)).counts).toMatchObject({ "facts recorded": 1 });
  expect((await importText(text)).counts).toMatchObject({ "facts recorded": 0, "facts unchanged": 1 });
});

test("an open deal of yesterday's export may be won in today's", async () => {
  const header = "id,seller,stage,closed,value,customer\n";
  expect((await importText(`${header}o1,Di,open,,500.00,Soon\n`)).counts).toMatchObject({ "facts recorded": 1 });
  expect((await importText(`${header}o1,Di,won,2026-01-09,450.00,Soon\n`)).counts).toMatchObject({
    "facts updated": 1,
  });
  const again = await importText(`${header}o1,Di,open,,500.00,Soon\n`);
  expect(again.counts).toMatchObject({ "lines refused": 1 });
});

test("a file without a mapped column is refused before anything is sent", async () => {
  const { exitCode, complaint, counts } = await importText("id,who\nx,y\n");
  expect(exitCode).toBe(2);
  expect(complaint).toMatch(/seller/);
  expect(counts["facts recorded"]).toBeUndefined();
});

test("without a graph the import says where it looked and what to do", async () => {
  const file = path.join(running.directory, "unsent.csv");
  fs.writeFileSync(file, "id,seller,stage,closed,value,customer\nx,Ada,won,2026-01-05,1.00,x\n");
  const { exitCode, complaint } = await startImport({ ...running, url: "http://127.0.0.1:1" }, [
    "deals",
    file,
    ...PAIRS,
  ]).result;
  expect(exitCode).toBe(3);
  expect(complaint).toContain("http://127.0.0.1:1/graphql");
});
