import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { visibleTo } from "../policy.js";
import { type ProgramCache, versionFor } from "../program/index.js";
import type { DecisionRow } from "./decision.entity.js";
import { decisionList, findDecisions } from "./decision.store.js";
import { decisionNode } from "./decision-node.js";

export function decisionReads({ reader, viewer, language, cursors }: ReadParts, programs: ProgramCache) {
  const nodeOf = async (row: DecisionRow) =>
    decisionNode(row, versionFor({ viewer, language }, await programs.version(row.program, row.programVersion)));
  const isVisible = (partnerId: string) => visibleTo(viewer)([partnerId]).length > 0;
  return {
    decision: loaderOfOwned(isVisible, async (keys) => {
      const rows = await findDecisions(
        reader,
        keys.map(({ partnerId, id }) => ({ partnerId, decisionId: id })),
      );
      return Promise.all(rows.map(nodeOf));
    }),
    decisions: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `decisions:${partnerId}`,
        request,
        rows: isVisible(partnerId) ? decisionList.of(reader, { partnerId }) : noRows<DecisionRow>(),
        nodesOf: (rows) => Promise.all(rows.map(nodeOf)),
      }),
  };
}
export type DecisionReads = ReturnType<typeof decisionReads>;
