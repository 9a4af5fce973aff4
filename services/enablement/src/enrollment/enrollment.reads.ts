import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { decodeNamedId } from "@tiergraph/kit/values/named-id";
import { readablePersonOf } from "../policy.js";
import { findEnrollments } from "./enrollment.store.js";
import { enrollmentOf } from "./enrollment-node.js";

/** How resolvers read enrolments by their ids, in one statement a request level. */
export function enrollmentReads({ reader, viewer }: ReadParts) {
  const readable = readablePersonOf(viewer);
  const keysOf = (id: string) => {
    const [person = "", course = ""] = decodeNamedId("Enrollment", id) ?? [];
    return readable(person).map((learner) => ({ ...learner, course }));
  };
  return {
    enrollment: loaderOfOne(
      async (ids: readonly string[]) => (await findEnrollments(reader, ids.flatMap(keysOf))).map(enrollmentOf),
      ({ id }) => id,
      (id: string) => id,
    ),
  };
}
