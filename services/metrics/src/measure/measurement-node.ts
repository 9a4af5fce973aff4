import type { Measure } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import { decimalOf, decimalOrNull, type Rational } from "@tiergraph/program/exact";
import { measureInWords } from "@tiergraph/program/examples";
import {
  type CappedCustomers,
  encodeMeasurementId,
  type MeasurementKey,
  type MeasureValue,
} from "@tiergraph/program/measure";

const MAX_CUSTOMERS = 100;

export const measureCapOf = ({ whole, most, customers }: CappedCustomers) => ({
  whole: decimalOf(whole),
  most: decimalOf(most),
  customers: customers.slice(0, MAX_CUSTOMERS).map(({ customer, brought, counted, explanation }) => ({
    customer,
    brought: decimalOf(brought),
    counted: decimalOf(counted),
    explanation,
  })),
});

/** A measurement of a measure that the partner has; it is measured once a field asks for what it comes to. */
export const measurementNode = (
  key: MeasurementKey,
  { program, measure }: { readonly program: Program; readonly measure: Measure },
  measured: () => Promise<MeasureValue>,
) => ({
  id: encodeMeasurementId(key),
  measure: measure.name,
  title: measure.title,
  unit: unitOf(measure.unit),
  counts: () => measureInWords(program, measure),
  asOf: key.asOf,
  knownAt: key.knownAt === undefined ? null : new Date(key.knownAt),
  value: async () => decimalOrNothing((await measured()).value),
  numerator: async () => decimalOrNothing((await measured()).numerator),
  denominator: async () => decimalOrNothing((await measured()).denominator),
  from: async () => (await measured()).from,
  until: async () => (await measured()).to,
  groups: async () => groupsOf(await measured()),
  adjustments: async () => adjustmentsOf(await measured()),
  key,
});

export const decimalOrNothing = (value: Rational | null): string | null => (value === null ? null : decimalOf(value));

const groupsOf = ({ groups }: MeasureValue) =>
  groups && [...groups].map(([name, part]) => ({ name, value: decimalOf(part) }));

const adjustmentsOf = ({ adjustments }: MeasureValue) =>
  adjustments.map(({ factor, unadjusted, to, why, ...adjustment }) => ({
    until: to,
    reason: why,
    ...adjustment,
    factor: decimalOrNull(factor),
    unadjusted: decimalOrNull(unadjusted),
  }));

export const UNITS = {
  money: "MONEY",
  count: "COUNT",
  percent: "PERCENT",
  points: "POINTS",
} as const satisfies Record<Measure["unit"], string>;
export type MeasureUnit = (typeof UNITS)[Measure["unit"]];

export const unitOf = (unit: Measure["unit"]): MeasureUnit => UNITS[unit];
