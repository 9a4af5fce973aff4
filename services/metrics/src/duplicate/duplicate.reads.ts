import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { type FactIdKey, factOfRow, findFacts } from "../fact/index.js";
import { type DuplicateRow, listDuplicates } from "./duplicate.store.js";
import { duplicateOf } from "./duplicate-node.js";

interface DuplicateQuery extends PageRequest {
  /** All if null. */
  readonly state?: DuplicateRow["state"] | null;
}

export function duplicateReads({ viewer, reader, cursors }: ReadParts) {
  const factByKey = loaderOfOne(
    (keys: readonly FactIdKey[]) => findFacts(reader, keys),
    ({ partnerId, factId }) => `${partnerId} ${factId}`,
    ({ partnerId, factId }) => `${partnerId} ${factId}`,
  );
  return {
    duplicates: ({ first, after, state = null }: DuplicateQuery) =>
      readPage(cursors, viewer, {
        list: `duplicates:${state}`,
        request: { first, after },
        read: (position, limit) => listDuplicates(reader, { state, after: position as [string, string] | null, limit }), // Sealed below.
        positionOf: (row: DuplicateRow) => [row.foundAt.toISOString(), row.duplicateId],
        nodeOf: duplicateOf,
      }),
    duplicateFact: async (key: FactIdKey) => {
      const row = await factByKey.load(key);
      return { partner: { id: key.partnerId }, fact: row === null ? null : factOfRow(row) };
    },
  };
}
export type DuplicateReads = ReturnType<typeof duplicateReads>;
