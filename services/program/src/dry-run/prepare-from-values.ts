import { withOperands } from "../check/index.js";
import type { Measure } from "../document/measures/index.js";
import { everyRequirement, type Program } from "../document/program/index.js";
import { citedMeasures, type Requirement } from "../document/requirements/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import { asMeasured, completeValues, missingInputs, valueOfNothing } from "./complete-values.js";
import { type DryRunPartner, governanceStateOf, percentilesIn } from "./dry-run-partner.js";
import type { WrittenDay, WrittenPartner } from "./written-partner.js";

export type PreparedDryRun =
  | { readonly kind: "DryRunPrepared"; readonly partners: readonly DryRunPartner[] }
  /** One message for each partner that lacks measures which requirements need. */
  | { readonly kind: "ValuesMissing"; readonly messages: readonly string[] };

export interface ValueSettings {
  /** The day of assessment where the file names none. */
  readonly asOf: CalendarDate;
  /** Takes a missing measure as zero where it counts, and as no value where it divides. */
  readonly isMissingZero: boolean;
}

/** Prepares partners with every measure that requirements need: written, derived, or ranked among the partners. */
export function dryRunFromValues(
  program: Program,
  given: readonly WrittenPartner[],
  settings: ValueSettings,
): PreparedDryRun {
  const cited = new Set(everyRequirement(program).flatMap(citedMeasures));
  const messages: string[] = [];
  const partners = given.map((partner): DryRunPartner => {
    const missing = new Set<string>();
    const days = partner.days.map((day) => {
      const asOf = day.on ?? settings.asOf;
      const measures = valuesOn(program, partner.name, { given, day, asOf, settings });
      const lacking = new Set(program.measures.flatMap(({ name }) => (measures.has(name) ? [] : [name])));
      for (const measure of program.measures)
        if (lacking.has(measure.name) && cited.has(measure.name))
          for (const name of missingInputs(measure, lacking)) missing.add(name);
      return { asOf, partner: day.partner, approvals: day.approvals, measures };
    });
    if (missing.size > 0) messages.push(missingMessage(program, partner.name, [...missing]));
    const before =
      partner.held === null ? null : governanceStateOf(program, partner.held, days[0]?.asOf ?? settings.asOf);
    return { name: partner.name, before, days };
  });
  return messages.length > 0 ? { kind: "ValuesMissing", messages } : { kind: "DryRunPrepared", partners };
}

interface Valued {
  readonly given: readonly WrittenPartner[];
  readonly day: WrittenDay;
  readonly asOf: CalendarDate;
  readonly settings: ValueSettings;
}

/** Percentiles compare partners on the same day. */
function valuesOn(program: Program, name: string, { given, day, asOf, settings }: Valued): Map<string, MeasureValue> {
  const missing = (measure: Measure) => (settings.isMissingZero ? valueOfNothing(program, measure, asOf) : null);
  const completed = ({ values }: WrittenDay) => new Map(completeValues(program, values, { asOf, missing }).values);
  const own = completed(day);
  const others = given
    .filter((other) => other.name !== name)
    .map((other) => ({ name: other.name, day: dayAt(other, asOf) }))
    .map((other) => ({ name: other.name, partner: other.day.partner, measures: completed(other.day) }));
  const ranks = percentilesIn(program, [{ name, partner: day.partner, measures: own }, ...others]);
  for (const [measure, values] of ranks) {
    const value = values.get(name);
    if (!day.values.has(measure) && value !== undefined)
      own.set(measure, asMeasured(measure, { value, parts: null, groups: null }, asOf));
  }
  return own;
}

function dayAt({ days }: WrittenPartner, asOf: CalendarDate): WrittenDay {
  return [...days].reverse().find(({ on }) => on === null || on <= asOf) ?? days[0];
}

function missingMessage(program: Program, partner: string, missing: readonly string[]): string {
  const names = missing.map((name) => `\`${name}\``).join(", ");
  const tiers = program.tiers
    .filter(
      ({ requires }) =>
        requires !== null && citedWithInputs(program, requires).some((measure) => missing.includes(measure)),
    )
    .map(({ title }) => title);
  const who = tiers.length === 0 ? "" : ` ${tiers.join(", ")} cannot be judged without.`;
  return `${partner}: there is no value for ${names}.${who}`;
}

/** The measures that a requirement cites, with their operands. */
const citedWithInputs = (program: Program, requirement: Requirement): string[] => [
  ...withOperands(program, citedMeasures(requirement)),
];
