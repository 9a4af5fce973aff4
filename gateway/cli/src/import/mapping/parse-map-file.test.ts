import fs from "node:fs";
import { expect, test } from "vitest";
import { joinMapping, type MappingPart } from "./mapping.js";
import { parseMapFile } from "./parse-map-file.js";

function partOf(text: string): MappingPart {
  const reading = parseMapFile(text, "deals");
  if (reading.kind === "PartRefused") throw new Error(reading.problems.join("\n"));
  return reading.part;
}

function problemsOf(text: string, kind: "deals" | "partners" = "deals"): readonly string[] {
  const reading = parseMapFile(text, kind);
  return reading.kind === "PartRefused" ? reading.problems : [];
}

test("the example of a CRM export is a mapping of deals", () => {
  const example = fs.readFileSync(new URL("../../../examples/crm-deals.map.yaml", import.meta.url), "utf8");
  const part = partOf(example);
  expect(joinMapping("deals", [part]).kind).toBe("MappingJoined");
  expect(part.fields.get("partnerRegion")?.from).toEqual({
    kind: "Lookup",
    column: "sales_agent",
    lookup: "teams",
    take: "regional_office",
  });
  expect(part.fields.get("stage")?.values.get("Engaging")).toBe("open");
  expect(part.lookups.get("teams")).toEqual({ file: "sales_teams.csv", match: "sales_agent" });
});

test("a field may be a constant, an amount may have a decimal comma, an attribute any name", () => {
  const part = partOf(
    'fields: { stage: { constant: won }, amount: { column: Betrag, decimal: "," } }\nattributes: { sector: Branche }',
  );
  expect(part.fields.get("stage")?.from).toEqual({ kind: "Constant", text: "won" });
  expect(part.fields.get("amount")?.format).toBe("1234,56");
  expect(part.attributes.get("sector")?.from).toEqual({ kind: "Column", column: "Branche" });
});

test.each([
  ["an unknown key", "fields:\n  stage: s\nfeilds: {}", "line 3: feilds is unknown."],
  ["an unknown field", "fields:\n  stage: s\n  stag: s", "line 3: stag is no field of deals."],
  [
    "an unknown key of a field",
    "fields:\n  stage:\n    column: s\n    valeus: {}",
    "line 4: fields.stage.valeus is unknown.",
  ],
  ["a field without a column", "fields:\n  stage:", "line 2: fields.stage: "],
  [
    "a lookup without what is taken",
    "fields:\n  stage:\n    { column: s, lookup: l }",
    "line 2: fields.stage: A field needs a column",
  ],
  [
    "two sources of one field",
    "fields:\n  stage: { column: s, constant: won }",
    "line 2: fields.stage: A field needs a column",
  ],
  [
    "an unknown key of a lookup",
    "lookups:\n  l:\n    file: f.csv\n    match: m\n    key: k",
    "line 5: lookups.l.key is unknown.",
  ],
  [
    "a decimal sign of a stage",
    "fields:\n  stage:\n    column: s\n    decimal: ','",
    "line 4: fields.stage.decimal: decimal belongs to numbers.",
  ],
  ["a repeated key", "fields:\n  stage: a\n  stage: b", "line 3: Map keys must be unique"],
  ["broken YAML", "fields:\n  stage: [a", "line 2: "],
  ["a list", "- stage", "line 1: A mapping is expected"],
])("%s is refused with its line", (_name, text, expected) => {
  expect(problemsOf(text)[0]).toContain(expected);
});

test("partners have fields of their own and no attributes", () => {
  expect(problemsOf("fields: { code: c, tracks: { column: t, separator: ';' } }", "partners")).toEqual([]);
  expect(problemsOf("fields: { code: c }\nattributes: { a: b }", "partners")[0]).toContain(
    "line 2: attributes: They have none.",
  );
  expect(problemsOf("fields: { externalId: c }", "partners")[0]).toContain("externalId is no field of partners.");
});
