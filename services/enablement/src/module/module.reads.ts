import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { LearnerKey } from "../learner/index.js";
import { readablePersonOf } from "../policy.js";
import { listModulesOfPeople } from "./module.store.js";

const MAX_MODULES = 1_000;

/** How resolvers read which modules people have been through, in one statement a request level. */
export function moduleReads({ reader, viewer }: ReadParts) {
  const ownerOf = ({ partnerId, personId }: LearnerKey) => encodeOwnedId("Person", { partnerId, id: personId });
  const modulesOfPeople = loaderOfMany(
    (ids: readonly string[]) => listModulesOfPeople(reader, ids.flatMap(readablePersonOf(viewer)), MAX_MODULES),
    ownerOf,
    (id: string) => id,
  );
  return {
    completedModules: async (row: LearnerKey & { course: string }) =>
      (await modulesOfPeople.load(ownerOf(row))).filter(({ course }) => course === row.course),
  };
}
export type ModuleReads = ReturnType<typeof moduleReads>;
