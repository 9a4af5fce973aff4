import type { Measure } from "../measures/index.js";
import type { Program } from "./program.js";

/** Throws where there is no such measure: citations have been checked. */
export function measureNamed(program: Program, name: string): Measure {
  const measure = program.measures.find((candidate) => candidate.name === name);
  if (measure === undefined) throw new Error(`No measure ${name} in program ${program.name}`);
  return measure;
}

/** The name of the tier at an index. Throws where there is none. */
export function tierAt(program: Program, index: number): string {
  const tier = program.tiers[index];
  if (tier === undefined) throw new Error(`Program ${program.name} has no tier at ${index}`);
  return tier.name;
}
