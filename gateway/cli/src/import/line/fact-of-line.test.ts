import { expect, test } from "vitest";
import { dayFormatOf } from "../format/day-format.js";
import { numberFormatOf } from "../format/number-format.js";
import { type FieldFormats, lineMapper } from "../mapping/mapped-line.js";
import { columnSource, type Mapping } from "../mapping/mapping.js";
import { factOfLine } from "./fact-of-line.js";

const formats = (numbers: string): FieldFormats => ({
  dayOf: () => dayFormatOf("YYYY-MM-DD") ?? expect.fail(),
  numberOf: () => numberFormatOf(numbers) ?? expect.fail(),
  attributeOf: () => null,
});

const header = ["id", "agent", "stage", "opened", "closed", "value", "account", "product", "sector"];
const lookups = new Map([["teams", new Map([["Ada", new Map([["office", "West"]])]])]]);
const mapping: Mapping = {
  fields: new Map([
    ["externalId", columnSource("id")],
    ["partner", columnSource("agent")],
    [
      "partnerRegion",
      { ...columnSource("agent"), from: { kind: "Lookup", column: "agent", lookup: "teams", take: "office" } },
    ],
    ["stage", { ...columnSource("stage"), values: new Map([["Engaging", "open"]]) }],
    ["openedOn", columnSource("opened")],
    ["closedOn", columnSource("closed")],
    ["amount", columnSource("value")],
    ["customer", columnSource("account")],
    ["product", columnSource("product")],
  ]),
  attributes: new Map([["sector", columnSource("sector")]]),
  lookups: new Map(),
  filters: [],
  format: {},
};

const won = { id: "O1", agent: "Ada", stage: "Won", opened: "2017-01-02", closed: "2017-03-01", value: "1054.50" };
function read(changes: Record<string, string> = {}, numbers = "1234.56") {
  const cells: Record<string, string> = { ...won, ...changes };
  const mapLine = lineMapper(mapping, { header, lookups }, formats(numbers));
  return factOfLine("deals", mapLine(header.map((column) => cells[column] ?? "")));
}
const understood = (...given: Parameters<typeof read>) => {
  const reading = read(...given);
  if (reading.kind === "Refused") throw new Error(reading.problem.message);
  return reading.report;
};

test("a won deal counts for the day that it closed, and its partner comes with the region that is looked up", () => {
  expect(understood({ account: " Acme ", sector: "retail" })).toEqual({
    partner: { code: "Ada", name: null, region: "West", country: null },
    fact: {
      kind: "DEAL_WON",
      declaredKind: null,
      externalId: "O1",
      on: "2017-03-01",
      openedOn: "2017-01-02",
      until: null,
      amount: "1054.50",
      currency: null,
      quantity: null,
      customer: "Acme",
      product: null,
      credit: null,
      attributes: [{ name: "sector", value: "retail" }],
    },
  });
});

test("an open deal needs no account, no day and no value, and its hoped closing day does not count", () => {
  const open = { stage: "Engaging", opened: "", closed: "2099-12-31", value: "" };
  expect(understood(open).fact).toMatchObject({
    kind: "DEAL_OPEN",
    on: null,
    openedOn: null,
    amount: null,
    customer: null,
  });
});

test("a lost deal may be worth nothing", () => {
  expect(understood({ stage: "Lost", value: "0" }).fact).toMatchObject({ kind: "DEAL_LOST", amount: "0" });
});

test("a partner that the lookup does not have has no region", () => {
  expect(understood({ agent: "Bob" }).partner.region).toBeNull();
});

test("a decimal comma is read where the mapping says so", () => {
  expect(understood({ value: "1054,5" }, "1234,56").fact.amount).toBe("1054.5");
});

test.each<[Record<string, string>, string, string, string]>([
  [{ id: " " }, "EXTERNAL_ID_MISSING", "externalId", "no external id"],
  [{ agent: "" }, "PARTNER_MISSING", "partner", "no partner"],
  [{ stage: "Dreaming" }, "STAGE_UNKNOWN", "stage", '"Dreaming"'],
  [{ stage: "constructor" }, "STAGE_UNKNOWN", "stage", '"constructor"'],
  [{ closed: "2017-02-29" }, "DATE_INVALID", "closedOn", '"2017-02-29" is no date. Expected is YYYY-MM-DD'],
  [{ closed: "01.03.2017" }, "DATE_INVALID", "closedOn", '"01.03.2017"'],
  [{ opened: "0017-03-01" }, "DATE_INVALID", "openedOn", '"0017-03-01"'],
  [{ value: "1,054" }, "NUMBER_INVALID", "amount", '"1,054"'],
  [{ value: "1e3" }, "NUMBER_INVALID", "amount", '"1e3"'],
  [{ value: "-5" }, "AMOUNT_NEGATIVE", "amount", "-5"],
])("a line with %j is refused as %s of %s", (changes, code, field, message) => {
  expect(read(changes)).toMatchObject({
    kind: "Refused",
    externalId: changes.id === undefined ? "O1" : "",
    problem: { code, field, message: expect.stringContaining(message) },
  });
});

test("thousands are not guessed where the decimals are set off by a comma", () => {
  expect(read({ value: "1.054" }, "1234,56")).toMatchObject({ problem: { code: "NUMBER_INVALID" } });
});
