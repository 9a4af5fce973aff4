import { isSimple } from "../document/measures/index.js";
import { measureNamed, type Program } from "../document/program/index.js";
import { compare, subtract, toExactString, ZERO } from "../exact/index.js";
import { capInWords } from "../measure/index.js";
import { distanceInWords, inUnit, titleOf } from "../words/index.js";
import type { Step } from "./step.js";
import { stepMessages } from "./step.messages.js";

/** A step for a partner: "50,000.00 USD more of Won revenue", "hold Gold for longer". */
export function stepInWords(program: Program, step: Step): string {
  const { language } = program;
  if (step.kind === "tenure") return stepMessages.tenure(language, { tier: titleOf(program, step.subject) });
  if (step.kind === "approval") {
    const approval = program.approvals.find(({ name }) => name === step.subject);
    return stepMessages.approval(language, { title: approval?.title ?? step.subject });
  }
  if (step.kind === "withheld") return stepMessages.withheld(language);
  const declared = measureNamed(program, step.measure);
  const group = step.group === null ? "" : stepMessages.forGroup(language, { group: step.group });
  const measure = `${declared.title}${group}`;
  if (!step.hasValue) {
    if (compare(step.by, ZERO) <= 0) return stepMessages.noValue(language, { measure });
    const amount = inUnit(toExactString(step.by), declared.unit, program);
    return stepMessages.noValueAsked(language, { measure, amount });
  }
  const isLess = compare(step.by, ZERO) < 0;
  const distance = isLess ? subtract(ZERO, step.by) : step.by;
  const amount = distanceInWords(toExactString(distance), declared.unit, program);
  if (isLess) return stepMessages.less(language, { amount, measure });
  const cap = isSimple(declared) ? capInWords(declared, program) : "";
  return cap === ""
    ? stepMessages.more(language, { amount, measure })
    : stepMessages.moreCapped(language, { amount, measure, cap });
}
