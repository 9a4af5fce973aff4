import { knownCalendarDate, ONE } from "../../exact/index.js";
import { readDate, readShare, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readLength } from "../periods/index.js";
import {
  type Cadence,
  type DayOfYear,
  type Effect,
  type Freeze,
  type Governance,
  type Length,
  NO_SAFEGUARDS,
} from "./governance.js";

const SAFEGUARDS = ["grace", "minimum-tenure", "wait-after-demotion", "steps-per-review", "period", "ratchet-until"];
const KEYS = ["cadence", "up", "down", "keeps-at", ...SAFEGUARDS, "freeze", "takes-effect", "notice"];

/** Reads the governance section; null where it is left out. A safeguard that is left out does not apply. */
export function readGovernance(cursor: YamlCursor | null, tiers: ReadonlySet<string>): Governance | null {
  if (cursor === null) return null;
  const fields = cursor.mapping("how the program moves partners").only(KEYS);
  const cadence = readOptional(fields, "cadence", readCadence) ?? NO_SAFEGUARDS.up;
  return {
    up: readOptional(fields, "up", readCadence) ?? cadence,
    down: readOptional(fields, "down", readCadence) ?? cadence,
    keepsAt: readOptional(fields, "keeps-at", (bar) => readShare(bar, { isAboveZero: true, max: ONE })) ?? ONE,
    grace: readOptional(fields, "grace", readDaysOrMonths),
    minimumTenure: readOptional(fields, "minimum-tenure", readDaysOrMonths),
    waitAfterDemotion: readOptional(fields, "wait-after-demotion", readDaysOrMonths),
    stepsPerReview: readOptional(fields, "steps-per-review", readSteps) ?? NO_SAFEGUARDS.stepsPerReview,
    period:
      readOptional(fields, "period", (period) => period.oneOf(["month", "quarter", "half-year", "year"])) ??
      NO_SAFEGUARDS.period,
    ratchetUntil: readOptional(fields, "ratchet-until", readDayOfYear),
    freezes: readOptional(fields, "freeze", (freezes) => readFreezes(freezes, tiers)) ?? [],
    takesEffect: readOptional(fields, "takes-effect", readEffect) ?? NO_SAFEGUARDS.takesEffect,
    notice: readOptional(fields, "notice", readDaysOrMonths),
  };
}

function readOptional<Value>(fields: YamlFields, key: string, read: (field: YamlCursor) => Value): Value | null {
  const field = fields.optional(key);
  return field === null ? null : read(field);
}

const CADENCES: ReadonlyMap<string, Cadence> = new Map<string, Cadence>([
  ["on-change", { kind: "on-change" }],
  ["monthly", { kind: "monthly" }],
  ["quarterly", { kind: "quarterly", fiscal: false }],
  ["fiscal quarterly", { kind: "quarterly", fiscal: true }],
  ["anniversary", { kind: "anniversary" }],
]);

export function readCadence(cursor: YamlCursor): Cadence {
  if (!cursor.isMapping) return CADENCES.get(cursor.nameOf("cadence", CADENCES)) ?? NO_SAFEGUARDS.up;
  const on = cursor.mapping("a cadence").only(["annual"]).required("annual");
  const [first = FIRST_OF_YEAR, ...others] = on
    .listOrOne("a day of the year, or a list of them")
    .map(readDayOfYear)
    .sort((a, b) => a.month - b.month || a.day - b.day);
  for (const [index, day] of others.entries()) {
    const before = others[index - 1] ?? first;
    if (day.month === before.month && day.day === before.day)
      on.refuse("INVALID_VALUE", "a day of the year stands here a second time");
  }
  return { kind: "annual", on: [first, ...others] };
}

const FIRST_OF_YEAR: DayOfYear = { month: 1, day: 1 };

const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function readDayOfYear(cursor: YamlCursor): DayOfYear {
  const expected = "a day of the year as month and day, such as 03-01";
  const text = cursor.text(expected);
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  const read = { month: Number(month), day: Number(day) };
  if (read.day >= 1 && read.day <= (LAST_DAYS[read.month - 1] ?? 0)) return read;
  if (text.trim() !== "") cursor.refuse("INVALID_VALUE", `expected ${expected}, found \`${text.slice(0, 64)}\``);
  return FIRST_OF_YEAR;
}

function readDaysOrMonths(cursor: YamlCursor): Length {
  return readLength(cursor, ["day", "month"]);
}

const STEPS = { min: 1, max: 100 };

function readSteps(cursor: YamlCursor): Governance["stepsPerReview"] {
  if (!cursor.isMapping) {
    const both = cursor.wholeNumber(STEPS);
    return { up: both, down: both };
  }
  const fields = cursor.mapping("steps").only(["up", "down"]);
  return {
    up: readOptional(fields, "up", (steps) => steps.wholeNumber(STEPS)),
    down: readOptional(fields, "down", (steps) => steps.wholeNumber(STEPS)),
  };
}

const LIMITS = ["not-below", "not-above"] as const;

/** `not-below: gold`: stops only demotions below the tier. */
function readLimit(fields: YamlFields, tiers: ReadonlySet<string>): Freeze["limit"] {
  const [bound, second] = LIMITS.filter((word) => fields.has(word));
  if (bound === undefined) return null;
  if (second !== undefined)
    fields.owner.refuse("WRONG_SHAPE", "expected one of `not-below` and `not-above`, found both: write two freezes");
  return { bound, tier: fields.required(bound).nameOf("tier", tiers) };
}

function readFreezes(cursor: YamlCursor, tiers: ReadonlySet<string>): Freeze[] {
  return cursor.list("days without tier changes, such as `{ from: 12-15, to: 01-05, why: … }`").map((element) => {
    const fields = element.mapping("days without tier changes").only(["from", "to", ...LIMITS, "why"]);
    const [from, to] = [fields.required("from"), fields.required("to")];
    const limit = readLimit(fields, tiers);
    const why = fields.required("why").words("why nothing changes on these days");
    const [isOnce, hasEnd] = [from, to].map((day) => /^\d{4}-/.test(day.text("a day, such as 12-15 or 2026-12-15")));
    if (!isOnce && !hasEnd) return { from: readDayOfYear(from), to: readDayOfYear(to), limit, why };
    if (!isOnce) from.refuse("INVALID_VALUE", "expected a year, as `to` has one");
    if (!hasEnd) to.refuse("INVALID_VALUE", "expected a year, as `from` has one");
    const [first, last] = [readDate(from) ?? ANY_DAY, readDate(to) ?? ANY_DAY];
    if (last < first) to.refuse("INVALID_VALUE", `${last} is before ${first}`);
    return { from: first, to: last, limit, why };
  });
}
/** A placeholder for a refused value. */
const ANY_DAY = knownCalendarDate("2000-01-01");

const EFFECTS: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ["at-once", { kind: "at-once" }],
  ["next-month", { kind: "next-month", months: 1 }],
]);

function readEffect(cursor: YamlCursor): Effect {
  if (!cursor.isMapping) return EFFECTS.get(cursor.nameOf("moment", EFFECTS)) ?? NO_SAFEGUARDS.takesEffect;
  const fields = cursor.mapping("`{ months: 2 }` or `{ days: 30 }`");
  if (fields.has("days"))
    return { kind: "after", days: fields.only(["days"]).required("days").wholeNumber({ min: 1, max: 3660 }) };
  const months = fields.only(["months", "days"]).required("months").wholeNumber({ min: 1, max: 120 });
  return { kind: "next-month", months };
}
