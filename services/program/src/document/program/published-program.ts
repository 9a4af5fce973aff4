import { parseProgram } from "./parse-program.js";
import type { Program } from "./program.js";

const MAX_REMEMBERED = 64;
const remembered = new Map<string, Program>();

/**
 * The program of a published document, which is known to be valid. Parsed once in each process.
 *
 * @throws Error for a document that `parseProgram` refuses: publication admits none
 */
export function publishedProgram(source: string): Program {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const parsed = parseProgram(source);
  if (parsed.kind === "ProgramRefused")
    throw new Error(`A published program is refused: ${parsed.problems[0]?.message}`);
  const oldest = remembered.keys().next();
  if (remembered.size >= MAX_REMEMBERED && !oldest.done) remembered.delete(oldest.value);
  remembered.set(source, parsed.program);
  return parsed.program;
}
