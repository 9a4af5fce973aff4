import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import type { FactProblemCode } from "../fact/index.js";
import type { WaitingFactRow } from "./waiting-fact.entity.js";
import { waitingList } from "./waiting-fact.store.js";
import { waitingFactOf } from "./waiting-fact-node.js";

interface WaitingQuery extends PageRequest {
  readonly state: WaitingFactRow["state"];
  readonly code?: FactProblemCode | null;
  readonly partnerId?: string | null;
}

export const waitingReads = ({ viewer, reader, cursors }: ReadParts) => ({
  waitingFacts: ({ state, code, partnerId, ...request }: WaitingQuery) => {
    if (partnerId != null && !isUuid(partnerId)) refuse("BAD_USER_INPUT", "`partnerId` is the id of a partner.");
    const query = { state, code: code ?? null, partnerId: partnerId ?? null };
    return readPage(cursors, viewer, {
      list: `waiting:${state}:${query.code}:${query.partnerId}`,
      request,
      rows: waitingList.of(reader, query),
      nodeOf: waitingFactOf,
    });
  },
});
export type WaitingReads = ReturnType<typeof waitingReads>;

export const waitingKeyOf = (id: string): { partnerId: string; waitingId: string } | null => {
  const key = decodeOwnedId(id);
  return key === null ? null : { partnerId: key.partnerId, waitingId: key.id };
};
