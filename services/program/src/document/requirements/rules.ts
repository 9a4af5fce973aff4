import type { YamlCursor } from "../notation/index.js";
import type { Citable } from "./citable.js";
import type { Requirement, Score, ScoreTerm } from "./requirement.js";
import { extentOf } from "./score-terms.js";

/** A requirement that is written once and cited in several places. */
export interface NamedRule {
  readonly name: string;
  readonly requires: Requirement;
}

/** Requirements that all citations may add: a few names could otherwise expand to millions. */
export const MAX_CITED = 5_000;

/** Reads rules by name. A rule cites no other, so there are no cycles. */
export function readRules(
  cursor: YamlCursor | null,
  read: (cursor: YamlCursor) => Requirement | null,
): Map<string, Requirement | null> {
  const entries = cursor?.mapping("requirements by name").named() ?? [];
  return new Map(entries.map(([name, field]) => [name, read(field)]));
}

/** The cited rule as if written here. Null where it could not be read, which is reported. */
export function readCited(cursor: YamlCursor, at: string, { rules }: Citable): Requirement | null {
  if (rules === null) {
    cursor.atKey().refuse("INVALID_VALUE", "a rule is cited in what a tier asks, not in another rule or in a gate");
    return null;
  }
  const name = cursor.nameOf("rule", rules.byName);
  const cited = rules.byName.get(name) ?? null;
  if (cited === null) return null;
  rules.budget.left -= partsOf(cited);
  if (rules.budget.left < 0) {
    cursor.refuse("TOO_LARGE", `rules are cited so often that they come to more than ${MAX_CITED} requirements`);
    return null;
  }
  return { ...moved(cited, { from: cited.path, to: at }), rule: name };
}

/** The same requirement without the names of cited rules. */
export const spelledOut = (requirement: Requirement): Requirement => {
  const { rule: _, ...rest } = eachBelow(requirement, spelledOut);
  return rest as Requirement; // The same kind, without the name.
};

function partsOf(requirement: Requirement): number {
  switch (requirement.kind) {
    case "all":
    case "any":
    case "n-of":
      return requirement.of.reduce((sum, child) => sum + partsOf(child), 1);
    case "grouped":
      return 1 + partsOf(requirement.of) + (requirement.where === null ? 0 : partsOf(requirement.where));
    case "score":
      return 1 + extentOf(requirement.score).terms;
    default:
      return 1;
  }
}

interface Move {
  readonly from: string;
  readonly to: string;
}

function moved(requirement: Requirement, move: Move): Requirement {
  const there = { ...eachBelow(requirement, (child) => moved(child, move)), path: movedPath(requirement.path, move) };
  return there.kind === "score" ? { ...there, score: movedScore(there.score, move) } : there;
}

/** A named score keeps its address. */
function movedScore(score: Score, move: Move): Score {
  if (score.kind === "best-of" || score.name !== null) return score;
  return { ...score, terms: score.terms.map((term) => movedTerm(term, move)) };
}

/** The same term at another address; a counted score keeps its own. */
export function movedTerm<Term extends ScoreTerm>(term: Term, move: Move): Term {
  const there = { ...term, path: movedPath(term.path, move), gate: term.gate && moved(term.gate, move) };
  return there.kind === "any" ? { ...there, of: there.of.map((part) => movedTerm(part, move)) } : there;
}

const movedPath = (path: string, { from, to }: Move): string =>
  path.startsWith(from) ? to + path.slice(from.length) : path;

function eachBelow(requirement: Requirement, change: (child: Requirement) => Requirement): Requirement {
  switch (requirement.kind) {
    case "all":
    case "any":
    case "n-of":
      return { ...requirement, of: requirement.of.map(change) };
    case "grouped":
      return { ...requirement, of: change(requirement.of), where: requirement.where && change(requirement.where) };
    default:
      return requirement;
  }
}
