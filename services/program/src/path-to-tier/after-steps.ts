import type { Evidence } from "../assess/index.js";
import { nodesOf } from "../document/requirements/index.js";
import { add, addDays, addMonths, type CalendarDate, ZERO } from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import type { Step } from "./step.js";

/** The evidence after a partner has taken these steps. */
export function afterSteps(evidence: Evidence, steps: readonly Step[]): Evidence {
  const measures = new Map(evidence.measures);
  const approvals = new Set(evidence.approvals);
  const heldSince = new Map(evidence.heldSince);
  let isWithheldMet = evidence.isWithheldMet === true;
  for (const step of steps) {
    if (step.kind === "approval") approvals.add(step.subject);
    else if (step.kind === "withheld") isWithheldMet = true;
    else if (step.kind === "tenure") hold(evidence, step, heldSince);
    else {
      const known = measures.get(step.measure);
      if (known !== undefined) measures.set(step.measure, moved(known, step));
    }
  }
  return { ...evidence, measures, approvals, heldSince, isWithheldMet };
}

function moved(value: MeasureValue, { group, by }: Extract<Step, { kind: "measure" }>): MeasureValue {
  const whole = { ...value, value: add(value.value ?? ZERO, by) };
  if (group === null) return whole;
  return { ...whole, groups: new Map([...(value.groups ?? []), [group, add(value.groups?.get(group) ?? ZERO, by)]]) };
}

/** Sets the tier as held for as long as any tier requires: the step is waiting. */
function hold(
  { program, asOf }: Evidence,
  { subject }: Extract<Step, { kind: "tenure" }>,
  heldSince: Map<string, CalendarDate>,
): void {
  const months = program.tiers
    .flatMap(({ requires }) => (requires === null ? [] : nodesOf(requires)))
    .flatMap((node) =>
      node.kind === "tenure" && node.bound === "at-least" && node.tier === subject ? [node.months] : [],
    );
  const since = addDays(addMonths(asOf, -Math.max(0, ...months)), -1);
  const rank = program.tiers.find(({ name }) => name === subject)?.rank ?? 0;
  for (const { name, rank: own } of program.tiers) {
    const known = heldSince.get(name);
    if (own <= rank && (known === undefined || since < known)) heldSince.set(name, since);
  }
}
