import { expect, test } from "vitest";
import type { Closing } from "../document/periods/index.js";
import { knownCalendarDate as day } from "../exact/index.js";
import { programWith } from "../fixtures/index.js";
import { postingDay } from "./posting-day.js";

const monthly: Closing = { period: "month", afterDays: 10, late: "post", since: null };
const on = (happened: string, today: string, closing: Closing | null = monthly) =>
  postingDay({ ...programWith(), closing }, day(happened), day(today));

test("a month is open until so many days after its last", () => {
  expect(on("2026-03-31", "2026-04-10")).toEqual({ kind: "Open" });
  expect(on("2026-03-31", "2026-04-11")).toEqual({ kind: "Posted", on: "2026-04-11", closedOn: "2026-04-11" });
  expect(on("2026-04-01", "2026-04-11")).toEqual({ kind: "Open" });
});

test("what comes late is refused where the program says so", () => {
  expect(on("2026-02-28", "2026-06-01", { ...monthly, late: "refuse" })).toEqual({
    kind: "Closed",
    closedOn: "2026-03-11",
  });
});

test("quarters and years are those of the fiscal year, which starts in February here", () => {
  const closing = { ...monthly, period: "quarter" } as const;
  expect(on("2026-02-01", "2026-05-10", closing)).toEqual({ kind: "Open" });
  expect(on("2026-02-01", "2026-05-11", closing)).toMatchObject({ kind: "Posted" });
  expect(on("2026-01-31", "2026-05-01", { ...monthly, period: "year" })).toMatchObject({ closedOn: "2026-02-11" });
});

test("periods of before the program stay open, and so does everything without a closing", () => {
  const closing = { ...monthly, since: day("2026-02-01") };
  expect(on("2026-01-31", "2026-06-01", closing)).toEqual({ kind: "Open" });
  expect(on("2026-02-01", "2026-06-01", closing)).toMatchObject({ kind: "Posted" });
  expect(on("2001-01-01", "2026-06-01", null)).toEqual({ kind: "Open" });
});
