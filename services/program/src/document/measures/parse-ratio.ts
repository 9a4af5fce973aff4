import type { YamlCursor, YamlFields } from "../notation/index.js";
import { readWindow, type Window } from "../periods/index.js";
import type { Measure, RatioMeasure } from "./measure.js";
import type { CompositeContext } from "./parse-composite-measure.js";
import { HEADING_KEYS, readHeading } from "./parse-simple-measure.js";

/** `{ ratio: [a, b] }`: each a measure by name, or one written in place that takes the ratio's window. */
export function readRatio(fields: YamlFields, context: CompositeContext): RatioMeasure | null {
  const heading = readHeading(fields.only(["ratio", ...HEADING_KEYS, "window"]), context);
  const window = fields.optional("window");
  const pair = fields.required("ratio");
  const operands = pair.list("two measures, what is divided and by what");
  const [over, under] = operands;
  if (over === undefined || under === undefined || operands.length > 2) {
    if (operands.length > 0) pair.refuse("WRONG_SHAPE", "a ratio divides exactly two measures");
    return null;
  }
  if (window !== null && operands.every(hasOwnWindow))
    window.refuse("INVALID_VALUE", "this window has no effect: both measures of the ratio have their own");

  const read = operandReader(context, heading.title, window === null ? null : readWindow(window));
  const [numerator, denominator] = [read(over, "numerator"), read(under, "denominator")];
  if (numerator === null || denominator === null) return null;
  if (numerator.unit !== denominator.unit)
    pair.refuse("INVALID_VALUE", `a ratio divides like by like, not ${numerator.unit} by ${denominator.unit}`);
  return { kind: "ratio", ...heading, unit: "percent", numerator, denominator };
}

const OPERAND_TITLES = { numerator: "part", denominator: "whole" };

function operandReader(context: CompositeContext, title: string, window: Window | null) {
  return (cursor: YamlCursor, part: "numerator" | "denominator"): Measure | null => {
    if (!cursor.isMapping) return context.cite(cursor);
    const defaults = { name: `${context.name}.${part}`, title: `${title}: ${OPERAND_TITLES[part]}`, window };
    return context.readInPlace(cursor.mapping("a measure"), defaults);
  };
}

/** Composites have the windows of their operands. */
function hasOwnWindow(operand: YamlCursor): boolean {
  if (!operand.isMapping) return true;
  const fields = operand.mapping("a measure");
  return (
    fields.optional("window") !== null || ["total", "largest", "smallest", "change"].some((word) => fields.has(word))
  );
}
