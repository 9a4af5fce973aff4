import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import type { Measure } from "@tiergraph/program/document/measures";
import { inLanguage, type Program } from "@tiergraph/program/document/program";
import { policy } from "../policy.js";
import { findProgramInForce, findProgramVersions } from "./program.store.js";
import { readableMeasures } from "./readable-measures.js";

interface ProgramKey {
  readonly program: string;
  readonly version: string;
}
/** Two programs may use the same word for a version. */
const versionText = ({ program, version }: ProgramKey): string => JSON.stringify([program, version]);

export interface Programs {
  /** Read once a request. */
  inForce(): Promise<Program | null>;
  load(key: ProgramKey): Promise<Program | null>;
  /** The measures of a version that the viewer sees. */
  readableIn(program: Program): Promise<readonly Measure[]>;
  /** The version in force with the measures that the viewer sees. */
  readable(): Promise<Program | null>;
}

/** Program versions in the language of the request, each read once. */
export function programsOf({ reader, viewer, language }: ReadParts): Programs {
  let inForce: Promise<Program | null> | undefined;
  // No loader: one whose value is known would answer after the next batch only, and the reads after it a round trip later.
  const versions = new Map<string, Promise<Program | null>>();
  const findVersion = async ({ program, version }: ProgramKey) => {
    const row = (await findProgramVersions(reader, [version])).find((one) => one.program === program);
    return row === undefined ? null : inLanguage(row.document, language);
  };
  const load = (key: ProgramKey): Promise<Program | null> => {
    const text = versionText(key);
    const known = versions.get(text) ?? findVersion(key);
    versions.set(text, known);
    return known;
  };
  const findInForce = () => {
    inForce ??= findProgramInForce(reader).then((version) => version && inLanguage(version.document, language));
    return inForce;
  };
  const readableIn = async (program: Program) =>
    policy.permits(viewer, "read withheld measures")
      ? program.measures
      : readableMeasures(program, await findInForce());
  return {
    inForce: findInForce,
    load,
    readableIn,
    readable: async () => {
      const program = await findInForce();
      return program && { ...program, measures: await readableIn(program) };
    },
  };
}

/** How resolvers read the program as the viewer sees it. */
export const programReads = (programs: Programs) => ({
  readableProgram: programs.readable,
});
export type ProgramReads = ReturnType<typeof programReads>;
