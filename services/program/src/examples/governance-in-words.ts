import {
  cadenceInWords,
  dayInWords,
  type Freeze,
  type Governance,
  NO_SAFEGUARDS,
} from "../document/governance/index.js";
import type { Program } from "../document/program/index.js";
import { compare, formatPercent, ONE } from "../exact/index.js";
import { lengthInWords, plural, titleOf } from "../words/index.js";

/** Governance in words: when partners move between tiers, and what slows them down, one sentence each. */
export function governanceInWords(program: Program): string[] {
  const given = program.governance;
  const governance = given ?? NO_SAFEGUARDS;
  const { up, down, keepsAt, grace, minimumTenure, waitAfterDemotion, ratchetUntil, freezes, notice } = governance;
  return [
    JSON.stringify(up) === JSON.stringify(down)
      ? `Promotions and demotions are decided ${cadenceInWords(up)}.`
      : `Promotions are decided ${cadenceInWords(up)}, demotions ${cadenceInWords(down)}.`,
    ...program.tiers.flatMap(ownCadence),
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
    ...freezes.map((freeze) => freezeInWords(program, freeze)),
    effectInWords(governance),
    ...(notice === null ? [] : [`A new version is announced ${lengthInWords(notice)} before it takes effect.`]),
  ];
}

/** "Promotions to Elite are decided each year on 1 March." */
function ownCadence({ title, up, down }: Program["tiers"][number]): string[] {
  return [
    ...(up === null ? [] : [`Promotions to ${title} are decided ${cadenceInWords(up)}.`]),
    ...(down === null ? [] : [`Demotions from ${title} are decided ${cadenceInWords(down)}.`]),
  ];
}

function freezeInWords(program: Program, { from, to, limit, why }: Freeze): string {
  const stopped =
    limit === null
      ? "No tier changes"
      : `No partner ${limit.bound === "not-below" ? "falls below" : "rises above"} ${titleOf(program, limit.tier)}`;
  return `${stopped} from ${dayInWords(from)} to ${dayInWords(to)}: ${why}`;
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
