import {
  type AssessedRequirement,
  assessRequirement,
  contains,
  type Evidence,
  isGroupedBy,
  possibleValues,
  type Subject,
  unitDigits,
} from "../assess/index.js";
import { groupedBy, isSimple, type Measure } from "../document/measures/index.js";
import type { Program } from "../document/program/index.js";
import {
  citedMeasures,
  type GroupedRequirement,
  nodesOf,
  type Requirement,
  termsWithin,
} from "../document/requirements/index.js";
import {
  add,
  addDays,
  addMonths,
  type CalendarDate,
  compare,
  divide,
  fromMinorUnits,
  knownCalendarDate,
  multiply,
  type Rational,
  roundDown,
  ZERO,
} from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import { cheapestPaths, MAX_PATHS, type Step } from "../path-to-tier/index.js";

/** The day on which made-up partners are assessed. */
export const SOLVED_ON: CalendarDate = knownCalendarDate("2026-06-30");
const ROUNDS = 12;

/**
 * Makes up evidence that meets requirements together, starting from nothing and following the cheapest paths for a few
 * rounds. Null proves nothing. The result has been assessed and meets them.
 */
export function solve(program: Program, goals: readonly Requirement[], subject: Subject): Evidence | null {
  for (let variant = 0; variant < MAX_PATHS; variant++) {
    const solved = new Attempt({ program, goals, subject, variant }).run();
    if (solved !== null) return solved;
  }
  return null;
}

interface Attempting {
  readonly program: Program;
  readonly goals: readonly Requirement[];
  readonly subject: Subject;
  /** Which of several paths is taken. */
  readonly variant: number;
}

class Attempt {
  readonly #whole = new Map<string, Rational>();
  readonly #groups = new Map<string, Map<string, Rational>>();
  readonly #approvals = new Set<string>();
  readonly #heldSince = new Map<string, CalendarDate>();
  readonly #nodes: ReadonlyMap<string, Requirement>;

  constructor(private readonly attempting: Attempting) {
    this.#nodes = new Map(attempting.goals.flatMap(nodesOf).map((node) => [node.path, node]));
  }

  run(): Evidence | null {
    for (let round = 0; round < ROUNDS; round++) {
      let isOpen = false;
      for (const goal of this.attempting.goals) {
        // Assessed late, since an earlier goal may have moved the same measure.
        const node = assessRequirement(goal, this.#evidence()).node;
        if (!node.isAsked || node.isMet) continue;
        isOpen = true;
        if (!this.#approach(node)) return null;
      }
      if (!isOpen) return this.#evidence();
    }
    return null;
  }

  /** False where no step leads closer. */
  #approach(node: AssessedRequirement): boolean {
    const paths = cheapestPaths(this.attempting.program, node);
    const path = paths[this.attempting.variant % Math.max(1, paths.length)];
    if (path !== undefined && path.steps.length > 0) return path.steps.every((step) => this.#take(step));
    return this.#uncover(node);
  }

  /** What paths do not cover yet: groups without facts, and terms behind a gate. */
  #uncover(node: AssessedRequirement): boolean {
    const requirement = this.#nodes.get(node.path);
    if (requirement?.kind === "grouped" && node.kind === "grouped") return this.#seed(requirement, node);
    if (requirement?.kind === "score" && requirement.score.kind === "best-of")
      return requirement.score.of.some((score) =>
        this.#approachSheet(assessRequirement({ ...requirement, score }, this.#evidence()).node),
      );
    if (node.kind === "score") return this.#openGates(node);
    const open = node.children.filter((child) => child.isAsked && !child.isMet);
    const needed = node.kind === "any" || node.kind === "n-of" ? node.needed - node.metCount : open.length;
    let approached = 0;
    for (const child of open) if (approached < needed && this.#approach(child)) approached++;
    return needed > 0 && approached >= needed;
  }

  #approachSheet(sheet: AssessedRequirement): boolean {
    const [path] = cheapestPaths(this.attempting.program, sheet);
    return path === undefined || path.steps.length === 0
      ? this.#openGates(sheet)
      : path.steps.every((step) => this.#take(step));
  }

  #openGates(score: AssessedRequirement): boolean {
    const gates = score.children.flatMap(gatesIn).filter((gate) => !gate.isMet);
    return gates.length > 0 && gates.every((gate) => this.#approach(gate));
  }

  #seed({ by, where, of, needs }: GroupedRequirement, node: AssessedRequirement): boolean {
    if (needs === "all" || node.children.length >= needs) return false;
    const cited = [...(where === null ? [] : citedMeasures(where)), ...citedMeasures(of)];
    const grouped = this.#measures().filter((measure) => cited.includes(measure.name) && isGroupedBy(measure, by));
    if (grouped.length === 0) return false;
    for (let i = 0; i < needs; i++) {
      const value = `${by}-${i + 1}`;
      for (const { name } of grouped) {
        const groups = this.#groups.get(name) ?? new Map<string, Rational>();
        this.#groups.set(name, groups.set(value, groups.get(value) ?? ZERO));
      }
      if (where === null) continue;
      const judged = assessRequirement(where, { ...this.#evidence(), group: { by, value } }).node;
      if (!judged.isMet && !this.#approach(judged)) return false;
    }
    return true;
  }

  #take(step: Step): boolean {
    // Only whole programs are solved; they withhold nothing.
    if (step.kind === "withheld") return false;
    if (step.kind === "approval") this.#approvals.add(step.subject);
    else if (step.kind === "tenure") this.#hold(step.subject, step.path);
    else return this.#move(step);
    return true;
  }

  #hold(tier: string, path: string): void {
    const { program } = this.attempting;
    const node = this.#nodes.get(path);
    const since = addDays(addMonths(SOLVED_ON, node?.kind === "tenure" ? -node.months : -1200), -1);
    const rank = program.tiers.find(({ name }) => name === tier)?.rank ?? 0;
    for (const { name } of program.tiers.filter((lower) => lower.rank <= rank)) {
      const known = this.#heldSince.get(name);
      if (known === undefined || since < known) this.#heldSince.set(name, since);
    }
  }

  #move(step: Extract<Step, { kind: "measure" }>): boolean {
    const measure = this.#measures().find(({ name }) => name === step.measure);
    if (measure === undefined) return false;
    // Without groups, the whole moves.
    const isGrouped = step.group !== null && (groupedBy(measure) !== null || this.#groups.has(measure.name));
    const groups = isGrouped ? (this.#groups.get(measure.name) ?? new Map<string, Rational>()) : undefined;
    const before = (step.group === null ? undefined : groups?.get(step.group)) ?? this.#whole.get(measure.name) ?? ZERO;
    const value = this.#landing(step, measure, add(before, step.by));
    if (!contains(possibleValues(measure), value)) return false;
    if (groups === undefined || step.group === null) {
      this.#whole.set(measure.name, value);
      return true;
    }
    this.#groups.set(measure.name, groups.set(step.group, value));
    const sum = [...groups.values()].reduce(add, ZERO);
    if (compare(this.#whole.get(measure.name) ?? ZERO, sum) < 0) this.#whole.set(measure.name, sum);
    return true;
  }

  /** Rounds a step up to whole people and whole multiples. */
  #landing({ path, by }: Extract<Step, { kind: "measure" }>, { unit }: Measure, value: Rational): Rational {
    const node = this.#nodes.get(path);
    if (node?.kind === "threshold" && node.bound === "exactly") return node.target;
    const term = [...this.#nodes.values()]
      .flatMap((one) => (one.kind === "score" ? termsWithin(one.score) : []))
      .find((one) => one.path === path);
    if (term?.kind === "measure" && term.isWhole && term.weight === null)
      return multiply(roundUp(divide(value, term.each), 0), term.each);
    const digits = unitDigits(unit, this.attempting.program.currency);
    if (digits === null) return value;
    return compare(by, ZERO) < 0 ? fromMinorUnits(roundDown(value, digits), digits) : roundUp(value, digits);
  }

  /** A made-up measure is zero in a group that exists only for other measures: it does not follow from its operands. */
  #groupsOf(measure: Measure): Map<string, Rational> | null {
    const by = groupedBy(measure);
    if (by === null) return null;
    const alike = isSimple(measure) ? [measure] : this.#measures().filter((other) => groupedBy(other) === by);
    const known = alike.flatMap(({ name }) => [...(this.#groups.get(name)?.keys() ?? [])]);
    return new Map([
      ...known.map((group): [string, Rational] => [group, ZERO]),
      ...(this.#groups.get(measure.name) ?? []),
    ]);
  }

  #measures(): readonly Measure[] {
    return this.attempting.program.measures;
  }

  #evidence(): Evidence {
    const { program, subject } = this.attempting;
    const values = program.measures.map((measure): MeasureValue => {
      const whole = this.#whole.get(measure.name) ?? ZERO;
      return {
        measure: measure.name,
        value: whole,
        numerator: null,
        denominator: null,
        groups: this.#groupsOf(measure),
        from: null,
        to: addDays(SOLVED_ON, 1),
        adjustments: [],
      };
    });
    return {
      program,
      asOf: SOLVED_ON,
      measures: new Map(values.map((value) => [value.measure, value])),
      subject,
      approvals: new Set(this.#approvals),
      heldSince: new Map(this.#heldSince),
      keepsAt: null,
      group: null,
    };
  }
}

/** The gates of a term, of its alternatives, and of the score that it counts. */
const gatesIn = (node: AssessedRequirement): AssessedRequirement[] =>
  node.kind === "term" ? node.children.flatMap(gatesIn) : [node];

function roundUp(value: Rational, digits: number): Rational {
  const below = fromMinorUnits(roundDown(value, digits), digits);
  return compare(below, value) === 0 ? below : add(below, fromMinorUnits(1n, digits));
}
