import type { Queryable } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact";
import { type MeasureValue, measureFacts } from "@tiergraph/program/measure";
import { adjustmentsOfPartners } from "../adjustment/index.js";
import { factOf, listFactsKnownAt } from "../fact/index.js";
import { kindsMeasured } from "./kinds-measured.js";

/** More facts than one answer adds up in memory. */
export const MAX_FACTS = 50_000;

interface KnownMeasuring {
  readonly partnerId: string;
  readonly program: Program;
  readonly asOf: CalendarDate;
  readonly knownAt: Date;
}

/**
 * What a partner measured by what was known at a moment: before later facts, corrections and adjustments. Worked out
 * from the facts, since the rollups know the present only; a percentile has no value, since the others' past is not read.
 * Null where there are more than `MAX_FACTS`.
 */
export async function measureKnownAt(
  reader: Queryable,
  { partnerId, program, asOf, knownAt }: KnownMeasuring,
): Promise<MeasureValue[] | null> {
  const kinds = kindsMeasured(program);
  const rows = await listFactsKnownAt(reader, { partnerId, kinds, at: knownAt, limit: MAX_FACTS + 1 });
  if (rows.length > MAX_FACTS) return null;
  const [adjustments = []] = await adjustmentsOfPartners(reader, [{ partnerId, program }], knownAt);
  return measureFacts(program, rows.map(factOf), asOf, adjustments);
}
