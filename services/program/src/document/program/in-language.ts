import { parseProgram } from "./parse-program.js";
import { printProgram } from "./print-program.js";
import type { Program } from "./program.js";
import { shownToPartners } from "./shown-to-partners.js";

const views = new WeakMap<Program, Map<string, Program>>();

/**
 * The program as it is read in a language: its texts, and sentences about it. A text that the document does not give in the
 * language stands as the document gives it first. The same rules and addresses: decisions agree with those of the program.
 */
export function inLanguage(program: Program, language: string): Program {
  if (program.language === language) return program;
  const known = views.get(program) ?? new Map<string, Program>();
  views.set(program, known);
  const view = known.get(language) ?? viewOf(program, language);
  known.set(language, view);
  return view;
}

function viewOf(program: Program, language: string): Program {
  if (program.whole !== undefined) return shownToPartners(inLanguage(program.whole, language));
  if (program.translations.size === 0) return { ...program, language };
  const parsed = parseProgram(printProgram(program), language);
  if (parsed.kind === "ProgramRefused")
    throw new Error(`A program is refused as it was printed: ${parsed.problems[0]?.message}`);
  return parsed.program;
}
