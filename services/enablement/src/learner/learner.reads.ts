import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { readablePersonOf } from "../policy.js";
import { findLearners } from "./learner.store.js";
import { personOf } from "./learner-node.js";

/** How resolvers read people, in one statement a request level. */
export const learnerReads = ({ reader, viewer }: ReadParts) => ({
  person: loaderOfOne(
    async (ids: readonly string[]) => (await findLearners(reader, ids.flatMap(readablePersonOf(viewer)))).map(personOf),
    ({ id }) => id,
    (id: string) => id,
  ),
});
