import type { ProgramReader } from "../program/index.js";
/** How resolvers read what there is to learn: the same for everyone. */
export const pathReads = (program: ProgramReader) => ({
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
});
export type PathReads = ReturnType<typeof pathReads>;
