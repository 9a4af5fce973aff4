import { expect, test } from "vitest";
import { headerProblems, joinMapping, type MappingPart } from "./mapping.js";
import { isMapPairs, parseMapPairs } from "./parse-map-pairs.js";

function pairs(value: string): MappingPart {
  const reading = parseMapPairs(value, "deals");
  if (reading.kind === "PartRefused") throw new Error(reading.problems.join("\n"));
  return reading.part;
}

function joined(...values: string[]) {
  const joining = joinMapping("deals", values.map(pairs));
  if (joining.kind === "MappingRefused") throw new Error(joining.problems.join("\n"));
  return joining.mapping;
}

test("fields are mapped on the command line, a later pair wins", () => {
  const mapping = joined("externalId=id, partner=agent,stage=State", "stage=Stage=2,attributes.sector=Sector");
  expect(mapping.fields.get("stage")?.from).toEqual({ kind: "Column", column: "Stage=2" });
  expect(mapping.fields.get("partner")?.from).toEqual({ kind: "Column", column: "agent" });
  expect([...mapping.attributes.keys()]).toEqual(["sector"]);
});

test("a value with an equals sign is pairs, unless it names a YAML file", () => {
  expect(isMapPairs("stage=s")).toBe(true);
  expect(isMapPairs("a=b.yaml")).toBe(false);
  expect(isMapPairs("map.txt")).toBe(false);
});

test("a pair without a column or of an unknown field is refused", () => {
  expect(parseMapPairs("stage=,colour=c,x", "deals")).toEqual({
    kind: "PartRefused",
    problems: [
      '"stage=" is not field=column.',
      expect.stringContaining("colour is no field of deals."),
      '"x" is not field=column.',
    ],
  });
});

test("a deal needs its id, its partner and its stage to be mapped", () => {
  expect(joinMapping("deals", [pairs("externalId=id")])).toEqual({
    kind: "MappingRefused",
    problems: [expect.stringContaining("mapped to partner"), expect.stringContaining("mapped to stage")],
  });
});

test("a header that lacks mapped columns is refused with those that are missing and those that are there", () => {
  const mapping = joined("externalId=id,partner=agent,stage=stage");
  expect(headerProblems(["id", "stage", "value"], mapping)).toEqual([
    "It has no column agent. Its columns are id, stage, value.",
  ]);
  expect(headerProblems(["id", "agent", "stage", "stage", "x", "x"], mapping)).toEqual(["It has column stage twice."]);
});
