import type { Queryable } from "@tiergraph/kit/database/database";
import { divide, fromMinorUnits, isZero, toExactString } from "@tiergraph/program/exact";
import type { MeasureInput } from "@tiergraph/program/place";
import { sumName, tally } from "./tally.store.js";
import type { TallyMeasure, TallyPlan, TallySum } from "./tally-plan.js";

/** Measures partners by a plan: the same values as `measurePartners`, as decisions keep them. One for each, in the order given. */
export async function tallyPartners(
  db: Queryable,
  plan: TallyPlan,
  partnerIds: readonly string[],
): Promise<MeasureInput[][]> {
  const rows = new Map((await tally(db, plan.columns, partnerIds)).map((row) => [row.partnerId, row]));
  return partnerIds.map((partnerId) => {
    const sums: Sums = rows.get(partnerId) ?? NOTHING;
    return plan.measures.map((measure) => inputOf(measure, sums));
  });
}

/** By `sumName`. */
type Sums = Readonly<Record<string, string | null>>;
const NOTHING: Sums = {};

function inputOf(measure: TallyMeasure, sums: Sums): MeasureInput {
  if (measure.kind === "sum") return { measure: measure.name, value: amountOf(measure, sums) };
  const [over, under] = [amountOf(measure.over, sums), amountOf(measure.under, sums)];
  return { measure: measure.name, parts: [over, under], value: quotient(measure, sums) };
}

function amountOf({ minus, digits, ...added }: TallySum, sums: Sums): string {
  const taken = minus === null ? null : sums[sumName(minus)];
  const given = givenOf(added, sums);
  return exactText(taken == null ? given : String(BigInt(given) - BigInt(taken)), digits);
}

/** What is added: nothing where what was taken back later comes to more. */
function givenOf({ plus, isNeverNegative }: Pick<TallySum, "plus" | "isNeverNegative">, sums: Sums): string {
  const given = sums[sumName(plus)] ?? "0";
  return isNeverNegative && given.startsWith("-") ? "0" : given;
}

/** Minor units as the exact text of major ones: `10433250` of cents is `104332.5`. */
function exactText(minor: string, digits: number): string {
  if (digits === 0 || minor === "0") return minor;
  const sign = minor.startsWith("-") ? "-" : "";
  const padded = (sign === "" ? minor : minor.slice(1)).padStart(digits + 1, "0");
  let end = padded.length;
  while (end > padded.length - digits && padded[end - 1] === "0") end--;
  const whole = padded.slice(0, padded.length - digits);
  return end === padded.length - digits ? sign + whole : `${sign}${whole}.${padded.slice(padded.length - digits, end)}`;
}

function quotient({ over, under }: Extract<TallyMeasure, { kind: "ratio" }>, sums: Sums): string | null {
  const [numerator, denominator] = [exactOf(over, sums), exactOf(under, sums)];
  return isZero(denominator) ? null : toExactString(divide(numerator, denominator));
}

const exactOf = ({ minus, digits, ...added }: TallySum, sums: Sums) =>
  fromMinorUnits(BigInt(givenOf(added, sums)) - (minus === null ? 0n : BigInt(sums[sumName(minus)] ?? 0)), digits);
