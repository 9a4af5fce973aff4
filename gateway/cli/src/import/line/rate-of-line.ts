import type { MappedLine } from "../mapping/mapped-line.js";
import type { LineReading } from "./line-problem.js";

/** `ExchangeRateInput` of the graph. */
export interface RateReport {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly rate: string;
}

/** Reads one line as an exchange rate, or returns its first problem. */
export function rateOfLine(line: MappedLine): LineReading<RateReport> {
  const [from, to] = [line.text("from").toUpperCase(), line.text("to").toUpperCase()];
  const [on, rate] = [line.day("on"), line.number("rate")];
  const externalId = `${from} ${to}`.trim();
  if (on.kind === "Refused") return { ...on, externalId };
  if (rate.kind === "Refused") return { ...rate, externalId };
  if (from !== "" && to !== "" && on.text !== null && rate.decimal !== null)
    return { kind: "Understood", report: { from, to, on: on.text, rate: rate.decimal } };
  const message = "The line lacks a currency, the day or the rate.";
  return { kind: "Refused", externalId, problem: { code: "FIELD_MISSING", field: "", message } };
}
