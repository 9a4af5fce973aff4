import { isGroupedBy } from "../assess/index.js";
import { everyRequirement, type Program } from "../document/program/index.js";
import { citedMeasures, type GroupedRequirement, type Requirement } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import type { Finding } from "./finding.js";

/** Finds coverage that asks the same of every group or finds no groups, since its measures are not grouped. */
export function findGroupsWithoutAttribute(program: Program): Finding[] {
  return everyRequirement(program)
    .filter((node): node is GroupedRequirement => node.kind === "grouped")
    .flatMap(({ by, where, of, path }): Finding[] => {
      const isGrouped = (names: readonly string[]) =>
        program.measures.some((measure) => names.includes(measure.name) && isGroupedBy(measure, by));
      const [narrowing, asked] = [where === null ? [] : citedMeasures(where), citedMeasures(of)];
      if (isGrouped(asked)) return [];
      // Approvals and tenure are the same for each group, and may be asked of those that `where` selects.
      if (isGrouped(narrowing) && asked.length === 0) return [];
      const remedy = `Say by: ${by} in the measure that differs from one ${by} to the next; measures made of it are grouped in the same way.`;
      const message = isGrouped(narrowing)
        ? `This is asked for each ${by}, and what it requires is the same for all of them: none of its measures is grouped by ${by}.`
        : `This is asked for each ${by}, and none of the measures that it uses is grouped by ${by}.`;
      return [{ code: "GROUPS_WITHOUT_ATTRIBUTE", severity: "error", path, message, remedy }];
    });
}

/** Finds tiers that a partner without any deal reaches, since coverage without groups is met. */
export function findCoverageOfNothing(program: Program): Finding[] {
  return program.tiers.flatMap((tier) => {
    const asked = tier.requires === null ? null : coverageAlone(tier.requires);
    return asked === null ? [] : [grantedByNothing(tier, asked)];
  });
}

/** The coverage that is the only condition; null where there is another. */
function coverageAlone(requirement: Requirement): GroupedRequirement | null {
  switch (requirement.kind) {
    case "grouped":
      return requirement.needs === "all" ? requirement : null;
    case "all": {
      const parts = requirement.of.map(coverageAlone);
      return parts.includes(null) ? null : (parts[0] ?? null);
    }
    case "any":
      return requirement.of.map(coverageAlone).find((part) => part !== null) ?? null;
    case "n-of": {
      const parts = requirement.of.map(coverageAlone).filter((part) => part !== null);
      return parts.length >= requirement.n ? (parts[0] ?? null) : null;
    }
    default:
      return null;
  }
}

const grantedByNothing = ({ title }: Tier, { by, path }: GroupedRequirement): Finding => ({
  code: "COVERAGE_OF_NOTHING",
  severity: "warning",
  path,
  message: `A partner that has no ${by} of which this is asked meets it, and is in ${title} for nothing.`,
  remedy: `Ask for one beside it, such as { across: ${by}, requires: { … } } with what \`where\` says.`,
});
