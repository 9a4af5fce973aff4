import { readFileSync } from "node:fs";
import type { AssessedRequirement } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import { type CalendarDate, knownCalendarDate, parseExact } from "../exact/index.js";
import { programOf } from "../fixtures/index.js";
import { type Fact, type MeasureValue, measureFacts } from "../measure/index.js";
import { type DecisionRecord, explainDecision, type PlacePartner, placePartner } from "../place/index.js";

/** For tests: a program document of the folder `examples`. */
export function exampleProgram(name: string): Program {
  return programOf(readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), "utf8"));
}

/** A value as exact text, or one for each group of a grouped measure. */
export type ExampleValue = string | Readonly<Record<string, string>>;
export type ExampleInputs = Partial<Omit<PlacePartner, "program" | "asOf" | "measures" | "approvals">> & {
  readonly asOf?: string;
  readonly approvals?: readonly string[];
};

/** For tests: places a partner by these values; of every other measure there is nothing. */
export function placeByValues(
  program: Program,
  values: Readonly<Record<string, ExampleValue>>,
  given: ExampleInputs = {},
): DecisionRecord {
  for (const name of Object.keys(values))
    if (!program.measures.some((measure) => measure.name === name)) throw new Error(`No measure ${name}`);
  const { asOf = "2024-06-30", ...rest } = given;
  const on = knownCalendarDate(asOf);
  const measures = program.measures.map(({ name, kind }) => {
    const hasValueOfNothing = kind !== "ratio" && kind !== "statistic";
    return measureValue(name, values[name] ?? (hasValueOfNothing ? "0" : null), on);
  });
  return place(program, on, measures, rest);
}

/** For tests: places a partner by facts alone, without earlier decisions unless given. */
export function placeByFacts(program: Program, facts: readonly Fact[], given: ExampleInputs = {}): DecisionRecord {
  const { asOf = "2024-06-30", ...rest } = given;
  const on = knownCalendarDate(asOf);
  return place(program, on, measureFacts(program, facts, on), rest);
}

/** For tests: the total of the first score that a tier asks for, as exact text, and its terms' points by title. */
export function scoreOf(
  program: Program,
  record: DecisionRecord,
  tier: string,
): { total: string | null; points: string[] } {
  const assessment = explainDecision(program, record).tiers.find((candidate) => candidate.tier === tier);
  const score = assessment?.requirement ? firstScore(assessment.requirement) : null;
  if (score?.kind !== "score") throw new Error(`${tier} asks for no score`);
  return { total: score.actual, points: score.children.flatMap((term) => (term.kind === "term" ? [term.points] : [])) };
}

function firstScore(requirement: AssessedRequirement): AssessedRequirement | null {
  if (requirement.kind === "score") return requirement;
  return requirement.children.map(firstScore).find((found) => found !== null) ?? null;
}

function place(
  program: Program,
  asOf: CalendarDate,
  measures: readonly MeasureValue[],
  given: Omit<ExampleInputs, "asOf">,
): DecisionRecord {
  return placePartner({
    program,
    asOf,
    measures: new Map(measures.map((value) => [value.measure, value])),
    partner: { tracks: [] },
    approvals: [],
    override: null,
    hold: null,
    before: null,
    ...given,
  });
}

function measureValue(measure: string, given: ExampleValue | null, asOf: CalendarDate): MeasureValue {
  const isGrouped = given !== null && typeof given !== "string";
  return {
    measure,
    value: typeof given === "string" ? parseExact(given) : null,
    numerator: null,
    denominator: null,
    groups: isGrouped ? new Map(Object.entries(given).map(([group, text]) => [group, exact(text)])) : null,
    from: null,
    to: asOf,
    adjustments: [],
  };
}

function exact(text: string) {
  const value = parseExact(text);
  if (value === null) throw new Error(`Not an exact number: ${text}`);
  return value;
}
