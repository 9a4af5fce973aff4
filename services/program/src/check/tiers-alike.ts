import { requiredTiers } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { conjunctsOf, printRequirement, spelledOut } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import type { Finding } from "./finding.js";

/** Finds tiers that ask the same: reaching the lower one also reaches the higher one. */
export function findTiersAlike(program: Program): Finding[] {
  const units = new Map(program.measures.map(({ name, unit }) => [name, unit]));
  const askedBy = (tier: Tier): string => {
    const parts = requiredTiers(program, tier).flatMap(({ requires }) =>
      requires === null ? [] : conjunctsOf(requires),
    );
    return JSON.stringify(
      [...new Set(parts.map((part) => withoutWords(printRequirement(spelledOut(part), units))))].sort(),
    );
  };
  const seen = new Map<string, Tier>();
  const findings: Finding[] = [];
  for (const tier of program.tiers.filter(({ requires }) => requires !== null)) {
    const asked = askedBy(tier);
    const alike = seen.get(asked);
    if (alike !== undefined) findings.push(asksTheSame(tier, alike));
    seen.set(asked, tier);
  }
  return findings;
}

const WORDS = new Set(["title", "why"]);

const withoutWords = (printed: unknown): string =>
  JSON.stringify(printed, (key, value: unknown) => {
    if (WORDS.has(key)) return undefined;
    return typeof value === "bigint" ? String(value) : value;
  });

function asksTheSame(tier: Tier, alike: Tier): Finding {
  return {
    code: "TIERS_ALIKE",
    severity: "error",
    path: `tiers.${tier.name}.requires`,
    message: `${tier.title} asks the same as ${alike.title}, so that nobody is ever in ${alike.title}.`,
    remedy: `Ask more for ${tier.title}, or make one tier of the two.`,
  };
}
