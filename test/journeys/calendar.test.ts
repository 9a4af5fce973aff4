import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";

// Totals of windows against a calendar of this file's own, which counts day by day and shares no code with the product:
// on leap days, at the ends of months, quarters and fiscal years, and under clocks that are put forward and back.
const PROGRAM = `
program: calendar
version: "1"
currency: USD
fiscal-year-starts-in: 2
measures:
  days-90: { sum: amount, of: deal.won, window: { rolling: 90 days } }
  months-1: { sum: amount, of: deal.won, window: { rolling: 1 months } }
  months-12: { sum: amount, of: deal.won, window: { rolling: 12 months } }
  this-month: { sum: amount, of: deal.won, window: month }
  last-month: { sum: amount, of: deal.won, window: last month }
  this-quarter: { sum: amount, of: deal.won, window: quarter }
  last-quarter: { sum: amount, of: deal.won, window: last quarter }
  this-year: { sum: amount, of: deal.won, window: year }
  last-year: { sum: amount, of: deal.won, window: last year }
  fiscal-quarter: { sum: amount, of: deal.won, window: fiscal quarter }
  last-fiscal-quarter: { sum: amount, of: deal.won, window: last fiscal quarter }
  fiscal-year: { sum: amount, of: deal.won, window: fiscal year }
  last-fiscal-year: { sum: amount, of: deal.won, window: last fiscal year }
  half-year: { sum: amount, of: deal.won, window: { calendar: 6 months } }
tiers:
  registered: { rank: 0, why: Everyone. }
`;
const FISCAL_START = 2;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const textOf = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const dayOf = (text: string): Day => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
};

/** Every day of three years, one after another. */
const DAYS: readonly Day[] = [2023, 2024, 2025].flatMap((year) =>
  Array.from({ length: 12 }, (_, m) => m + 1).flatMap((month) =>
    Array.from({ length: lengthOf(year, month) }, (_, d) => ({ year, month, day: d + 1 })),
  ),
);
/** The day so many months before; the last of its month where that is shorter. */
function monthsBefore({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + (month - 1) - months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  return { year: y, month: m, day: Math.min(day, lengthOf(y, m)) };
}
const quarterOf = ({ year, month }: Day, start: number): number => {
  const shifted = year * 12 + (month - 1) - (start - 1);
  return Math.floor(shifted / 3);
};
const fiscalYearOf = ({ year, month }: Day): number => Math.floor((year * 12 + (month - 1) - (FISCAL_START - 1)) / 12);
const monthOf = ({ year, month }: Day): number => year * 12 + month;

/** Whether a day counts on another, by each measure's window. */
const COUNTS: Readonly<Record<string, (day: Day, on: Day) => boolean>> = {
  "days-90": (day, on) => indexOf(day) > indexOf(on) - 90 && indexOf(day) <= indexOf(on),
  "months-1": (day, on) => textOf(day) > textOf(monthsBefore(on, 1)) && textOf(day) <= textOf(on),
  "months-12": (day, on) => textOf(day) > textOf(monthsBefore(on, 12)) && textOf(day) <= textOf(on),
  "this-month": (day, on) => monthOf(day) === monthOf(on) && textOf(day) <= textOf(on),
  "last-month": (day, on) => monthOf(day) === monthOf(on) - 1,
  "this-quarter": (day, on) => quarterOf(day, 1) === quarterOf(on, 1) && textOf(day) <= textOf(on),
  "last-quarter": (day, on) => quarterOf(day, 1) === quarterOf(on, 1) - 1,
  "this-year": (day, on) => day.year === on.year && textOf(day) <= textOf(on),
  "last-year": (day, on) => day.year === on.year - 1,
  "fiscal-quarter": (day, on) =>
    quarterOf(day, FISCAL_START) === quarterOf(on, FISCAL_START) && textOf(day) <= textOf(on),
  "last-fiscal-quarter": (day, on) => quarterOf(day, FISCAL_START) === quarterOf(on, FISCAL_START) - 1,
  "fiscal-year": (day, on) => fiscalYearOf(day) === fiscalYearOf(on) && textOf(day) <= textOf(on),
  "last-fiscal-year": (day, on) => fiscalYearOf(day) === fiscalYearOf(on) - 1,
  "half-year": (day, on) => monthOf(day) > monthOf(on) - 6 && textOf(day) <= textOf(on),
};
const POSITIONS = new Map(DAYS.map((day, i) => [textOf(day), i]));
const indexOf = (day: Day): number => POSITIONS.get(textOf(day)) ?? Number.NaN;

/** Each day's deal is worth another power of nothing in particular: no two sets of days come to the same sum by chance. */
const centsOf = (i: number): number => 1_000_003 + i * 7_919 + ((i * i) % 4_093);

/** Where calendars go wrong: leap days, ends of months, quarters and fiscal years, clocks forward and back. */
const SPECIAL = [
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2025-02-28",
  "2025-03-01",
  "2024-03-29",
  "2024-03-30",
  "2024-03-31",
  "2024-03-10",
  "2024-03-11",
  "2024-10-26",
  "2024-10-27",
  "2024-10-28",
  "2024-11-03",
  "2024-11-04",
  "2025-03-30",
  "2024-01-31",
  "2024-02-01",
  "2024-04-30",
  "2024-05-01",
  "2024-06-30",
  "2024-07-01",
  "2024-07-31",
  "2024-08-01",
  "2024-12-31",
  "2025-01-01",
  "2025-01-31",
  "2025-02-01",
  "2024-05-31",
  "2025-05-31",
  "2025-08-31",
  "2025-11-30",
];

describe.each([
  ["UTC"],
  // Clocks go forward at midnight here, so that a day has no first hour.
  ["America/Santiago"],
  ["Pacific/Apia"],
])("under the clock of %s", (timeZone) => {
  let running: RunningProcess;
  let token: string;
  let partnerId: string;

  beforeAll(async () => {
    running = await startProcess({ mode: "main", env: { TZ: timeZone } });
    token = await running.token("program-manager");
    await ask(running, token, operation("publish-program"), { source: PROGRAM });
    const { registerPartners } = await ask(running, token, operation("register-partners"), {
      partners: [{ code: "calendar" }],
    });
    partnerId = registerPartners.partners[0]?.id ?? "";
    const facts = DAYS.map((day, i) => ({
      kind: "DEAL_WON" as const,
      partnerId,
      externalId: textOf(day),
      on: textOf(day),
      amount: (centsOf(i) / 100).toFixed(2),
    }));
    for (let from = 0; from < facts.length; ) {
      const { recordFacts } = await ask(running, token, operation("record-facts"), {
        facts: facts.slice(from, from + 1_000),
      });
      // Metrics knows of a new partner a moment after it joined.
      if (recordFacts.recorded > 0) from += 1_000;
    }
  }, 90_000);
  afterAll(() => running.kill("SIGTERM"));

  test.each(SPECIAL)("on %s every window holds just its days", async (asOf) => {
    const query = graphql(`query ($id: ID!, $asOf: Date!) {
      partner(id: $id) { measures(asOf: $asOf) { measure value } } }`);
    const { partner } = await ask(running, token, query, { id: partnerId, asOf });
    const expected = Object.entries(COUNTS).map(([measure, counts]) => {
      const cents = DAYS.reduce((sum, day, i) => (counts(day, dayOf(asOf)) ? sum + centsOf(i) : sum), 0);
      return [measure, cents];
    });
    const shown = partner.measures.map(({ measure, value }) => [measure, Math.round(Number(value) * 100)]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
  });
});
