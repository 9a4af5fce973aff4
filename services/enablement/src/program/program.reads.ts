import type { Queryable } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { findProgramInForce } from "./program.store.js";

/** The program in force, read once a request; null before there is one. */
export type ProgramReader = () => Promise<Program | null>;

export function programReader(reader: Queryable): ProgramReader {
  let read: Promise<Program | null> | undefined;
  return () => {
    read ??= findProgramInForce(reader).then((version) => version?.document ?? null);
    return read;
  };
}
