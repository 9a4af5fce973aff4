import { isSimple } from "../document/measures/index.js";
import { measureNamed, type Program } from "../document/program/index.js";
import { compare, subtract, toExactString, ZERO } from "../exact/index.js";
import { capInWords } from "../measure/index.js";
import { distanceInWords, inUnit, titleOf } from "../words/index.js";
import type { Step } from "./step.js";

/** A step for a partner: "50,000.00 USD more of Won revenue", "hold Gold for longer". */
export function stepInWords(program: Program, step: Step): string {
  if (step.kind === "tenure") return `hold ${titleOf(program, step.subject)} for longer`;
  if (step.kind === "approval") {
    const approval = program.approvals.find(({ name }) => name === step.subject);
    return `be approved: ${approval?.title ?? step.subject}`;
  }
  if (step.kind === "withheld") return "meet a condition that the vendor keeps to itself";
  const measure = measureNamed(program, step.measure);
  const group = step.group === null ? "" : ` for ${step.group}`;
  if (!step.hasValue)
    return `record first what ${measure.title}${group} is measured by: it has no value yet${
      compare(step.by, ZERO) > 0 ? `, and ${inUnit(toExactString(step.by), measure.unit, program)} is asked` : ""
    }`;
  const isLess = compare(step.by, ZERO) < 0;
  const distance = isLess ? subtract(ZERO, step.by) : step.by;
  const amount = distanceInWords(toExactString(distance), measure.unit, program);
  const cap = isSimple(measure) && !isLess ? capInWords(measure, program) : "";
  return `${amount} ${isLess ? "less" : "more"} of ${measure.title}${group}${cap === "" ? "" : `, of which ${cap}`}`;
}
