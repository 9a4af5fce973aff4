import { isLine, isTextOf } from "@tiergraph/kit/values/text";
import { isName, NAME_RULE } from "@tiergraph/program/document/notation";
import type { Program } from "@tiergraph/program/document/program";
import { contentRefusals } from "./content.refusals.js";
import type { ContentKind, SectionName, WrittenContent } from "./content-version.entity.js";

const MAX_MARKDOWN = 100_000;
const SECTIONS_OF: Readonly<Record<ContentKind, readonly SectionName[]>> = {
  PLAYBOOK: ["MOTIONS", "MESSAGING", "INTEGRATION_STEPS"],
  CASE_STUDY: ["BODY"],
  COMPETITIVE_ANALYSIS: ["BODY"],
};

/** The first thing that is wrong with a piece, where it stands; null where nothing is. Names are those of the program. */
export function contentProblem(
  content: WrittenContent,
  { tiers, tracks, maturities }: Pick<Program, "tiers" | "tracks" | "maturities">,
): ReturnType<typeof contentRefusals.ContentInvalid> | null {
  const problem = (path: readonly string[], because: string) => contentRefusals.ContentInvalid({ path, because });
  if (!isName(content.name)) return problem(["name"], NAME_RULE);
  for (const field of ["title", "owner", "summary"] as const)
    if (!isLine(content[field])) return problem([field], `${field} must be 1 to 200 characters.`);
  if (content.motion !== null && !isName(content.motion)) return problem(["motion"], NAME_RULE);
  for (const [field, known] of [
    ["tiers", tiers],
    ["tracks", tracks],
    ["maturities", maturities],
  ] as const) {
    const unknown = content[field].find((name) => !known.some((one) => one.name === name));
    if (unknown !== undefined) return problem([field], `The program in force has no ${unknown.slice(0, 64)}.`);
  }
  const allowed = SECTIONS_OF[content.kind];
  const seen = new Set<SectionName>();
  if (content.sections.length === 0) return problem(["sections"], "A piece has at least one section.");
  for (const [i, { section, markdown }] of content.sections.entries()) {
    if (!allowed.includes(section) || seen.has(section))
      return problem(["sections", String(i)], `Its sections are ${allowed.join(", ")}, each once.`);
    if (!isTextOf(markdown, MAX_MARKDOWN))
      return problem(["sections", String(i), "markdown"], `A section has 1 to ${MAX_MARKDOWN} characters.`);
    seen.add(section);
  }
  return null;
}
