import type { Program } from "../document/program/index.js";
import type { Band, Bonus, RuleCommon, Target } from "../document/rewards/index.js";
import { compare, type Rational, ZERO } from "../exact/index.js";
import { mayPass } from "../reward/index.js";

/** Whether the program pays partners money beyond the value of its benefits. */
export const paysMoney = ({ rebates, bonuses, spiffs, funds }: Program): boolean =>
  rebates.length + bonuses.length + spiffs.length + funds.length > 0;

/** Whether a rule or a fund gives more in one tier than in the one below it. */
export function paysMoreIn(
  program: Program,
  { lower, higher }: { readonly lower: string; readonly higher: string },
): boolean {
  const { rebates, bonuses, spiffs, funds } = program;
  const isOpened = ({ gate }: RuleCommon) => mayPass(program, gate, higher) && !mayPass(program, gate, lower);
  const rises = (byTier: ReadonlyMap<string, Rational>) =>
    compare(byTier.get(higher) ?? ZERO, byTier.get(lower) ?? ZERO) > 0;
  const bandsRise = (byTier: ReadonlyMap<string, readonly Band[]>) =>
    isAbove(byTier.get(higher) ?? [], byTier.get(lower) ?? [], ({ rate }) => rate);
  return (
    [...rebates, ...bonuses, ...spiffs].some(isOpened) ||
    rebates.some(({ rateByTier, bands }) => rises(rateByTier) || (bands !== null && bandsRise(bands.byTier))) ||
    bonuses.some(
      ({ targets }) => isByTier(targets) && isAbove(targets.get(higher) ?? [], targets.get(lower) ?? [], paysOf),
    ) ||
    spiffs.some(({ pays }) => pays instanceof Map && rises(pays)) ||
    funds.some(({ allocation }) => allocation.kind === "by-tier" && rises(allocation.byTier))
  );
}

const paysOf = ({ pays }: Target): Rational => pays;
const isByTier = (targets: Bonus["targets"]): targets is ReadonlyMap<string, readonly Target[]> =>
  targets instanceof Map;

/** Whether any step of the first gives more than the same step of the second; a missing step gives nothing. */
function isAbove<Step>(more: readonly Step[], less: readonly Step[], of: (step: Step) => Rational): boolean {
  return more.some((step, i) => {
    const other = less[i];
    return compare(of(step), other === undefined ? ZERO : of(other)) > 0;
  });
}
