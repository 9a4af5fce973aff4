import { DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { DayFormat } from "../format/day-format.js";
import type { NumberFormat } from "../format/number-format.js";
import type { LineProblem } from "./line-problem.js";

interface TextRefused {
  readonly kind: "Refused";
  readonly problem: LineProblem;
}

/** What a cell comes to: null where it is empty. */
export type FieldText = { readonly kind: "Text"; readonly text: string | null } | TextRefused;

export type NumberText =
  | { readonly kind: "Number"; readonly decimal: string | null; readonly currency: string | null }
  | TextRefused;

/** A day as the graph takes it, of the years 1000 to 9999. */
export function dayText(field: string, text: string, format: DayFormat): FieldText {
  const day = format.read(text);
  return day === null
    ? refused("DATE_INVALID", field, `"${shortened(text)}" is no date. Expected is ${expectedDay(format)}.`)
    : { kind: "Text", text: day };
}

const expectedDay = ({ notation }: DayFormat): string =>
  notation === "YYYY-MM-DD" ? "YYYY-MM-DD, for example 2017-03-01" : notation;

/** A number as the graph takes it. */
export function numberText(field: string, text: string, format: NumberFormat): NumberText {
  if (text === "") return { kind: "Number", decimal: null, currency: null };
  const reading = format.read(text);
  // The graph's own scalar judges too, so that one cell that it refuses cannot fail a whole batch.
  if (reading === null || !isTaken(reading.decimal))
    return refused(
      "NUMBER_INVALID",
      field,
      `"${shortened(text)}" is no number. Expected is one written as ${format.notation}.`,
    );
  return { kind: "Number", ...reading };
}

function isTaken(decimal: string): boolean {
  try {
    DecimalScalar.parseValue(decimal);
    return true;
  } catch {
    return false;
  }
}

const refused = (code: string, field: string, message: string): TextRefused => ({
  kind: "Refused",
  problem: { code, field, message },
});

/** So that a cell of a thousand characters does not drown the reason. */
export const shortened = (text: string): string => (text.length > 50 ? `${text.slice(0, 50)}…` : text);

/** Null where nothing is given. */
export const given = (text: string): string | null => (text === "" ? null : text);
