import type { CalendarDate } from "../../exact/index.js";
import { type Plain, printPercent, withoutEmpty } from "../notation/index.js";
import type { Cadence, DayOfYear, Effect, Governance, Length } from "./governance.js";

/** The notation of the governance section, defaults included: what `readGovernance` reads back. */
export function printGovernance(governance: Governance): Plain {
  const { grace, minimumTenure, waitAfterDemotion, ratchetUntil, notice } = governance;
  return withoutEmpty({
    up: printCadence(governance.up),
    down: printCadence(governance.down),
    "keeps-at": printPercent(governance.keepsAt),
    grace: grace && printLength(grace),
    "minimum-tenure": minimumTenure && printLength(minimumTenure),
    "wait-after-demotion": waitAfterDemotion && printLength(waitAfterDemotion),
    "steps-per-review": printSteps(governance.stepsPerReview),
    period: governance.period,
    "ratchet-until": ratchetUntil && printDay(ratchetUntil),
    freeze: governance.freezes.map(({ from, to, limit, why }) => ({
      from: printDay(from),
      to: printDay(to),
      ...(limit === null ? {} : { [limit.bound]: limit.tier }),
      why,
    })),
    "takes-effect": printEffect(governance.takesEffect),
    notice: notice && printLength(notice),
  });
}

export function printCadence(cadence: Cadence): string | Plain {
  if (cadence.kind === "annual") {
    const [first, ...others] = cadence.on;
    return { annual: others.length === 0 ? printDay(first) : cadence.on.map(printDay) };
  }
  return cadence.kind === "quarterly" && cadence.fiscal ? "fiscal quarterly" : cadence.kind;
}

function printSteps({ up, down }: Governance["stepsPerReview"]): number | Plain | null {
  if (up === null && down === null) return null;
  return up !== null && up === down ? up : withoutEmpty({ up, down });
}

function printEffect(effect: Effect): string | Plain {
  if (effect.kind === "at-once") return "at-once";
  if (effect.kind === "after") return { days: effect.days };
  return effect.months === 1 ? "next-month" : { months: effect.months };
}

function printLength({ count, unit }: Length): string {
  return `${count} ${unit}s`;
}

function printDay(of: DayOfYear | CalendarDate): string {
  if (typeof of === "string") return of;
  const { month, day } = of;
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
