import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { decimalOf } from "@tiergraph/program/exact";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import { differenceNode, programVersionsFor } from "../program/index.js";
import { type CheckedDocument, checkDocument } from "./check-document.js";
import { draftList } from "./draft.store.js";
import type { ProgramDraftRow } from "./program-draft.entity.js";

export const draftNode = ({ program, ...draft }: ProgramDraftRow) => ({
  id: encodeNamedId("ProgramDraft", program, draft.version),
  name: program,
  ...draft,
});

function checkNode({ problems, findings, differences, worstCase, workedExamples, isSound }: CheckedDocument) {
  return {
    worstCase: worstCase.map(({ tier, rewardShare, benefitCost }) => ({
      tier,
      rewardShare: decimalOf(rewardShare),
      benefitCost: benefitCost === null ? null : decimalOf(benefitCost),
    })),
    isSound,
    problems: problems.map((problem) => ({ ...problem })),
    findings: findings.map((finding) => ({ ...finding })),
    changes: differences.map(differenceNode),
    workedExamples,
  };
}
export type DraftNode = ReturnType<typeof draftNode>;
export type CheckNode = ReturnType<typeof checkNode>;

export const draftReads = ({ reader, viewer, cursors }: ReadParts) => ({
  drafts: (request: PageRequest) =>
    readPage(cursors, viewer, { list: "program-drafts", request, rows: draftList.of(reader, {}), nodeOf: draftNode }),
  checkedDocument: async (source: string) => {
    const published = await programVersionsFor(reader, { viewer, language: DEFAULT_LANGUAGE });
    return checkNode(
      checkDocument(source, (name) => published.find(({ program }) => program.name === name)?.program ?? null),
    );
  },
});
export type DraftReads = ReturnType<typeof draftReads>;
