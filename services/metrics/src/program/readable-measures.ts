import { type Measure, operandsWithin } from "@tiergraph/program/document/measures";
import { type Program, withheldMeasures } from "@tiergraph/program/document/program";

/**
 * The measures of a version that a viewer reads who does not see what the vendor keeps to itself. What the version in
 * force keeps is not read by way of an earlier one either, which showed it, nor what was made of it there.
 */
export function readableMeasures(program: Program, inForce: Program | null): readonly Measure[] {
  const kept = [program, ...(inForce?.name === program.name ? [inForce] : [])].flatMap(withheldMeasures);
  const names = new Set(kept.map(({ name }) => name));
  const isMadeOfKept = (measure: Measure): boolean =>
    [measure, ...operandsWithin(measure)].some(({ name }) => names.has(name));
  return names.size === 0 ? program.measures : program.measures.filter((measure) => !isMadeOfKept(measure));
}
