import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { FOUND_FORMAT, openTable, type TableFormat } from "./open-table.js";

const directory = fs.mkdtempSync(path.join(os.tmpdir(), "open-table-"));
afterAll(() => fs.rmSync(directory, { recursive: true }));

async function all<T>(generator: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of generator) found.push(one);
  return found;
}

async function open(content: string | Buffer, name = "a.csv", format: Partial<TableFormat> = {}) {
  const file = path.join(directory, name);
  fs.writeFileSync(file, content);
  const opening = await openTable(file, { ...FOUND_FORMAT, ...format });
  if (opening.kind === "TableRefused") return { refused: opening.message };
  const { header, encoding, delimiter } = opening.table;
  const lines = await all(opening.table.lines());
  return { header, encoding, delimiter, rows: lines.map(({ line, cells }) => [line, ...cells]), lines };
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

test.each<[string, string | Buffer]>([
  ["utf-8", "name;city\nZoë;Köln\n"],
  ["utf-8", "\uFEFFname;city\nZoë;Köln\n"],
  ["windows-1252", Buffer.from("name;city\nZoë;Köln\n", "latin1")],
  ["utf-16le", Buffer.from("\uFEFFname;city\nZoë;Köln\n", "utf16le")],
  ["utf-16be", utf16be("\uFEFFname;city\nZoë;Köln\n")],
  ["utf-16le", Buffer.from("name;city\nZoë;Köln\n", "utf16le")],
  ["utf-16be", utf16be("name;city\nZoë;Köln\n")],
])("%s is found and read", async (encoding, content) => {
  expect(await open(content)).toMatchObject({
    encoding,
    delimiter: ";",
    header: ["name", "city"],
    rows: [[2, "Zoë", "Köln"]],
  });
});

test("some broken signs do not make a file of UTF-8 one of Windows-1252: their lines are reported", async () => {
  const content = Buffer.concat([Buffer.from("name\nZoë\nÅsa\n"), Buffer.from("M\u00fcller\n", "latin1")]);
  const { encoding, lines = [] } = await open(content);
  expect(encoding).toBe("utf-8");
  expect(lines.map(({ problem }) => problem?.code ?? null)).toEqual([null, null, "TEXT_NOT_READABLE"]);
});

test("an encoding that is given is used, and lines before the header are passed over", async () => {
  expect(
    await open(Buffer.from("Report of May\r\n\r\nname,city\r\nZo\u00eb,K\u00f6ln\r\n", "latin1"), "b.csv", {
      encoding: "iso-8859-15",
      skipLines: 2,
    }),
  ).toMatchObject({ header: ["name", "city"], rows: [[4, "Zoë", "Köln"]] });
});

test("JSON lines are a table of what their objects name, numbers as they are written", async () => {
  const { header, rows, lines } = await open(
    '{"id":"a1","deal":{"value":1250.10,"won":true},"tags":["x","y"]}\n\n{"id":2,"note":null,"text":"in 2 \\"parts\\""}\n[1]\n{broken\n',
    "c.jsonl",
  );
  expect(header).toEqual(["id", "deal.value", "deal.won", "tags", "note", "text"]);
  expect(rows?.slice(0, 2)).toEqual([
    [1, "a1", "1250.10", "true", "x|y", "", ""],
    [3, "2", "", "", "", "", 'in 2 "parts"'],
  ]);
  expect(lines?.slice(2).map(({ line, problem }) => [line, problem?.code])).toEqual([
    [4, "LINE_UNREADABLE"],
    [5, "LINE_UNREADABLE"],
  ]);
});

test("a file that is none, is empty or holds no objects is refused", async () => {
  expect((await openTable(directory)).kind).toBe("TableRefused");
  expect(await open("")).toEqual({ refused: expect.stringContaining("is empty") });
  expect(await open("1\n2\n", "d.jsonl")).toEqual({ refused: expect.stringContaining("no JSON objects") });
});

test("a table can be read as often as wanted", async () => {
  const file = path.join(directory, "e.csv");
  fs.writeFileSync(file, "a\n1\n2\n");
  const opening = await openTable(file);
  if (opening.kind === "TableRefused") throw new Error(opening.message);
  const read = async () => (await all(opening.table.lines())).map(({ cells }) => cells[0]);
  expect(await read()).toEqual(["1", "2"]);
  expect(await read()).toEqual(["1", "2"]);
});
