import type { Queryable } from "@tiergraph/kit/database/database";
import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { findProgramInForce, findProgramVersions } from "./program.store.js";

export interface ProgramKey {
  readonly program: string;
  readonly version: string;
}
/** Two programs may use the same word for a version. */
const versionText = ({ program, version }: ProgramKey): string => JSON.stringify([program, version]);

export interface ProgramLoaders {
  /** Read once a request. */
  inForce(): Promise<Program | null>;
  load(key: ProgramKey): Promise<Program | null>;
}

export function programLoaders(reader: Queryable): ProgramLoaders {
  let inForce: Promise<Program | null> | undefined;
  const versions = loaderOfOne(
    async (keys: readonly ProgramKey[]) => {
      const rows = await findProgramVersions(
        reader,
        keys.map(({ version }) => version),
      );
      return rows.map(({ source }) => publishedProgram(source));
    },
    ({ name, version }) => versionText({ program: name, version }),
    versionText,
  );
  return {
    inForce() {
      inForce ??= findProgramInForce(reader).then(([row]) => (row === undefined ? null : publishedProgram(row.source)));
      return inForce;
    },
    load: (key) => versions.load(key),
  };
}
