import type { Ceiling } from "../document/rewards/index.js";
import { compareText, formatMoney } from "../exact/index.js";
import type { Accrual } from "./accrual.js";
import { minorOfMajor } from "./rebate.js";
import { periodKey, RunningSums, within } from "./running.js";

/** Whether a ceiling limits a rule. */
export const holdsRule = ({ of }: Ceiling, { section, rule }: Pick<Accrual, "section" | "rule">): boolean =>
  of === "everything" || (of !== "payouts" && of.includes(`${section}.${rule}`));

/** What a ceiling counts: minor units, or one payment. */
export const countedBy = ({ most }: Ceiling, amountMinor: bigint): bigint => (most.unit === "money" ? amountMinor : 1n);

/** The limit of a ceiling, in what it counts. */
export const mostOf = ({ most }: Ceiling, program: { readonly currency: string }): bigint =>
  most.unit === "money" ? minorOfMajor(most.value, program) : most.value.num / most.value.den;

/**
 * Applies the ceilings that are separate for each partner. They are filled by day, fact and rule, independent of the
 * order of arrival.
 */
export function underCeilings(accruals: readonly Accrual[]): Accrual[] {
  if (!accruals.some(({ program }) => program.ceilings.some(isOfPartners))) return [...accruals];
  const filled = new RunningSums();
  return inOrderOfDays(accruals).flatMap((accrual) => {
    const { program, on } = accrual;
    const ceilings = program.ceilings.filter((ceiling) => isOfPartners(ceiling) && holdsRule(ceiling, accrual));
    const keyOf = (ceiling: Ceiling) => `${ceiling.name} ${periodKey(ceiling.over, on, program.calendar)}`;
    let [amountMinor, binding]: [bigint, Ceiling | null] = [accrual.amountMinor, null];
    for (const ceiling of ceilings) {
      const left = leftUnder(ceiling, { accrual, before: filled.of(keyOf(ceiling)), amountMinor });
      if (left < amountMinor) [amountMinor, binding] = [left, ceiling];
    }
    if (amountMinor <= 0n) return [];
    for (const ceiling of ceilings) filled.add(keyOf(ceiling), countedBy(ceiling, amountMinor));
    if (binding === null) return [accrual];
    const limit =
      binding.most.unit === "money"
        ? formatMoney(binding.most.value, program.currency)
        : `${binding.most.value.num} times`;
    const explanation = `${accrual.explanation} What is paid is the remainder below ${binding.title}, ${limit} a ${binding.over}.`;
    return [{ ...accrual, amountMinor, explanation }];
  });
}

function leftUnder(
  ceiling: Ceiling,
  { accrual, before, amountMinor }: { accrual: Accrual; before: bigint; amountMinor: bigint },
): bigint {
  const most = mostOf(ceiling, accrual.program);
  const counted = countedBy(ceiling, amountMinor);
  const taken = within(most, before, counted);
  if (taken === counted) return amountMinor;
  return ceiling.beyond === "remainder" && ceiling.most.unit === "money" ? taken : 0n;
}

/** Alerts hold nothing back. */
const isOfPartners = ({ each, beyond, of }: Ceiling): boolean =>
  each === "partner" && beyond !== "alert" && of !== "payouts";

const inOrderOfDays = (accruals: readonly Accrual[]): Accrual[] =>
  [...accruals].sort(
    (a, b) =>
      compareText(a.on, b.on) ||
      compareText(a.fact.id, b.fact.id) ||
      compareText(a.rule, b.rule) ||
      compareText(a.subject, b.subject),
  );
