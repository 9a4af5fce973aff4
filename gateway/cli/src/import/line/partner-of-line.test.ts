import { expect, test } from "vitest";
import { dayFormatOf } from "../format/day-format.js";
import { numberFormatOf } from "../format/number-format.js";
import { type FieldName, fieldNamesOf } from "../kinds.js";
import { lineMapper } from "../mapping/mapped-line.js";
import { columnSource, type Mapping } from "../mapping/mapping.js";
import { partnerOfLine } from "./partner-of-line.js";

const header = fieldNamesOf("partners");
const mapping: Mapping = {
  fields: new Map(header.map((name): [FieldName, ReturnType<typeof columnSource>] => [name, columnSource(name)])),
  attributes: new Map(),
  lookups: new Map(),
  filters: [],
  format: {},
};
const formats = {
  dayOf: () => dayFormatOf("YYYY-MM-DD") ?? expect.fail(),
  numberOf: () => numberFormatOf("1234.56") ?? expect.fail(),
  attributeOf: () => null,
};
const mapLine = lineMapper(mapping, { header, lookups: new Map() }, formats);
const read = (...cells: string[]) => partnerOfLine(mapLine(cells));

test("a partner is on the tracks that its cell names, each once", () => {
  expect(read("A1", "Acme", "West", "US", "resell | build|resell", "2020-01-31")).toEqual({
    kind: "Understood",
    report: {
      code: "A1",
      name: "Acme",
      region: "West",
      country: "US",
      tracks: ["resell", "build"],
      joinedOn: "2020-01-31",
    },
  });
});

test("what is empty is left as it was", () => {
  expect(read("A1", "", "", "", "", "")).toEqual({
    kind: "Understood",
    report: { code: "A1", name: null, region: null, country: null, tracks: null, joinedOn: null },
  });
});

test("a partner without a code or with a broken day is refused", () => {
  expect(read("", "Acme", "", "", "", "")).toMatchObject({ problem: { code: "CODE_MISSING" } });
  expect(read("A1", "", "", "", "", "31/01/2020")).toMatchObject({
    externalId: "A1",
    problem: { code: "DATE_INVALID" },
  });
});
