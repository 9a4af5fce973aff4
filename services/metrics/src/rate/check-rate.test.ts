import { expect, test } from "vitest";
import { rateProblem } from "./check-rate.js";

const rate = { from: "EUR", to: "USD", on: "2026-04-01", rate: "1.085" };
const codeOf = (differing: Partial<typeof rate>) => rateProblem({ ...rate, ...differing }, "2026-04-01")?.code ?? null;

test("a rate between two currencies, of today or before, above zero, is sound", () => {
  expect([codeOf({}), codeOf({ rate: "0.000001" }), codeOf({ on: "2001-01-01" })]).toEqual([null, null, null]);
});

test.each([
  [{ from: "euro" }, "CURRENCY_INVALID"],
  [{ to: "usd" }, "CURRENCY_INVALID"],
  [{ from: "USD" }, "CURRENCY_INVALID"],
  [{ on: "2026-04-02" }, "DAY_IN_FUTURE"],
  [{ rate: "0" }, "RATE_INVALID"],
  [{ rate: "-1" }, "RATE_INVALID"],
  [{ rate: "10000001" }, "RATE_INVALID"],
])("%j is refused as %s", (differing, code) => {
  expect(codeOf(differing)).toBe(code);
});
