import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { type FactIdKey, factOfRow, findFacts } from "../fact/index.js";
import { type DuplicateRow, duplicateList } from "./duplicate.store.js";
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
    duplicates: ({ state = null, ...request }: DuplicateQuery) =>
      readPage(cursors, viewer, {
        list: `duplicates:${state}`,
        request,
        rows: duplicateList.of(reader, state),
        nodeOf: duplicateOf,
      }),
    duplicateFact: async (key: FactIdKey) => {
      const row = await factByKey.load(key);
      return { partner: { id: key.partnerId }, fact: row === null ? null : factOfRow(row) };
    },
  };
}
export type DuplicateReads = ReturnType<typeof duplicateReads>;
