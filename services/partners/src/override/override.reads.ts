import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany, loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { visibleTo } from "../policy.js";
import type { OverrideRow } from "./override.entity.js";
import { findOverrides, listOverrides, requestedList } from "./override.store.js";

export const overrideNode = ({ overrideId, fromOn, untilOn, ...row }: OverrideRow) => ({
  id: encodeOwnedId("Override", { partnerId: row.partnerId, id: overrideId }),
  from: fromOn,
  until: untilOn,
  decisionReason: row.note,
  ...row,
});
export type OverrideNode = ReturnType<typeof overrideNode>;

export const overrideReads = ({ reader, viewer, cursors }: ReadParts) => ({
  override: loaderOfOwned(
    (partnerId) => visibleTo(viewer)([partnerId]).length > 0,
    async (keys) =>
      (
        await findOverrides(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, overrideId: id })),
        )
      ).map(overrideNode),
  ),
  overrides: loaderOfMany(
    async (ids: readonly string[]) => (await listOverrides(reader, visibleTo(viewer)(ids))).map(overrideNode),
    ({ partnerId }) => partnerId,
    (id: string) => id,
  ),
  requestedOverrides: (request: PageRequest) =>
    readPage(cursors, viewer, {
      list: "requested-overrides",
      request,
      rows: requestedList.of(reader, {}),
      nodeOf: overrideNode,
    }),
});
export type OverrideReads = ReturnType<typeof overrideReads>;
