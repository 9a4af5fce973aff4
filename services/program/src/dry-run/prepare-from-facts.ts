import type { Measure } from "../document/measures/index.js";
import { everyRequirement, type Program } from "../document/program/index.js";
import { citedMeasures } from "../document/requirements/index.js";
import { addDays, addMonths, type CalendarDate } from "../exact/index.js";
import { type Fact, type MeasureValue, measureFacts } from "../measure/index.js";
import { asMeasured, completeValues, valueOfFacts, valueOfNothing } from "./complete-values.js";
import { type DryRunDay, type DryRunPartner, governanceStateOf, percentilesIn } from "./dry-run-partner.js";
import type { PreparedDryRun } from "./prepare-from-values.js";
import type { WrittenPartner, WrittenValue } from "./written-partner.js";

export const EVERY = ["day", "week", "month", "quarter"] as const;
export type Every = (typeof EVERY)[number];

export interface FactInputs {
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /**
   * What facts do not contain: tracks, region, approvals, held tier. Values that are written here replace measured
   * ones.
   */
  readonly profiles: readonly WrittenPartner[];
  /** The days of assessment, oldest first. */
  readonly days: readonly CalendarDate[];
  readonly isMissingZero: boolean;
}

/** Prepares every partner that has facts or a profile, measured on each day. */
export function dryRunFromFacts(
  program: Program,
  { facts, profiles, days, isMissingZero }: FactInputs,
): PreparedDryRun {
  const names = [...new Set([...facts.keys(), ...profiles.map(({ name }) => name)])].sort();
  const profileOf = (name: string) => profiles.find((profile) => profile.name === name);
  const prepared = new Map(names.map((name) => [name, [] as DryRunDay[]]));
  for (const asOf of days) {
    const pool = names.map((name) => {
      const [day] = profileOf(name)?.days ?? [];
      const measures = measuredWith(program, day?.values ?? new Map(), { facts: facts.get(name) ?? [], asOf });
      const partner = day?.partner ?? { tracks: [] };
      return { name, partner, approvals: day?.approvals ?? [], measures };
    });
    const ranks = percentilesIn(program, pool);
    for (const { name, partner, approvals, measures } of pool) {
      for (const [measure, values] of ranks)
        if (!profileOf(name)?.days[0].values.has(measure))
          measures.set(
            measure,
            asMeasured(measure, { value: values.get(name) ?? null, parts: null, groups: null }, asOf),
          );
      prepared.get(name)?.push({ asOf, partner, approvals, measures });
    }
  }
  const messages = isMissingZero ? [] : missingIn(program, prepared);
  if (messages.length > 0) return { kind: "ValuesMissing", messages };
  const partners = [...prepared].map(([name, measured]): DryRunPartner => {
    const held = profileOf(name)?.held ?? null;
    const first = measured[0]?.asOf ?? null;
    const before = held === null || first === null ? null : governanceStateOf(program, held, first);
    return { name, before, days: measured.map((day) => withNothing(program, day)) };
  });
  return { kind: "DryRunPrepared", partners };
}

/** Written values replace measured ones, also inside composites. */
function measuredWith(
  program: Program,
  given: ReadonlyMap<string, WrittenValue>,
  on: { readonly facts: readonly Fact[]; readonly asOf: CalendarDate },
): Map<string, MeasureValue> {
  const measured = measureFacts(program, on.facts, on.asOf).map((value) => [value.measure, value] as const);
  if (given.size === 0) return new Map(measured);
  const missing = (measure: Measure) => valueOfFacts(program, measure, on);
  return new Map([...measured, ...completeValues(program, given, { asOf: on.asOf, missing }).values]);
}

/** Reviews and their composites do not come from facts. */
function missingIn(program: Program, prepared: ReadonlyMap<string, readonly DryRunDay[]>): string[] {
  const cited = new Set(everyRequirement(program).flatMap(citedMeasures));
  return [...prepared].flatMap(([name, [day]]) => {
    const missing = [...cited].filter((measure) => day !== undefined && !day.measures.has(measure));
    const listed = missing.map((measure) => `\`${measure}\``).join(", ");
    return missing.length === 0
      ? []
      : [`${name}: ${listed} does not come from facts: give it with --partners, or say --missing-as-zero.`];
  });
}

function withNothing(program: Program, day: DryRunDay): DryRunDay {
  const missing = program.measures.filter(({ name }) => !day.measures.has(name));
  const measures = missing.map(
    (measure) =>
      [measure.name, asMeasured(measure.name, valueOfNothing(program, measure, day.asOf), day.asOf)] as const,
  );
  return { ...day, measures: new Map([...day.measures, ...measures]) };
}

/**
 * The days from one day to another, both included. Months are counted from the first day, so that they do not drift.
 */
export function daysEvery(
  every: Every,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): CalendarDate[] {
  const days: CalendarDate[] = [];
  const at = (i: number): CalendarDate => {
    if (every === "day" || every === "week") return addDays(from, i * (every === "week" ? 7 : 1));
    return addMonths(from, i * (every === "quarter" ? 3 : 1));
  };
  for (let i = 0; at(i) < to; i++) days.push(at(i));
  return [...days, to];
}
