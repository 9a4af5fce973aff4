import type { SimpleMeasure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import { compare, type Rational, toExactString } from "../exact/index.js";
import { inUnit } from "../words/index.js";
import { heldTo } from "./gathered.js";
import { countingMessages } from "./measure.messages.js";
import type { MeasureContext } from "./measure-context.js";
import { customersOf } from "./measure-simple.js";

/** One customer's part of a capped measure. */
export interface CappedCustomer {
  /** Null for facts without a customer, which count as one customer. */
  readonly customer: string | null;
  readonly brought: Rational;
  readonly counted: Rational;
  /** "600.00 USD of 1,500.00 USD: one customer counts for at most 40% of the whole." */
  readonly explanation: string;
}
export interface CappedCustomers {
  /** Before capping. */
  readonly whole: Rational;
  /** The cap for one customer. */
  readonly most: Rational;
  /** Largest first. */
  readonly customers: readonly CappedCustomer[];
}

/** The customers of a measure with a cap; null for other measures. */
export function cappedCustomers(measure: SimpleMeasure, context: MeasureContext): CappedCustomers | null {
  const known = customersOf(measure, context);
  if (known === null || known.most === null) return null;
  const { parts, whole, most } = known;
  const { language } = context.program;
  const customers = [...parts].map(([customer, brought]): CappedCustomer => {
    const counted = heldTo(most, brought);
    const inMeasure = (amount: Rational) => inUnit(toExactString(amount), measure.unit, context.program);
    const [part, all] = [inMeasure(counted), inMeasure(brought)];
    const explanation =
      compare(counted, brought) === 0
        ? countingMessages.allOf(language, { all })
        : countingMessages.partOf(language, { part, all, cap: capInWords(measure, context.program) });
    return { customer, brought, counted, explanation };
  });
  return { whole, most, customers: customers.sort((a, b) => compare(b.brought, a.brought)) };
}

/** Whether a measure has a cap for each customer. */
export const isCapped = (measure: SimpleMeasure): boolean =>
  "capPerCustomer" in measure && measure.capPerCustomer !== null;

/** "one customer counts for at most 40% of the whole"; empty where the measure has no cap. */
export function capInWords(measure: SimpleMeasure, program: Program): string {
  const cap = "capPerCustomer" in measure ? measure.capPerCustomer : null;
  if (cap === null) return "";
  const most = toExactString(cap.most);
  const { language } = program;
  const asked =
    cap.kind === "share"
      ? countingMessages.ofTheWhole(language, { share: inUnit(most, "percent", program) })
      : inUnit(most, measure.unit, program);
  return countingMessages.cap(language, { most: asked });
}
