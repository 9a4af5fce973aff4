import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { MAX_RECORD_CHARACTERS, readCsv } from "./read-csv.js";

const directory = fs.mkdtempSync(path.join(os.tmpdir(), "read-lines-"));
afterAll(() => fs.rmSync(directory, { recursive: true }));

async function read(content: string | Buffer, delimiter = ",") {
  const file = path.join(directory, crypto.randomUUID());
  fs.writeFileSync(file, content);
  const lines: [line: number, ...cells: string[]][] = [];
  const problems: [line: number, code: string][] = [];
  for await (const { line, cells, problem } of readCsv(file, { delimiter, encoding: "utf-8" })) {
    lines.push([line, ...cells]);
    if (problem !== null) problems.push([line, problem.code]);
  }
  return { lines, problems };
}

test.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
  ["CR", "\r"],
])("a record is numbered by the line that it starts on, with %s inside quotes and out", async (_name, end) => {
  const content = ["a,b", '"1', "", '2",x', "3,y", "", '4,"z', '"', "5,w"].join(end);
  const { lines, problems } = await read(content);
  expect(lines).toEqual([
    [1, "a", "b"],
    [2, `1${end}${end}2`, "x"],
    [5, "3", "y"],
    [7, "4", `z${end}`],
    [9, "5", "w"],
  ]);
  expect(problems).toEqual([]);
});

test("a byte-order mark is no part of the first column", async () => {
  expect((await read("\uFEFFa,b\n1,2\n")).lines).toEqual([
    [1, "a", "b"],
    [2, "1", "2"],
  ]);
});

test("quoted delimiters, doubled quotes and space before a quote are read as they are meant", async () => {
  expect((await read('a;b\r\n"x;y"; "say ""hi"""\r\n', ";")).lines[1]).toEqual([2, "x;y", 'say "hi"']);
});

test("a stray quote inside a field is text", async () => {
  expect((await read('a,b\n15" screen,2\n"the "big" one",3\n')).lines.slice(1)).toEqual([
    [2, '15" screen', "2"],
    [3, '"the "big" one"', "3"],
  ]);
});

test("a ragged line is reported and the next one is read", async () => {
  const { lines, problems } = await read("a,b\n1\n1,2,3\n1,2\n");
  expect(lines).toHaveLength(4);
  expect(problems).toEqual([
    [2, "FIELDS_TOO_FEW"],
    [3, "FIELDS_TOO_MANY"],
  ]);
});

test("a line that is not UTF-8 is reported rather than read wrongly", async () => {
  expect((await read(Buffer.from("a,b\nM\u00fcller,1\nMeier,2\n", "latin1"))).problems).toEqual([
    [2, "TEXT_NOT_READABLE"],
  ]);
});

test("what stands before a quote that is never closed is read, and the quote is reported with its line", async () => {
  const { lines, problems } = await read('a,b\n"1\n",2\n"3,4\n5,6\n');
  expect(lines).toEqual([
    [1, "a", "b"],
    [2, "1\n", "2"],
    [4, '"3,4'],
  ]);
  expect(problems).toEqual([[4, "QUOTE_NOT_CLOSED"]]);
});

test("an open quote in a large file ends the reading within bounds", async () => {
  const { lines, problems } = await read(`a,b\n1,2\n"${"x,y\n".repeat(MAX_RECORD_CHARACTERS)}`);
  expect(lines).toHaveLength(3);
  expect(problems).toEqual([[3, "RECORD_TOO_LONG"]]);
});

test("lines keep their numbers over many chunks of the file", async () => {
  const records = Array.from({ length: 20_000 }, (_, i) => `${i},"ü\r\n${i}"`);
  const { lines } = await read(["a,b", ...records].join("\r\n"));
  expect(lines.slice(1).every(([line], i) => line === 2 + 2 * i)).toBe(true);
  expect(lines.at(-1)).toEqual([40_000, "19999", "ü\r\n19999"]);
});
