import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { findAssessments } from "../assessment/assessment.store.js";
import { assessmentOf } from "../assessment/assessment-terms-node.js";
import type { Loading } from "../loading.js";

/** How resolvers read what there is to learn: the same for everyone. */
export function learningLoaders({ reader, program }: Loading) {
  const assessments = loaderOfOne(
    (courses: readonly string[]) => findAssessments(reader, courses),
    ({ course }) => course,
    (course: string) => course,
  );
  return {
    assessment: async (course: string) => {
      const row = await assessments.load(course);
      return row === null ? null : assessmentOf(row);
    },
    learningPaths: async () =>
      ((await program())?.paths ?? []).map(({ courses, role, maturities, tracks, ...path }) => ({
        ...path,
        role,
        maturities: [...maturities],
        tracks: [...tracks],
        courseNames: courses,
      })),
    maturities: async () =>
      ((await program())?.maturities ?? []).map(({ name, title, tiers }) => ({ name, title, tiers: [...tiers] })),
  };
}
