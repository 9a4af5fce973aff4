import type { Measure } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import { decimalOf, decimalOrNull } from "@tiergraph/program/exact";
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

export const measurementOf = (
  key: MeasurementKey,
  { program, measure, value }: { readonly program: Program; readonly measure: Measure; readonly value: MeasureValue },
) => ({
  id: encodeMeasurementId(key),
  measure: measure.name,
  title: measure.title,
  unit: unitOf(measure.unit),
  counts: measureInWords(program, measure),
  asOf: key.asOf,
  knownAt: key.knownAt === undefined ? null : new Date(key.knownAt),
  value: value.value === null ? null : decimalOf(value.value),
  numerator: value.numerator === null ? null : decimalOf(value.numerator),
  denominator: value.denominator === null ? null : decimalOf(value.denominator),
  from: value.from,
  to: value.to,
  groups: value.groups && [...value.groups].map(([name, part]) => ({ name, value: decimalOf(part) })),
  adjustments: value.adjustments.map(({ kind, factor, unadjusted, ...adjustment }) => ({
    ...adjustment,
    kind: kind,
    factor: decimalOrNull(factor),
    unadjusted: decimalOrNull(unadjusted),
  })),
  key,
});

export const UNITS = {
  money: "MONEY",
  count: "COUNT",
  percent: "PERCENT",
  points: "POINTS",
} as const satisfies Record<Measure["unit"], string>;
export type MeasureUnit = (typeof UNITS)[Measure["unit"]];

export const unitOf = (unit: Measure["unit"]): MeasureUnit => UNITS[unit];
