import { compared, type Difference, type UnexplainedDifference } from "../notation/index.js";
import { tierDifferences } from "../tiers/index.js";
import type { Program } from "./program.js";
import { SECTIONS, sectionDifferences } from "./section-differences.js";

export type { Difference } from "../notation/index.js";

/** The differences of `after` from `before`, in document order. Empty where only explanatory words differ. */
export function differencesBetween(before: Program, after: Program): Difference[] {
  const found = [
    ...settingDifferences(before, after),
    ...tierDifferences(before, after),
    ...SECTIONS.flatMap(({ section, needsReason }) => sectionDifferences({ before, after, section, needsReason })),
  ];
  return found.map((difference) => ({ ...difference, because: reasonFor(after, difference.path) }));
}

/** A difference in one sentence: "Gold: Won revenue 100,000.00 USD → 120,000.00 USD, because …". */
export function differenceInWords({ subject, before, after, because }: Difference): string {
  const change =
    before === null
      ? `${subject} is new: ${after}`
      : after === null
        ? `${subject} is gone: ${before}`
        : `${subject} ${before} → ${after}`;
  return because === null ? change : `${change}, because ${because}`;
}

/** The reason with the most specific address at or above the difference. */
function reasonFor({ changes }: Program, path: string): string | null {
  const reasons = changes.filter(({ at }) => path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`));
  return reasons.sort((a, b) => b.at.length - a.at.length)[0]?.because ?? null;
}

function settingDifferences(before: Program, after: Program): UnexplainedDifference[] {
  const settings: [path: string, subject: string, of: (program: Program) => string][] = [
    ["currency", "Currency", ({ currency }) => currency],
    ["fiscal-year-starts-in", "First month of the fiscal year", ({ calendar }) => String(calendar.fiscalYearStartsIn)],
    ["ladder", "Ladder", ({ ladder }) => ladder],
    ["tracks-join", "How tracks join", ({ tracksJoin }) => tracksJoin ?? "all"],
  ];
  return settings.flatMap(([path, subject, of]) =>
    compared({ path, subject, before: of(before), after: of(after), needsReason: true }),
  );
}
