import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { visibleTo } from "../policy.js";
import { type ProgramCache, versionFor } from "../program/index.js";
import type { DecisionRow } from "./decision.entity.js";
import { decisionList } from "./decision.store.js";
import { decisionNode } from "./decision-node.js";

export const decisionReads = ({ reader, viewer, cursors }: ReadParts, programs: ProgramCache) => ({
  decisions: (partnerId: string, request: PageRequest) =>
    readPage(cursors, viewer, {
      list: `decisions:${partnerId}`,
      request,
      rows:
        visibleTo(viewer)([partnerId]).length === 0 ? noRows<DecisionRow>() : decisionList.of(reader, { partnerId }),
      nodesOf: (rows) =>
        Promise.all(
          rows.map(async (row) =>
            decisionNode(row, versionFor(viewer, await programs.version(row.program, row.programVersion))),
          ),
        ),
    }),
});
export type DecisionReads = ReturnType<typeof decisionReads>;
