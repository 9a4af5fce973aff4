import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import type { RateRow } from "./exchange-rate.entity.js";
import { listRates } from "./rate.store.js";
import { rateOf } from "./rate-node.js";

interface RateQuery extends PageRequest {
  readonly from?: string | null;
  readonly to?: string | null;
}

export const rateReads = ({ viewer, reader, cursors }: ReadParts) => ({
  exchangeRates: ({ first, after, from = null, to = null }: RateQuery) =>
    readPage(cursors, viewer, {
      list: `rates:${JSON.stringify([from, to])}`,
      request: { first, after },
      read: (position, limit) =>
        listRates(reader, { from, to, after: position as [string, string, string] | null, limit }), // Sealed below.
      positionOf: (row: RateRow) => [row.onDay, row.fromCurrency, row.toCurrency],
      nodeOf: rateOf,
    }),
});
export type RateReads = ReturnType<typeof rateReads>;
