import { DateScalar, DecimalScalar } from "@tiergraph/kit/values/scalars";
import type { LineProblem } from "./line-problem.js";

/** What a cell comes to: null where it is empty. */
export type FieldText =
  | { readonly kind: "Text"; readonly text: string | null }
  | { readonly kind: "Refused"; readonly problem: LineProblem };

/** A day as the graph takes it, of the years 1000 to 9999. */
export function dayText(field: string, text: string): FieldText {
  if (text === "") return { kind: "Text", text: null };
  if (/^[1-9]/.test(text) && isTaken(DateScalar, text)) return { kind: "Text", text };
  return refused(
    "DATE_INVALID",
    field,
    `"${shortened(text)}" is no date. Expected is YYYY-MM-DD, for example 2017-03-01.`,
  );
}

/** A value in major units as the graph takes it, not negative, without signs for thousands or a currency. */
export function amountText(field: string, text: string, decimal: "." | ","): FieldText {
  if (text === "") return { kind: "Text", text: null };
  const isForeign = decimal === "," && text.includes(".");
  const plain = decimal === "," ? text.replace(",", ".") : text;
  if (isForeign || !isTaken(DecimalScalar, plain))
    return refused(
      "AMOUNT_INVALID",
      field,
      `"${shortened(text)}" is no amount. Expected are digits, for example 1250${decimal}50.`,
    );
  if (plain.startsWith("-") && /[1-9]/.test(plain))
    return refused("AMOUNT_NEGATIVE", field, `The amount ${text} is negative.`);
  return { kind: "Text", text: plain };
}

// The graph's own scalars judge, so that one cell that they refuse cannot fail a whole batch.
function isTaken(scalar: { parseValue(value: unknown): unknown }, text: string): boolean {
  try {
    scalar.parseValue(text);
    return true;
  } catch {
    return false;
  }
}

const refused = (code: string, field: string, message: string): FieldText => ({
  kind: "Refused",
  problem: { code, field, message },
});

/** So that a cell of a thousand characters does not drown the reason. */
export const shortened = (text: string): string => (text.length > 50 ? `${text.slice(0, 50)}…` : text);
