import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { rateList } from "./rate.store.js";
import { rateOf } from "./rate-node.js";

interface RateQuery extends PageRequest {
  readonly from?: string | null;
  readonly to?: string | null;
}

export const rateReads = ({ viewer, reader, cursors }: ReadParts) => ({
  exchangeRates: ({ from = null, to = null, ...request }: RateQuery) =>
    readPage(cursors, viewer, {
      list: `rates:${JSON.stringify([from, to])}`,
      request,
      rows: rateList.of(reader, { from, to }),
      nodeOf: rateOf,
    }),
});
export type RateReads = ReturnType<typeof rateReads>;
