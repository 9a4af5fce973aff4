import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact";
import { type Fact, type MeasureValue, measureFacts } from "@tiergraph/program/measure";
import { adjustmentsOfPartners } from "../adjustment/index.js";
import { factOf, listFactsOfKinds } from "../fact/index.js";
import { kindsMeasured, MAX_FACTS, type MeasureReaders, measurePartners } from "../measure/index.js";

interface HypothesisRequest {
  readonly partnerId: string;
  readonly program: Program;
  readonly on: CalendarDate;
  readonly supposed: readonly Fact[];
}

/** What is known of a partner before anything is supposed. */
interface HypothesisBasis {
  readonly facts: readonly Fact[];
  readonly adjustments: Awaited<ReturnType<typeof adjustmentsOfPartners>>[number];
  readonly before: readonly MeasureValue[];
}

/** Null for a partner of too many facts. */
export async function readSupposed(
  readers: MeasureReaders,
  { partnerId, program, on }: Omit<HypothesisRequest, "supposed">,
): Promise<HypothesisBasis | null> {
  const rows = await listFactsOfKinds(readers.own, { partnerId, kinds: kindsMeasured(program), limit: MAX_FACTS + 1 });
  if (rows.length > MAX_FACTS) return null;
  const [adjustments = []] = await adjustmentsOfPartners(readers.own, [{ partnerId, program }]);
  const [before = []] = await measurePartners(readers, [{ partnerId, program, asOf: on }]);
  return { facts: rows.map(factOf), adjustments, before };
}

export type HypothesisMeasures =
  | { readonly kind: "Supposed"; readonly before: readonly MeasureValue[]; readonly after: readonly MeasureValue[] }
  | { readonly kind: "TooManyFacts" };

/**
 * What a partner measures on a day, and what it would with more facts. Of what is read, who supposes often reads it once.
 * Worked out from the facts themselves, since sums
 * cannot tell whether a customer is new. Percentiles stay as they are: what others would do is not known.
 */
export async function suppose(
  readers: MeasureReaders,
  { supposed, ...basis }: HypothesisRequest,
  readBasis: typeof readSupposed = readSupposed,
): Promise<HypothesisMeasures> {
  const { program, on } = basis;
  const read = await readBasis(readers, basis);
  if (read === null) return { kind: "TooManyFacts" };
  const { facts, adjustments, before } = read;
  const after = measureFacts(program, [...facts, ...supposed], on, adjustments);
  const known = new Map(before.map((value) => [value.measure, value]));
  const isPercentile = (name: string) =>
    program.measures.find((measure) => measure.name === name)?.kind === "percentile";
  return {
    kind: "Supposed",
    before,
    after: after.map((value) => (isPercentile(value.measure) ? (known.get(value.measure) ?? value) : value)),
  };
}
