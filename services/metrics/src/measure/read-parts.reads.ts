import type { Queryable } from "@tiergraph/kit/database/database";
import type { SimpleMeasure } from "@tiergraph/program/document/measures";
import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact";
import {
  type Adjustment,
  type CappedCustomers,
  cappedCustomers,
  fallsBelowZero,
  type GatheredRow,
  type HeldAtZero,
  heldAtZero,
  type MeasureContext,
  NO_FACTS,
} from "@tiergraph/program/measure";
import { countingRequest, type GatherRequest, gatherFacts, gatherRequest } from "../fact/index.js";
import { gatheredRow } from "./total-requests.reads.js";

/** A measure of a partner, of which its parts are asked. */
interface PartsAsked {
  readonly partnerId: string;
  readonly program: Program;
  readonly measure: SimpleMeasure;
  readonly asOf: CalendarDate;
  readonly adjustments: readonly Adjustment[];
}

/** What counts of each customer under the cap of a measure, in one statement; null where it has none. */
export const readCappedCustomers = (reader: Queryable, asked: PartsAsked): Promise<CappedCustomers | null> =>
  answered(reader, asked, cappedCustomers);

/**
 * What a measure adds up to where it is held at zero; null where it is not, which one statement finds. Only where it
 * is, all of its facts are read.
 */
export async function readHeldAtZero(reader: Queryable, asked: PartsAsked): Promise<HeldAtZero | null> {
  return (await answered(reader, asked, fallsBelowZero)) ? answered(reader, asked, heldAtZero) : null;
}

/** What the engine makes of gathered facts: it says what it needs, and is asked again with the answers, in the same order. */
async function answered<Answer>(
  reader: Queryable,
  { partnerId, measure, ...on }: PartsAsked,
  ask: (measure: SimpleMeasure, judging: MeasureContext) => Answer,
): Promise<Answer> {
  const judgingBy = (gather: MeasureContext["totals"]["gather"]) => ({
    ...on,
    excused: [],
    totals: { ...NO_FACTS, gather },
  });
  const asked: (GatherRequest | null)[] = [];
  const ofNothing = ask(
    measure,
    judgingBy((counting, into) => {
      const request = countingRequest(counting);
      asked.push(request === null ? null : gatherRequest({ partnerId, ...request }, into));
      return [];
    }),
  );
  const requests = asked.filter((request) => request !== null);
  if (requests.length === 0) return ofNothing;
  const rows = await gatherFacts(reader, requests);
  const answers = asked.map((request): GatheredRow[] => {
    const place = request === null ? -1 : requests.indexOf(request);
    return rows.filter((row) => row.request === place).map(gatheredRow);
  });
  return ask(
    measure,
    judgingBy(() => answers.shift() ?? []),
  );
}
