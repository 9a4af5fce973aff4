import { type Program, printProgram, shownToPartners, withheldMeasures } from "../document/program/index.js";
import { partsOf, type Requirement } from "../document/requirements/index.js";
import { keepingRequirement } from "../document/tiers/index.js";
import type { Finding } from "./finding.js";

/** Finds withheld conditions without a reason, and texts that name what is withheld. */
export function findWithheld(program: Program): Finding[] {
  const shown = shownToPartners(program);
  return shown === program ? [] : [...unexplained(shown), ...named(program, shown)];
}

function unexplained(shown: Program): Finding[] {
  return shown.tiers.flatMap((tier) => {
    const asked = [tier.requires, keepingRequirement(tier)].filter((requirement) => requirement !== null);
    return asked.flatMap(withoutReason).map(
      ({ path }): Finding => ({
        code: "WITHHELD_UNEXPLAINED",
        severity: "warning",
        path,
        message: `${tier.title} asks here what partners do not see, so that they cannot work on it.`,
        remedy: "Say in a why what a partner may know of it: partners read it. Or leave out seen-by in the measure.",
      }),
    );
  });
}

/** A reason of a group counts for each of its parts. */
function withoutReason(requirement: Requirement): Requirement[] {
  if (requirement.why !== null) return [];
  return requirement.kind === "withheld" ? [requirement] : partsOf(requirement).flatMap(withoutReason);
}

function named(program: Program, shown: Program): Finding[] {
  const text = printProgram(shown);
  return withheldMeasures(program)
    .filter(({ name, title }) => hasWord(text, name) || hasWord(text, title))
    .map(({ name, title }) => ({
      code: "WITHHELD_NAMED",
      severity: "warning",
      path: `measures.${name}`,
      message: `Partners do not see ${title}, but a text of the program that they read names it.`,
      remedy: "Say it in other words there.",
    }));
}

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`, "i").test(text);
