import type { Problem } from "@tiergraph/program/document/notation";
import { type Program, parseProgram } from "@tiergraph/program/document/program";

type DocumentReading = { readonly kind: "DocumentRead"; readonly program: Program } | DocumentRefused;
export interface DocumentRefused {
  readonly kind: "DocumentRefused";
  readonly problems: readonly Problem[];
}

/** Reads a document that is to be published or kept as a draft. */
export function readDocument(source: string): DocumentReading {
  const parsed = parseProgram(source);
  return parsed.kind === "ProgramParsed"
    ? { kind: "DocumentRead", program: parsed.program }
    : { kind: "DocumentRefused", problems: parsed.problems };
}
