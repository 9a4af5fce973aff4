import type { Queryable } from "@tiergraph/kit/database/database";
import type { SimpleMeasure } from "@tiergraph/program/document/measure";
import type { Program } from "@tiergraph/program/document/program";
import type { CalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { Adjustment } from "@tiergraph/program/measure/adjustment";
import { type CappedCustomers, cappedCustomers } from "@tiergraph/program/measure/capped-customers";
import type { FactTotals, GatheredRow } from "@tiergraph/program/measure/fact-totals";
import { NO_FACTS } from "@tiergraph/program/measure/no-facts";
import { type GatherRequest, gatherFacts, gatherRequest } from "../fact/counted-fact.store.js";
import { countingRequest } from "../fact/counting-request.js";
import { gatheredRow } from "./measure-partners.js";

export interface Capping {
  readonly partnerId: string;
  readonly program: Program;
  readonly measure: SimpleMeasure;
  readonly asOf: CalendarDate;
  readonly adjustments: readonly Adjustment[];
}

/** What counts of each customer under the cap of a measure, in one statement; null where it has none. */
export async function readCappedCustomers(
  reader: Queryable,
  { partnerId, measure, ...on }: Capping,
): Promise<CappedCustomers | null> {
  const judgingBy = (gather: FactTotals["gather"]) => ({ ...on, excused: [], totals: { ...NO_FACTS, gather } });
  const asked: (GatherRequest | null)[] = [];
  const capped = cappedCustomers(
    measure,
    judgingBy((counting, into) => {
      const request = countingRequest(counting);
      asked.push(request === null ? null : gatherRequest({ partnerId, ...request }, into));
      return [];
    }),
  );
  if (capped === null) return null;
  const requests = asked.filter((request) => request !== null);
  const rows = await gatherFacts(reader, requests);
  const answers = asked.map((request): GatheredRow[] => {
    const place = request === null ? -1 : requests.indexOf(request);
    return rows.filter((row) => row.request === place).map(gatheredRow);
  });
  // Asked in the same order as before.
  return cappedCustomers(
    measure,
    judgingBy(() => answers.shift() ?? []),
  );
}
