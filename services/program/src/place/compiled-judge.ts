import { barFor, isAsked, keepingShare, lineage, type Subject } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import type { Bound, Requirement, RequirementGroup, Threshold } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import { knownCalendarDate, type Rational } from "../exact/index.js";
import type { MeasureInput } from "./decision.js";

/**
 * The rules of a program compiled to functions on plain numbers. Gives the same verdicts as `judge` some fifty times
 * faster, for placing hundreds of thousands of partners. It stays exact: where a product leaves the safe integers, it
 * returns null and the caller uses `judge`.
 */
export interface CompiledJudge {
  /** Null where a number is too large, or a measure is grouped or adjusted. */
  judge(measures: readonly MeasureInput[]): Verdict | null;
}
export interface Verdict {
  readonly trace: readonly string[];
  readonly reached: readonly boolean[];
  readonly kept: readonly boolean[];
}

/** Bounds and groups of bounds can be compiled. Scores, groups by attribute, tenures and approvals cannot. */
export function canCompile(program: Program): boolean {
  const isPlain = (requirement: Requirement): boolean =>
    requirement.kind === "threshold" ||
    ("of" in requirement && Array.isArray(requirement.of) && requirement.of.every(isPlain));
  return (
    program.tracksJoin !== "best-of" &&
    program.tracks.every(({ classified }) => classified === null) &&
    program.tiers.every(
      ({ requires, keeps, metOnAnyDayIn }) =>
        metOnAnyDayIn === null &&
        (requires === null || isPlain(requires)) &&
        (keeps === null || !("path" in keeps) || isPlain(keeps)),
    )
  );
}

/** A judge for all partners with the same tracks, region and country. */
export function compileJudge(program: Program, subject: Subject): CompiledJudge {
  const positions = new Map(
    [...program.measures]
      .map(({ name }) => name)
      .sort()
      .map((name, i) => [name, i]),
  );
  const compiling: CompileContext = { program, subject, positions, keepsAt: null };
  const tiers = program.tiers.map((tier) => compileTier(tier, compiling));
  const numbers: Numbers = {
    over: new Float64Array(positions.size),
    under: new Float64Array(positions.size),
    isSafe: true,
  };
  return {
    judge(measures) {
      if (!readNumbers(measures, positions, numbers)) return null;
      const [trace, reached, kept]: [string[], boolean[], boolean[]] = [[], [], []];
      for (const { reach, keep } of tiers) {
        const marks: string[] = [];
        const verdict = reach(numbers, marks);
        trace.push(marks.join(""));
        reached.push(verdict);
        kept.push(verdict || keep(numbers));
      }
      if (!numbers.isSafe) return null;
      return program.ladder === "highest-own"
        ? { trace, reached, kept }
        : climbed({ trace, reached, kept }, tiers, numbers);
    },
  };
}

interface Numbers {
  /** A measure's value is `over / under`; `under` is 0 where it has none. */
  readonly over: Float64Array;
  readonly under: Float64Array;
  isSafe: boolean;
}
interface CompiledTier {
  readonly reach: (numbers: Numbers, marks: string[]) => boolean;
  readonly keep: (numbers: Numbers) => boolean;
}
interface CompileContext {
  readonly program: Program;
  readonly subject: Subject;
  readonly positions: ReadonlyMap<string, number>;
  readonly keepsAt: Rational | null;
}
/** Assesses and appends its mark and those of its parts: `1`, `0`, or `-` where not asked. */
type Node = (numbers: Numbers, marks: string[]) => Mark;
type Mark = 0 | 1 | typeof UNASKED;
const UNASKED = 2;
const TEXTS = ["0", "1", "-"] as const;

/** On a cumulative ladder a tier counts only where every tier below it does. */
function climbed(verdict: Verdict, tiers: readonly CompiledTier[], numbers: Numbers): Verdict {
  const [reached, kept]: [boolean[], boolean[]] = [[], []];
  for (const [i, tier] of tiers.entries()) {
    reached.push(verdict.reached[i] === true && reached.every(Boolean));
    kept.push((reached[i] || tier.keep(numbers)) && kept.every(Boolean));
  }
  return { trace: verdict.trace, reached, kept };
}

function compileTier(tier: Tier, compiling: CompileContext): CompiledTier {
  const { program } = compiling;
  if (tier.requires === null) return { reach: () => true, keep: () => true };
  const reach = compileLineage(tier, compiling);
  const keeping = compileKeeping(tier, { ...compiling, keepsAt: keepingShare(tier, program) }, compiling);
  return { reach, keep: (numbers) => keeping(numbers, []) };
}

function compileKeeping(tier: Tier, keeping: CompileContext, reaching: CompileContext): CompiledTier["reach"] {
  if (tier.keeps === null || !("path" in tier.keeps)) return compileLineage(tier, keeping);
  const node = compile(tier.keeps, reaching);
  return (numbers, marks) => node(numbers, marks) !== 0;
}

function compileLineage(tier: Tier, compiling: CompileContext): CompiledTier["reach"] {
  const parts = lineage(compiling.program, tier).flatMap(({ requires }) => requires ?? []);
  const [own] = parts;
  if (own === undefined) return () => true;
  const node =
    parts.length === 1
      ? compile(own, compiling)
      : joined(
          "all",
          parts.map((part) => compile(part, compiling)),
        );
  // A tier that is not asked is not given; its mark says so too.
  return (numbers, marks) => {
    const mark = node(numbers, marks);
    return mark === 1;
  };
}

function compile(requirement: Requirement, compiling: CompileContext): Node {
  const node =
    requirement.kind === "threshold" ? compileThreshold(requirement, compiling) : compileGroup(requirement, compiling);
  if (isAsked(requirement.audience, compiling.subject)) return node;
  return (numbers, marks) => {
    const own = marks.length;
    node(numbers, marks);
    marks[own] = TEXTS[UNASKED];
    return UNASKED;
  };
}

function compileGroup(requirement: Requirement, compiling: CompileContext): Node {
  const group = requirement as RequirementGroup; // `canCompile` admits nothing else.
  const needs = group.kind === "n-of" ? group.n : group.kind === "all" ? "all" : 1;
  return joined(
    needs,
    group.of.map((part) => compile(part, compiling)),
  );
}

function joined(needs: "all" | number, parts: readonly Node[]): Node {
  return (numbers, marks) => {
    const own = marks.push("") - 1;
    let [asked, met] = [0, 0];
    for (const part of parts) {
      const mark = part(numbers, marks);
      if (mark === UNASKED) continue;
      asked++;
      met += mark;
    }
    const mark = asked === 0 ? UNASKED : met >= (needs === "all" ? asked : needs) ? 1 : 0;
    marks[own] = TEXTS[mark];
    return mark;
  };
}

function compileThreshold(threshold: Threshold, { program, subject, positions, keepsAt }: CompileContext): Node {
  const position = positions.get(threshold.measure);
  if (position === undefined) throw new Error(`No measure ${threshold.measure} in program ${program.name}`);
  const { bound, target } = barFor(threshold, { ...NO_EVIDENCE, program, subject, keepsAt });
  const [over, under] = [Number(target.num), Number(target.den)];
  const isSafeTarget = Number.isSafeInteger(over) && Number.isSafeInteger(under);
  const holds = HOLDS[bound];
  return (numbers, marks) => {
    const divisor = numbers.under[position] ?? 0;
    const left = (numbers.over[position] ?? 0) * under;
    const right = over * divisor;
    if (!isSafeTarget || !Number.isSafeInteger(left) || !Number.isSafeInteger(right)) numbers.isSafe = false;
    const mark = divisor !== 0 && holds(left, right) ? 1 : 0;
    marks.push(TEXTS[mark]);
    return mark;
  };
}

const HOLDS = {
  "at-least": (value, target) => value >= target,
  "more-than": (value, target) => value > target,
  "at-most": (value, target) => value <= target,
  "less-than": (value, target) => value < target,
  exactly: (value, target) => value === target,
} as const satisfies Record<Bound, (value: number, target: number) => boolean>;

/** The evidence that a bound does not use. */
const NO_EVIDENCE = {
  asOf: knownCalendarDate("2000-01-01"),
  measures: new Map(),
  approvals: new Set<string>(),
  heldSince: new Map(),
  group: null,
};

function readNumbers(
  measures: readonly MeasureInput[],
  positions: ReadonlyMap<string, number>,
  numbers: Numbers,
): boolean {
  if (measures.length !== positions.size) return false;
  numbers.isSafe = true;
  for (const { measure, value, groups, adjustments } of measures) {
    const position = positions.get(measure);
    if (position === undefined || groups !== undefined || adjustments !== undefined) return false;
    if (value === null) numbers.under[position] = 0;
    else if (!readNumber(value, position, numbers)) return false;
  }
  return true;
}

/** Reads exact text as two integers; false where one of them is unsafe. */
function readNumber(text: string, position: number, { over, under }: Numbers): boolean {
  const slash = text.indexOf("/");
  const point = text.indexOf(".");
  const digits = point === -1 ? 0 : text.length - point - 1;
  const numerator =
    slash !== -1
      ? Number(text.slice(0, slash))
      : point === -1
        ? Number(text)
        : Number(text.slice(0, point) + text.slice(point + 1));
  const denominator = slash === -1 ? 10 ** digits : Number(text.slice(slash + 1));
  over[position] = numerator;
  under[position] = denominator;
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && denominator > 0;
}
