import { parse } from "yaml";
import {
  compared,
  notationInWords,
  partsThatDiffer,
  type UnexplainedDifference,
  withoutWords,
} from "../notation/index.js";
import { printProgram } from "./print-program.js";
import type { Program } from "./program.js";

/** Sections that are compared entry by entry in printed form, so that every part is covered. */
export const SECTIONS = [
  { section: "measures", needsReason: true },
  { section: "weights", needsReason: true },
  { section: "terms", needsReason: true },
  { section: "scores", needsReason: true },
  { section: "markets", needsReason: true },
  { section: "tracks", needsReason: false },
  { section: "approvals", needsReason: false },
  { section: "reviews", needsReason: true },
  { section: "governance", needsReason: true },
  { section: "closing", needsReason: true },
  { section: "facts", needsReason: false },
  { section: "benefits", needsReason: false },
  { section: "expectations", needsReason: false },
  { section: "rebates", needsReason: true },
  { section: "bonuses", needsReason: true },
  { section: "spiffs", needsReason: true },
  { section: "funds", needsReason: true },
  { section: "ceilings", needsReason: true },
  { section: "ledger", needsReason: true },
  { section: "registrations", needsReason: true },
  { section: "courses", needsReason: false },
  { section: "maturities", needsReason: false },
  { section: "paths", needsReason: false },
  { section: "validations", needsReason: false },
  { section: "onboarding", needsReason: false },
  { section: "sandboxes", needsReason: true },
  { section: "checks", needsReason: false },
] as const;
/** Sections that are one rule, so that adding or removing a part changes it. */
const IS_ONE_RULE: ReadonlySet<string> = new Set(["governance", "closing", "ledger", "registrations", "sandboxes"]);
const SUBJECTS: Readonly<Record<string, string>> = {
  governance: "Governance",
  closing: "Closing",
  ledger: "Ledger",
  registrations: "Deal registration",
  bonuses: "bonus",
  facts: "kind of fact",
  weights: "weights",
};

export function sectionDifferences(compare: {
  readonly before: Program;
  readonly after: Program;
  readonly section: (typeof SECTIONS)[number]["section"];
  readonly needsReason: boolean;
}): UnexplainedDifference[] {
  const { before, after, section, needsReason } = compare;
  const [old, current] = [entriesOf(before, section), entriesOf(after, section)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), current.get(name)];
    const isInBoth = was !== undefined && is !== undefined;
    const parts = isInBoth ? partsThatDiffer(was, is) : { before: was, after: is };
    return compared({
      path: `${section}.${name}`,
      subject: `${SUBJECTS[section] ?? section.replace(/s$/, "")} ${name}`,
      before: was === undefined ? null : entryInWords(parts.before),
      after: is === undefined ? null : entryInWords(parts.after),
      // New and removed entries show where they are cited; only a change of a cited entry would pass unnoticed.
      needsReason: needsReason && (IS_ONE_RULE.has(section) || isInBoth),
    });
  });
}

function entriesOf(program: Program, section: string): Map<string, unknown> {
  const printed: unknown = parse(printProgram(program))[section];
  if (typeof printed !== "object" || printed === null) return new Map();
  return new Map(Object.entries(printed).map(([name, entry]) => [name, withoutWords(entry)]));
}

/** A part that only one of the entries has. */
const entryInWords = (entry: unknown): string => notationInWords(entry) || "nothing of that";
