import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import type { ProgramReader } from "../program/index.js";
/** How resolvers read what there is to learn: the same for everyone. */
export function pathReads(program: ProgramReader) {
  const learningPaths = async () =>
    ((await program())?.paths ?? []).map(({ courses, role, maturities, tracks, ...path }) => ({
      id: encodeNamedId("LearningPath", path.name),
      ...path,
      role,
      maturities: [...maturities],
      tracks: [...tracks],
      courseNames: courses,
    }));
  return {
    learningPaths,
    learningPathOfId: async (id: string) => (await learningPaths()).find((path) => path.id === id) ?? null,
    maturities: async () =>
      ((await program())?.maturities ?? []).map(({ name, title, tiers }) => ({
        id: encodeNamedId("Maturity", name),
        name,
        title,
        tiers: [...tiers],
      })),
  };
}
export type PathReads = ReturnType<typeof pathReads>;
