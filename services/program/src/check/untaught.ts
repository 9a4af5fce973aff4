import type { Measure } from "../document/measures/index.js";
import { everyRequirement, type Program } from "../document/program/index.js";
import { compare, ZERO } from "../exact/index.js";
import { inWords } from "../words/index.js";
import type { Finding } from "./finding.js";

/** Finds certification levels that a tier needs and no course of the program gives. */
export function findUntaught(program: Program): Finding[] {
  if (program.courses.length === 0) return [];
  const taught = new Set(program.courses.flatMap(({ certifies }) => (certifies === null ? [] : certifies.level)));
  return everyRequirement(program).flatMap((requirement): Finding[] => {
    if (requirement.kind !== "threshold" || compare(requirement.target, ZERO) <= 0) return [];
    if (requirement.bound !== "at-least" && requirement.bound !== "more-than") return [];
    const measure = program.measures.find(({ name }) => name === requirement.measure);
    const levels = measure === undefined ? null : levelsOf(measure);
    if (measure === undefined || levels === null || levels.some((level) => taught.has(level))) return [];
    return [
      {
        code: "LEVEL_NOT_TAUGHT",
        severity: "warning",
        path: requirement.path,
        message: `No course certifies at the level ${inWords(levels)}, which ${measure.title} counts: no partner reaches this by training.`,
        remedy: `Let a course certify at that level, or count one that is taught: ${inWords([...taught]) || "none is"}.`,
      },
    ];
  });
}

/** The levels of certifications that a measure counts; null where it counts any, or something else. */
function levelsOf(measure: Measure): readonly string[] | null {
  if (!("source" in measure) || !measure.source.kinds.every((kind) => kind === "certification")) return null;
  return measure.source.where.find(({ attribute }) => attribute === "level")?.in ?? null;
}
