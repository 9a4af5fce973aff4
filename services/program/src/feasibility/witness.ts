import { assessTier, classify, type Evidence, type PlacedPartner, requiredTiers, subjectOf } from "../assess/index.js";
import type { Program } from "../document/program/index.js";
import type { Requirement } from "../document/requirements/index.js";
import type { Tier } from "../document/tiers/index.js";
import type { CalendarDate } from "../exact/index.js";
import type { MeasureValue } from "../measure/index.js";
import { contradictionIn, isAskedAnything } from "./contradiction.js";
import { type KindOfPartner, kindsOfPartners } from "./kinds-of-partners.js";
import { solve } from "./solve.js";

/** A made-up partner that meets a tier: proof that it can be met. */
export interface Witness {
  readonly tier: string;
  readonly asOf: CalendarDate;
  readonly partner: PlacedPartner;
  readonly measures: ReadonlyMap<string, MeasureValue>;
  readonly approvals: readonly string[];
  /** By tier: when it or a higher one was taken up. */
  readonly heldSince: Readonly<Record<string, CalendarDate>>;
}

const MOST_TRIED = 16;

/**
 * Makes up a partner that meets a tier, and assesses it like any other. Null proves nothing: measures are taken as
 * independent, and only a few kinds of partners and paths are tried.
 */
export function witnessOf(program: Program, tier: Tier): Witness | null {
  const asked = requiredTiers(program, tier);
  const goals = goalsOf(asked);
  const context = { program, tier, unreachable: new Set<string>() };
  const kinds = kindsOfPartners(program, asked).kinds.filter(
    ({ subject }) =>
      goals.every((goal) => isAskedAnything(goal, subject)) && contradictionIn(goals, { ...context, subject }) === null,
  );
  for (const kind of kinds.slice(0, MOST_TRIED)) {
    const evidence = solve(program, [...goals, ...classifyingRule(program, kind)], kind.subject);
    if (evidence !== null && meets(program, asked, { kind, evidence })) return witness(tier, kind, evidence);
  }
  return null;
}

export function goalsOf(tiers: readonly Tier[]): Requirement[] {
  return tiers.flatMap(({ requires }) => requires ?? []);
}

function classifyingRule(program: Program, { classifiedAs }: KindOfPartner): Requirement[] {
  const rule = program.tracks.find(({ name }) => name === classifiedAs)?.classified ?? null;
  return rule === null || rule === "otherwise" ? [] : [rule];
}

/** Assessed as in a placement: classified by its own values, then tier by tier. */
function meets(
  program: Program,
  asked: readonly Tier[],
  { kind, evidence }: { readonly kind: KindOfPartner; readonly evidence: Evidence },
): boolean {
  const unclassified = { ...evidence, subject: subjectOf(program, kind.partner) };
  if ((classify(unclassified)?.track ?? null) !== kind.classifiedAs) return false;
  return asked.every((tier) => assessTier(tier, evidence).isMet);
}

function witness(tier: Tier, { partner }: KindOfPartner, evidence: Evidence): Witness {
  return {
    tier: tier.name,
    asOf: evidence.asOf,
    partner,
    measures: evidence.measures,
    approvals: [...evidence.approvals],
    heldSince: Object.fromEntries(evidence.heldSince),
  };
}
