import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { visibleTo } from "../policy.js";
import { type ProgramCache, versionFor } from "../program/index.js";
import type { DecisionRow } from "./decision.entity.js";
import { listDecisions } from "./decision.store.js";
import { decisionNode } from "./decision-node.js";

export const decisionReads = ({ reader, viewer, cursors }: ReadParts, programs: ProgramCache) => ({
  decisions: async (partnerId: string, request: PageRequest) => {
    const page = await readPage(cursors, viewer, {
      list: `decisions:${partnerId}`,
      request,
      read: async (position, limit) =>
        visibleTo(viewer)([partnerId]).length === 0
          ? []
          : listDecisions(reader, { partnerId, after: position === null ? null : Number(position[0]), limit }),
      positionOf: (row: DecisionRow) => [String(row.sequence)],
      nodeOf: async (row) =>
        decisionNode(row, versionFor(viewer, await programs.version(row.program, row.programVersion))),
    });
    return page.with(await Promise.all(page.nodes));
  },
});
export type DecisionReads = ReturnType<typeof decisionReads>;
