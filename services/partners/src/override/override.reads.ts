import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { visibleTo } from "../policy.js";
import type { OverrideRow } from "./override.entity.js";
import { findOverrides, overrideList, requestedList } from "./override.store.js";

export const overrideNode = ({ overrideId, fromOn, untilOn, ...row }: OverrideRow) => ({
  id: encodeOwnedId("Override", { partnerId: row.partnerId, id: overrideId }),
  from: fromOn,
  until: untilOn,
  decisionReason: row.note,
  ...row,
});
export type OverrideNode = ReturnType<typeof overrideNode>;

export function overrideReads({ reader, viewer, cursors }: ReadParts) {
  const isVisible = (partnerId: string) => visibleTo(viewer)([partnerId]).length > 0;
  const overridesOf = overrideList.ofEach(reader);
  return {
    override: loaderOfOwned(isVisible, async (keys) =>
      (
        await findOverrides(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, overrideId: id })),
        )
      ).map(overrideNode),
    ),
    overrides: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `overrides:${partnerId}`,
        request,
        rows: isVisible(partnerId) ? overridesOf({ partnerId }) : noRows<OverrideRow>(),
        nodeOf: overrideNode,
      }),
    requestedOverrides: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "requested-overrides",
        request,
        rows: requestedList.of(reader, {}),
        nodeOf: overrideNode,
      }),
  };
}
export type OverrideReads = ReturnType<typeof overrideReads>;
