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
  readonly hypothetical: readonly Fact[];
}

/** What is known of a partner before the hypothetical facts. */
interface HypothesisBasis {
  readonly facts: readonly Fact[];
  readonly adjustments: Awaited<ReturnType<typeof adjustmentsOfPartners>>[number];
  readonly before: readonly MeasureValue[];
}

/** Null for a partner of too many facts. */
export async function readHypothesisBasis(
  readers: MeasureReaders,
  { partnerId, program, on }: Omit<HypothesisRequest, "hypothetical">,
): Promise<HypothesisBasis | null> {
  const rows = await listFactsOfKinds(readers.own, { partnerId, kinds: kindsMeasured(program), limit: MAX_FACTS + 1 });
  if (rows.length > MAX_FACTS) return null;
  const [adjustments = []] = await adjustmentsOfPartners(readers.own, [{ partnerId, program }]);
  const [before = []] = await measurePartners(readers, [{ partnerId, program, asOf: on }]);
  return { facts: rows.map(factOf), adjustments, before };
}

export type HypothesisMeasures =
  | {
      readonly kind: "HypothesisMeasured";
      readonly before: readonly MeasureValue[];
      readonly after: readonly MeasureValue[];
    }
  | { readonly kind: "TooManyFacts" };

/**
 * A partner's measures on a day, and what they would be with more facts. For several hypotheses at once, pass a
 * `readBasis` that reads the same once. Worked out from the facts themselves, since sums do not show whether a customer
 * is new. Percentiles stay as they are: what others would do is not known.
 */
export async function measureHypothesis(
  readers: MeasureReaders,
  { hypothetical, ...basis }: HypothesisRequest,
  readBasis: typeof readHypothesisBasis = readHypothesisBasis,
): Promise<HypothesisMeasures> {
  const { program, on } = basis;
  const read = await readBasis(readers, basis);
  if (read === null) return { kind: "TooManyFacts" };
  const { facts, adjustments, before } = read;
  const after = measureFacts(program, [...facts, ...hypothetical], on, adjustments);
  const known = new Map(before.map((value) => [value.measure, value]));
  const isPercentile = (name: string) =>
    program.measures.find((measure) => measure.name === name)?.kind === "percentile";
  return {
    kind: "HypothesisMeasured",
    before,
    after: after.map((value) => (isPercentile(value.measure) ? (known.get(value.measure) ?? value) : value)),
  };
}
