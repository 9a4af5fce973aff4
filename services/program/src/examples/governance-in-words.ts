import { type Cadence, type DayOfYear, type Governance, NO_SAFEGUARDS } from "../document/governance.js";
import { type CalendarDate, formatForReading } from "../exact/calendar-date.js";
import { formatPercent } from "../exact/format-amount.js";
import { compare, ONE } from "../exact/rational.js";
import { lengthInWords, plural } from "../place/sentences.js";

/** When partners move between tiers and what keeps them from moving too quickly, a sentence each. */
export function governanceInWords(given: Governance | null): string[] {
  const governance = given ?? NO_SAFEGUARDS;
  const { up, down, keepsAt, grace, minimumTenure, waitAfterDemotion, ratchetUntil, freezes, notice } = governance;
  return [
    JSON.stringify(up) === JSON.stringify(down)
      ? `Promotions and demotions are decided ${cadenceInWords(up)}.`
      : `Promotions are decided ${cadenceInWords(up)}, demotions ${cadenceInWords(down)}.`,
    compare(keepsAt, ONE) === 0
      ? "Keeping a tier asks as much as reaching it, unless the tier says otherwise."
      : `Keeping a tier asks ${formatPercent(keepsAt)} of what reaching it asks, unless the tier says otherwise.`,
    ...(grace === null
      ? []
      : [`A tier is lost only after its keeping bar was missed for ${lengthInWords(grace)} without a break.`]),
    ...(minimumTenure === null ? [] : [`A tier once reached is held for at least ${lengthInWords(minimumTenure)}.`]),
    ...(waitAfterDemotion === null ? [] : [`No promotion follows a demotion for ${lengthInWords(waitAfterDemotion)}.`]),
    ...(given === null
      ? []
      : [`A partner that was demoted is not promoted again in the same ${governance.period.replace("-", " ")}.`]),
    ...stepsInWords(governance),
    ...(ratchetUntil === null ? [] : [`A tier once reached is kept until the next ${dayInWords(ratchetUntil)}.`]),
    ...freezes.map(({ from, to, why }) => `No tier changes from ${dayInWords(from)} to ${dayInWords(to)}: ${why}`),
    effectInWords(governance),
    ...(notice === null ? [] : [`A new version is announced ${lengthInWords(notice)} before it takes effect.`]),
  ];
}

function cadenceInWords(cadence: Cadence): string {
  switch (cadence.kind) {
    case "on-change":
      return "whenever something changes";
    case "monthly":
      return "on the first day of each month";
    case "quarterly":
      return `on the first day of each ${cadence.fiscal ? "fiscal " : ""}quarter`;
    case "annual":
      return `each year on ${listed(cadence.on.map(dayInWords))}`;
    case "anniversary":
      return "each year on the day on which the partner joined";
  }
}

function stepsInWords({ stepsPerReview: { up, down }, up: cadence, period }: Governance): string[] {
  const each = cadence.kind === "on-change" ? period.replace("-", " ") : "review";
  return [
    ...(up === null ? [] : [`A partner rises by at most ${plural(up, "tier")} a ${each}.`]),
    ...(down === null ? [] : [`A partner falls by at most ${plural(down, "tier")} a ${each}.`]),
  ];
}

function effectInWords({ takesEffect }: Governance): string {
  if (takesEffect.kind === "at-once") return "A decision takes effect on its own day.";
  if (takesEffect.kind === "after") return `A decision takes effect ${plural(takesEffect.days, "day")} later.`;
  return takesEffect.months === 1
    ? "A decision takes effect on the first day of the next month."
    : `A decision takes effect on the first day of a month, ${plural(takesEffect.months, "month")} later.`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const dayInWords = (of: DayOfYear | CalendarDate): string =>
  typeof of === "string" ? formatForReading(of) : `${of.day} ${MONTHS[of.month - 1]}`;
/** "15 January, 15 April and 15 July". */
const listed = (days: readonly string[]): string =>
  [days.slice(0, -1).join(", "), ...days.slice(-1)].filter((part) => part !== "").join(" and ");
