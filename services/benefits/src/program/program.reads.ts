import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { inLanguage, type Program } from "@tiergraph/program/document/program";
import { findProgramInForce, findProgramVersions, type ProgramVersion, versionText } from "./program.store.js";

type ProgramKey = Pick<ProgramVersion, "program" | "version">;

/** Programs in the language of the request, as its reads need them. */
export interface Programs {
  /** Read once a request; null before the first. */
  inForce(): Promise<Program | null>;
  version(key: ProgramKey): Promise<Program | null>;
}

export function programsOf({ reader, language }: Pick<ReadParts, "reader" | "language">): Programs {
  let inForce: Promise<Program | null> | undefined;
  const versions = loaderOfOne(
    async (keys: readonly ProgramKey[]) => {
      const rows = await findProgramVersions(
        reader,
        keys.map(({ version }) => version),
      );
      return rows.map(({ document }) => inLanguage(document, language));
    },
    ({ name, version }) => versionText({ program: name, programVersion: version }),
    ({ program, version }) => versionText({ program, programVersion: version }),
  );
  return {
    inForce() {
      inForce ??= findProgramInForce(reader).then((program) => program && inLanguage(program, language));
      return inForce;
    },
    version: (key) => versions.load(key),
  };
}
