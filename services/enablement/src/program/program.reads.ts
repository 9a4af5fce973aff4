import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { inLanguage, type Program } from "@tiergraph/program/document/program";
import { findProgramInForce } from "./program.store.js";

/** The program in force in the language of the request, read once; null before there is one. */
export type ProgramReader = () => Promise<Program | null>;

export function programReader({ reader, language }: Pick<ReadParts, "reader" | "language">): ProgramReader {
  let read: Promise<Program | null> | undefined;
  return () => {
    read ??= findProgramInForce(reader).then((version) => version && inLanguage(version.document, language));
    return read;
  };
}
