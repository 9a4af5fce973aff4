import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { Fact } from "@tiergraph/program/measure/fact";
import { type MeasureValue, measureFacts } from "@tiergraph/program/measure/measure-facts";
import { adjustmentsOfPartners } from "../adjustment/adjustments-of-partners.js";
import { listFactsOfKinds } from "../fact/fact.store.js";
import { kindsMeasured } from "../measure/kinds-measured.js";
import { MAX_FACTS } from "../measure/measure-known-at.js";
import { type MeasureReaders, measurePartners } from "../measure/measure-partners.js";
import { factOf } from "../measure/rollup-deltas.js";

export interface Supposing {
  readonly partnerId: string;
  readonly program: Program;
  readonly on: CalendarDate;
  readonly supposed: readonly Fact[];
}

export type SupposedMeasures =
  | { readonly kind: "Supposed"; readonly before: readonly MeasureValue[]; readonly after: readonly MeasureValue[] }
  | { readonly kind: "TooManyFacts" };

/**
 * What a partner measures on a day, and what it would with more facts. Worked out from the facts themselves, since sums
 * cannot tell whether a customer is new. Percentiles stay as they are: what others would do is not known.
 */
export async function suppose(
  readers: MeasureReaders,
  { partnerId, program, on, supposed }: Supposing,
): Promise<SupposedMeasures> {
  const rows = await listFactsOfKinds(readers.own, { partnerId, kinds: kindsMeasured(program), limit: MAX_FACTS + 1 });
  if (rows.length > MAX_FACTS) return { kind: "TooManyFacts" };
  const [adjustments = []] = await adjustmentsOfPartners(readers.own, [{ partnerId, program }]);
  const [before = []] = await measurePartners(readers, [{ partnerId, program, asOf: on }]);
  const after = measureFacts(program, [...rows.map(factOf), ...supposed], on, adjustments);
  const known = new Map(before.map((value) => [value.measure, value]));
  const isPercentile = (name: string) =>
    program.measures.find((measure) => measure.name === name)?.kind === "percentile";
  return {
    kind: "Supposed",
    before,
    after: after.map((value) => (isPercentile(value.measure) ? (known.get(value.measure) ?? value) : value)),
  };
}
