import { days, type Plain, printNumber, withoutEmpty } from "../notation/index.js";
import type { Benefit, Transition } from "./benefit.js";

export function printBenefit(benefit: Benefit): Plain {
  const { title, dimension, description, value, cost, why, per, owner, claim, fulfilledWithinDays } = benefit;
  return withoutEmpty({
    title,
    dimension,
    description,
    value: value && printNumber(value),
    cost: cost && printNumber(cost),
    per,
    owner,
    claim,
    "fulfilled-within": fulfilledWithinDays && days(fulfilledWithinDays),
    transition: printTransition(benefit.transition),
    assigns: benefit.assigns,
    why,
  });
}

function printTransition({ keeps, isAsPromised }: Transition): unknown {
  const promised = isAsPromised ? { "as-promised": true } : {};
  switch (keeps.kind) {
    case "at-once":
      return null;
    case "until":
      return { until: keeps.day, ...promised };
    case "days":
      return { keeps: days(keeps.days), ...promised };
    case "period-end":
      return isAsPromised ? { keeps: "period-end", ...promised } : "period-end";
  }
}
