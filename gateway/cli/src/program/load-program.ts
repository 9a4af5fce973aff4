import fs from "node:fs/promises";
import type { Problem } from "@tiergraph/program/document/notation";
import { type Program, parseProgram } from "@tiergraph/program/document/program";
import { problemsAsText } from "@tiergraph/program/dry-run";
import { type CommandOutcome, failed, REFUSED, UNREADABLE } from "./command-outcome.js";

export type LoadedProgram =
  | { readonly kind: "ProgramLoaded"; readonly program: Program; readonly source: string }
  | { readonly kind: "ProgramRefused"; readonly problems: readonly Problem[] }
  | { readonly kind: "Unreadable"; readonly message: string };

export async function loadProgram(file: string): Promise<LoadedProgram> {
  const text = await readText(file);
  if (text.kind === "Unreadable") return text;
  const parsed = parseProgram(text.text);
  return parsed.kind === "ProgramParsed"
    ? { kind: "ProgramLoaded", program: parsed.program, source: text.text }
    : parsed;
}

export type ReadText =
  | { readonly kind: "Text"; readonly text: string }
  | { readonly kind: "Unreadable"; readonly message: string };

export async function readText(file: string): Promise<ReadText> {
  try {
    return { kind: "Text", text: await fs.readFile(file, "utf8") };
  } catch (error) {
    return {
      kind: "Unreadable",
      message: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** For commands that need a program and cannot do without. */
export function notLoaded(file: string, loaded: Exclude<LoadedProgram, { kind: "ProgramLoaded" }>): CommandOutcome {
  if (loaded.kind === "Unreadable") return failed([loaded.message], UNREADABLE);
  return failed(problemsAsText(file, loaded.problems), REFUSED);
}
