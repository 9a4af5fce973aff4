import { lineage } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { citedMeasures, conjunctsOf, type Threshold } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import type { Finding } from "./finding.js";

/** Finds what a tier asks of everyone and the next one does not: partners that skip a tier need not have it. */
export function findDropped(program: Program): Finding[] {
  if (program.ladder === "cumulative") return [];
  return program.tiers.slice(1).flatMap((higher, i) => {
    const lower = program.tiers[i];
    if (lower?.requires == null || higher.requires === null) return [];
    const cited = new Set(
      lineage(program, higher).flatMap(({ requires }) => (requires ? citedMeasures(requires) : [])),
    );
    const dropped = conjunctsOf(lower.requires).flatMap((part) =>
      part.kind === "threshold" && isLowerBound(part) && !cited.has(part.measure) ? [part.measure] : [],
    );
    return [...new Set(dropped)].map((measure) => droppedIn(program, { lower, higher, measure }));
  });
}

const isLowerBound = ({ bound }: Threshold): boolean => bound === "at-least" || bound === "more-than";

function droppedIn(
  program: Program,
  { lower, higher, measure }: { readonly lower: Tier; readonly higher: Tier; readonly measure: string },
): Finding {
  const title = program.measures.find(({ name }) => name === measure)?.title ?? measure;
  return {
    code: "REQUIREMENT_DROPPED",
    severity: "advice",
    path: `tiers.${higher.name}.requires`,
    message: `${higher.title} does not ask for ${title}, which ${lower.title} below it asks for.`,
    remedy: `Ask for it in ${higher.title}, too, say \`inherits: ${lower.name}\`, or leave it where ${higher.title} is about something else.`,
  };
}
