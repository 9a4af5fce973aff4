import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import type { Program } from "@tiergraph/program/document/program";
import { findProgramInForce, findProgramVersions } from "./program.store.js";

export interface ProgramKey {
  readonly program: string;
  readonly version: string;
}

/** Programs as the reads of one request need them. */
export interface Programs {
  /** Read once a request; null before the first. */
  inForce(): Promise<Program | null>;
  version(key: ProgramKey): Promise<Program | null>;
}

export function programsOf({ reader }: Pick<ReadParts, "reader">): Programs {
  let inForce: Promise<Program | null> | undefined;
  const versions = loaderOfOne(
    async (keys: readonly ProgramKey[]) => {
      const rows = await findProgramVersions(
        reader,
        keys.map(({ version }) => version),
      );
      return rows.map(({ document }) => document);
    },
    ({ name, version }) => versionText({ program: name, version }),
    versionText,
  );
  return {
    inForce() {
      inForce ??= findProgramInForce(reader).then(([row]) => (row === undefined ? null : row.document));
      return inForce;
    },
    version: (key) => versions.load(key),
  };
}

/** Two programs may use the same word for a version. */
const versionText = ({ program, version }: ProgramKey): string => JSON.stringify([program, version]);
