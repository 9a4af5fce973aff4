import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { policy } from "../policy.js";
import { type ContentFilter, contentList, countUse, findPublished, listDrafts, staleList } from "./content.store.js";
import { contentOf } from "./content-node.js";

const MAX_DRAFTS = 100;

/**
 * How resolvers read content: a viewer that is bound to partners sees what one of them may read, and nothing that is
 * not published.
 */
export function contentReads({ reader, viewer, cursors, today }: ReadParts) {
  const text = (key: string) => key;
  const partnerIds =
    viewer.partnerIds === "all"
      ? null
      : viewer.partnerIds.filter((partnerId) => policy.permitsFor(viewer, "read content", partnerId));
  const pieces = loaderOfOne(
    (names: readonly string[]) => findPublished(reader, names, { partnerIds }),
    ({ name }) => name,
    text,
  );
  const uses = loaderOfOne(
    (names: readonly string[]) => countUse(reader, names),
    ({ name }) => name,
    text,
  );
  return {
    content: (filter: Omit<ContentFilter, "partnerIds">, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `content:${JSON.stringify(filter)}`,
        request,
        rows: contentList.of(reader, { ...filter, partnerIds }),
        nodeOf: (row) => contentOf(row, today),
      }),
    contentPiece: async (name: string) => {
      const row = await pieces.load(name);
      return row === null ? null : contentOf(row, today);
    },
    staleContent: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "stale-content",
        request,
        rows: staleList.of(reader, today),
        nodeOf: (row) => contentOf(row, today),
      }),
    contentDrafts: async () => (await listDrafts(reader, MAX_DRAFTS)).map((row) => contentOf(row, today)),
    contentUse: async (name: string) =>
      (await uses.load(name)) ?? { name, reads: 0, readers: 0, useful: 0, notUseful: 0 },
  };
}
export type ContentReads = ReturnType<typeof contentReads>;
