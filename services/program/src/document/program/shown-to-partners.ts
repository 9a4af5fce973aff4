import type { Measure } from "../measures/index.js";
import {
  nodesOf,
  partsOf,
  type Requirement,
  type Score,
  type ScoreTerm,
  termsOfTerm,
  termsWithin,
  type WithheldRequirement,
} from "../requirements/index.js";
import type { Tier, Track } from "../tiers/index.js";
import { everyTerm } from "./every-requirement.js";
import type { Program } from "./program.js";
import { withheldMessages } from "./withheld.messages.js";

/** What partners read instead of a withheld condition. */
export const withheldTitle = ({ language }: Pick<Program, "language">): string => withheldMessages.title(language);

/** The measures that only the vendor sees. */
export const withheldMeasures = ({ measures }: Program): Measure[] =>
  measures.filter(({ seenBy }) => seenBy === "vendor");

const shown = new WeakMap<Program, Program>();

/**
 * The program as partners see it: without withheld measures, and with a condition without words in place of each
 * requirement that uses one. A score or coverage that uses one is withheld as a whole, since its other parts would
 * reveal the value. Assessments agree with those of the whole program, which is returned itself where nothing is
 * withheld.
 */
export function shownToPartners(program: Program): Program {
  const known = shown.get(program);
  if (known !== undefined) return known;
  const kept = withheldMeasures(program).map(({ name }) => name);
  const result = kept.length === 0 ? program : new PartnerView(program, new Set(kept)).program();
  shown.set(program, result);
  return result;
}

class PartnerView {
  /** Withheld addresses, whose reasons for changes would reveal what they are. */
  readonly #withheld: string[] = [];

  constructor(
    private readonly whole: Program,
    private readonly kept: ReadonlySet<string>,
  ) {}

  program(): Program {
    const { whole } = this;
    const terms = whole.terms.filter(({ term }) => !termsOfTerm(term).some((part) => this.#countsKept(part)));
    const scores = whole.scores.filter((score) => !this.#judgesByKept(score));
    const rules = whole.rules.filter(({ requires }) => !this.#citesKept(requires));
    const tiers = whole.tiers.map((tier) => this.#tier(tier));
    const tracks = whole.tracks.map((track) => this.#track(track));
    const used = tablesIn(whole);
    const usedOnward = tablesIn({ scores, terms, rules, tiers, tracks });
    const weights = whole.weights.filter(({ name }) => !used.has(name) || usedOnward.has(name));
    const gone = [
      ...[...this.kept].map((name) => `measures.${name}`),
      ...namesLeftOut("weights", whole.weights, weights),
      ...namesLeftOut("terms", whole.terms, terms),
      ...namesLeftOut("scores", whole.scores, scores),
      ...namesLeftOut("rules", whole.rules, rules),
      ...this.#withheld,
    ];
    return {
      ...whole,
      weights,
      terms,
      scores,
      rules,
      tiers,
      tracks,
      measures: whole.measures.filter(({ name }) => !this.kept.has(name)),
      whole,
      changes: whole.changes.filter(({ at }) => !gone.some((path) => isAtOrBelow(at, path))),
    };
  }

  #tier(tier: Tier): Tier {
    return {
      ...tier,
      requires: tier.requires && this.#requirement(tier.requires),
      keeps: tier.keeps !== null && "path" in tier.keeps ? this.#requirement(tier.keeps) : tier.keeps,
    };
  }

  #track(track: Track): Track {
    const { classified } = track;
    return classified === null || classified === "otherwise"
      ? track
      : { ...track, classified: this.#requirement(classified) };
  }

  #requirement(requirement: Requirement): Requirement {
    if (!this.#citesKept(requirement)) return requirement;
    // The name of a rule with a withheld condition is not shown.
    const { rule: _, ...spelledOut } = requirement;
    switch (requirement.kind) {
      case "all":
      case "any":
      case "n-of":
        return { ...spelledOut, of: requirement.of.map((part) => this.#requirement(part)) } as Requirement; // The same kind.
      default:
        return this.#withhold(requirement);
    }
  }

  #withhold(of: Requirement): WithheldRequirement {
    this.#withheld.push(of.path);
    const { path, audience, why } = of;
    return { kind: "withheld", path, audience, why, of };
  }

  #citesKept(requirement: Requirement): boolean {
    switch (requirement.kind) {
      case "threshold":
        return this.kept.has(requirement.measure);
      case "score":
        return this.#judgesByKept(requirement.score);
      default:
        return partsOf(requirement).some((part) => this.#citesKept(part));
    }
  }

  /** Includes scores that it counts. */
  #judgesByKept(score: Score): boolean {
    return termsWithin(score).some((term) => this.#countsKept(term));
  }

  #countsKept(term: ScoreTerm): boolean {
    const isOfKept = term.kind === "measure" && term.measures.some((name) => this.kept.has(name));
    return isOfKept || (term.gate !== null && this.#citesKept(term.gate));
  }
}

const namesLeftOut = (
  section: string,
  all: readonly { readonly name: string | null }[],
  left: readonly { readonly name: string | null }[],
): string[] => all.filter((one) => !left.includes(one)).map(({ name }) => `${section}.${name ?? ""}`);

const isAtOrBelow = (at: string, path: string): boolean =>
  at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`);

/** The tables of factors that any term names. */
function tablesIn(scoring: Scoring): ReadonlySet<string> {
  const inRules = scoring.rules
    .flatMap(({ requires }) => nodesOf(requires))
    .flatMap((node) => (node.kind === "score" ? termsWithin(node.score) : []));
  const terms = [...everyTerm(scoring), ...inRules];
  return new Set(terms.flatMap((term) => (term.kind === "any" ? [] : (term.weight?.name ?? []))));
}
type Scoring = Pick<Program, "scores" | "terms" | "rules" | "tiers" | "tracks">;
