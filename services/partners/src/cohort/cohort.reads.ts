import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { decodeNamedId, encodeNamedId } from "@tiergraph/kit/values/named-id";
import DataLoader from "dataloader";
import { policy } from "../policy.js";
import type { CohortRow } from "./cohort.entity.js";
import { MAX_REPORTED } from "./cohort.js";
import { cohortList, countInCohorts, findCohorts, listMembers } from "./cohort.store.js";

export const cohortNode = ({ name, description, isRule, savedAt, savedBy, ...rule }: CohortRow) => ({
  id: encodeNamedId("Cohort", name),
  name,
  description,
  savedAt,
  savedBy,
  rule: isRule ? rule : null,
});
export type CohortNode = ReturnType<typeof cohortNode>;

export function cohortReads({ reader, viewer, cursors }: ReadParts) {
  const seesCohorts = policy.permits(viewer, "read cohorts");
  const cohort = loaderOfOne(
    async (names: readonly string[]) => (seesCohorts ? (await findCohorts(reader, names)).map(cohortNode) : []),
    ({ name }) => name,
    (name: string) => name,
  );
  return {
    cohorts: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "cohorts",
        request,
        rows: cohortList.of(reader, {}),
        nodeOf: cohortNode,
      }),
    cohort,
    cohortOfId: async (id: string) => {
      const [name] = decodeNamedId("Cohort", id) ?? [];
      return name === undefined ? null : cohort.load(name);
    },
    cohortMembers: new DataLoader<string, string[] | null>(async (names) => {
      const rows = seesCohorts ? await listMembers(reader, names, MAX_REPORTED + 1) : [];
      const members = groupBy(rows, ({ name }) => name);
      return names.map((name) => {
        const ids = (members.get(name) ?? []).map(({ partnerId }) => partnerId);
        return ids.length > MAX_REPORTED ? null : ids;
      });
    }),
    cohortSize: new DataLoader<string, number>(async (names) => {
      const sizes = new Map((await countInCohorts(reader, names)).map(({ name, size }) => [name, size]));
      return names.map((name) => sizes.get(name) ?? 0);
    }),
  };
}
export type CohortReads = ReturnType<typeof cohortReads>;
