import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { dealList, findFacts } from "../fact/index.js";
import { readsMeasuresOf } from "../policy.js";
import { DEAL_STATES, type DealState, dealOf } from "./deal-node.js";

interface DealQuery extends PageRequest {
  /** All if null. */
  readonly states?: readonly DealState[] | null;
}

export const dealReads = ({ viewer, reader, cursors }: ReadParts) => ({
  deal: loaderOfOne(
    async (ids: readonly string[]) => {
      const keys = ids
        .flatMap((id) => decodeOwnedId(id) ?? [])
        .filter(({ partnerId }) => readsMeasuresOf(viewer)(partnerId));
      const facts = await findFacts(
        reader,
        keys.map(({ partnerId, id }) => ({ partnerId, factId: id })),
      );
      return facts.filter(({ family, isVoid }) => family === "deal" && !isVoid).map(dealOf);
    },
    ({ id }) => id,
    (id) => id,
  ),
  deals: (partnerId: string, { states, ...request }: DealQuery) => {
    const kinds = [...(states ?? Object.values(DEAL_STATES))].sort();
    return readPage(cursors, viewer, {
      list: `deals:${partnerId}:${kinds}`,
      request,
      rows: dealList.of(reader, { partnerId, kinds }),
      nodeOf: dealOf,
    });
  },
});
export type DealReads = ReturnType<typeof dealReads>;
