import type { Queryable } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { type EarningFact, earningPeriods, rewardsOf } from "@tiergraph/program/reward";
import { type AccruedRow, sumAccrued, sumBonuses } from "../ledger/index.js";
import { listTierPeriods, type PartnerMirrorRow, type TierPeriodRow } from "../partner-mirror/index.js";
import {
  type DayRange,
  earningFactOf,
  findDeals,
  findPayingFacts,
  holdsDay,
  listFactsNaming,
  listPayingFacts,
  merged,
  type PayingFactRow,
  rangeAround,
  rangeSince,
} from "../paying-fact/index.js";
import { listPrograms, versionText } from "../program/index.js";
import { type Difference, differences } from "./settle-rewards.js";

/** What happened to a partner that may change what it earned. */
export interface Affected {
  readonly partnerId: string;
  /** Facts that came, changed or left. */
  readonly factIds: readonly string[];
  /** The days on which they did. */
  readonly days: readonly string[];
  /** The day from which on another tier is held; null where none is. */
  readonly since: string | null;
  /** Deals of which something was refunded. */
  readonly deals: readonly string[];
}

/** A version that is not in force: what facts from a day on would earn by it. */
interface PreviewedVersion {
  readonly program: Program;
  readonly from: string;
}

/**
 * Where what was given differs from what is earned, over all the days that what happened reaches.
 *
 * @param previewed pays for the facts of its days in place of their own versions
 */
export async function rewardDifferences(
  tx: Queryable,
  {
    mirrors,
    affected,
    previewed,
  }: { mirrors: readonly PartnerMirrorRow[]; affected: readonly Affected[]; previewed?: PreviewedVersion },
): Promise<Difference[]> {
  const versions = await listPrograms(tx);
  if (previewed !== undefined) versions.set(PREVIEWED, previewed.program);
  const { ranges, alone } = await reachOf(tx, affected, [...versions.values()]);
  const days = [...ranges].flatMap(([partnerId, own]) => own.map((range) => ({ partnerId, ...range })));
  const facts = distinct([
    ...(days.length > 0 ? await listPayingFacts(tx, days) : []),
    ...(alone.length > 0 ? await findPayingFacts(tx, alone) : []),
  ]);
  const aloneOf = groupBy(alone, ownerOf);
  const partnerIds = [...ranges.keys()];
  const hasBonuses = [...versions.values()].some(({ bonuses }) => bonuses.length > 0);
  const hasRefunds = [...versions.values()].some(takesRefunds);
  const deals = facts.flatMap(({ partnerId, deal }) => (deal === null ? [] : { partnerId, namesDeal: deal }));
  const [refunds, periods, accrued, bonuses] = await Promise.all([
    hasRefunds && deals.length > 0 ? listFactsNaming(tx, deals) : [],
    listTierPeriods(tx, partnerIds),
    facts.length > 0 ? sumAccrued(tx, facts) : [],
    hasBonuses ? sumBonuses(tx, partnerIds) : [],
  ]);
  const [factsOf, refundsOf] = [groupBy(facts, ownerOf), groupBy(refunds, ownerOf)];
  const [periodsOf, accruedOf, bonusesOf] = [
    groupBy(periods, ownerOf),
    groupBy(accrued, ownerOf),
    groupBy(bonuses, ownerOf),
  ];
  const causesOf = new Map(affected.map(({ partnerId, factIds }) => [partnerId, new Set(factIds)]));
  return mirrors.flatMap((standing) => {
    const { partnerId } = standing;
    const own = ranges.get(partnerId);
    if (own === undefined) return [];
    return differencesOf({
      standing,
      days: own,
      previewed,
      aloneIds: new Set((aloneOf.get(partnerId) ?? []).map(({ factId }) => factId)),
      versions,
      facts: factsOf.get(partnerId) ?? [],
      refunds: refundsOf.get(partnerId) ?? [],
      periods: periodsOf.get(partnerId) ?? [],
      given: [...(accruedOf.get(partnerId) ?? []), ...(bonusesOf.get(partnerId) ?? [])],
      causes: causesOf.get(partnerId) ?? NO_CAUSES,
    });
  });
}

const ownerOf = ({ partnerId }: { partnerId: string }): string => partnerId;
/** No name of a program holds a space. */
const PREVIEWED = "previewed version";
const takesRefunds = ({ rebates, bonuses, spiffs }: Program): boolean =>
  [...rebates, ...bonuses, ...spiffs].some(({ netOf }) => netOf.length > 0);

/** Partners who share a deal have a fact each, of one id: a fact is known by its partner and its id. */
const distinct = (facts: readonly PayingFactRow[]): PayingFactRow[] => [
  ...new Map(facts.map((fact) => [factKey(fact), fact])).values(),
];
const factKey = ({ partnerId, factId }: { partnerId: string; factId: string }): string => `${partnerId} ${factId}`;

/**
 * What of partners has to be settled: the days that what happened reaches. Where no rule adds up over a period, each fact
 * stands alone, and its day may have thousands of others.
 */
async function reachOf(
  tx: Queryable,
  affected: readonly Affected[],
  programs: readonly Program[],
): Promise<{ ranges: Map<string, DayRange[]>; alone: { partnerId: string; factId: string }[] }> {
  const named = affected.flatMap(({ partnerId, deals }) => deals.map((deal) => ({ partnerId, deal })));
  const refunded = named.length > 0 ? await findDeals(tx, named) : [];
  const refundedOf = groupBy(refunded, ownerOf);
  const standsAlone = programs.every((program) => earningPeriods(program).size === 0);
  const ranges = affected.map(({ partnerId, days, since }): [string, DayRange[]] => {
    const touched = [...days, ...(refundedOf.get(partnerId) ?? []).map(({ occurredOn }) => occurredOn)];
    const around = standsAlone ? [] : [...new Set(touched)].map((day) => rangeAround(day, programs));
    return [partnerId, merged([...around, ...(since === null ? [] : [rangeSince(since, programs)])])];
  });
  const changed = affected.flatMap(({ partnerId, factIds }) => factIds.map((factId) => ({ partnerId, factId })));
  return { ranges: new Map(ranges), alone: standsAlone ? [...changed, ...refunded] : [] };
}

interface Settling {
  readonly standing: PartnerMirrorRow;
  readonly days: readonly DayRange[];
  /** Facts that are settled by themselves, on any day. */
  readonly aloneIds: ReadonlySet<string>;
  readonly versions: ReadonlyMap<string, Program>;
  readonly previewed: PreviewedVersion | undefined;
  readonly facts: readonly PayingFactRow[];
  readonly refunds: readonly PayingFactRow[];
  readonly periods: readonly TierPeriodRow[];
  readonly given: readonly AccruedRow[];
  /** Facts that came, changed or left: why something is settled. */
  readonly causes: ReadonlySet<string>;
}
const NO_CAUSES: ReadonlySet<string> = new Set();

function differencesOf(settling: Settling): Difference[] {
  const { standing, days, aloneIds, versions, previewed, facts, refunds, periods, given } = settling;
  const { partnerId, tracks, region, country } = standing;
  const tiers = periods.map(({ fromOn, tier }) => ({ from: knownCalendarDate(fromOn), tier }));
  const tierOn = (day: string) => tiers.findLast(({ from }) => from <= day)?.tier ?? null;
  const rows = new Map([...facts, ...refunds].map((row) => [row.factId, row]));
  const earning = new Map([...rows.values()].map((row) => [row.factId, earningFact(row, { versions, previewed })]));
  // A later version may call its tiers otherwise: what a fact's own version cannot judge stays as it was settled.
  const isJudged = ({ fact, program }: EarningFact) => {
    const tier = tierOn(fact.on);
    return tier === null || program.tiers.some(({ name }) => name === tier);
  };
  const unjudged = new Set([...earning.values()].filter((one) => !isJudged(one)).map(({ fact }) => fact.id));
  const there = [...earning.values()].filter(({ fact }) => rows.get(fact.id)?.isGone === false);
  const standingFacts = there.filter(({ fact }) => !unjudged.has(fact.id));
  const settled = there.filter(({ fact }) => unjudged.has(fact.id));
  const isSettled = (subject: { section: "bonuses" | "other"; subject: string; on: string }) =>
    subject.section === "bonuses"
      ? unjudged.size === 0 && holdsDay(days, subject.subject.slice(0, 10))
      : !unjudged.has(subject.subject) && (aloneIds.has(subject.subject) || holdsDay(days, subject.on));
  const accruals = rewardsOf({ partner: { tracks, region, country }, facts: standingFacts, settled, tiers }).filter(
    (accrual) =>
      isSettled({
        section: accrual.section === "bonuses" ? "bonuses" : "other",
        subject: accrual.subject,
        on: accrual.on,
      }),
  );
  return differences({
    partnerId,
    accruals,
    given,
    factOf: (row) => {
      const fact = earning.get(row.subject);
      if (fact !== undefined) {
        const { program } = fact;
        if (!isSettled({ section: "other", subject: row.subject, on: fact.fact.on })) return null;
        return { program, on: fact.fact.on, factId: fact.fact.id };
      }
      const on = row.subject.slice(0, 10);
      if (!/^\d{4}-\d\d-\d\d \d+$/.test(row.subject) || !isSettled({ section: "bonuses", subject: row.subject, on }))
        return null;
      const latest = [...versions.values()].findLast(({ name }) => name === row.program);
      const cause = causeOf([...rows.values()], settling.causes);
      return latest === undefined || cause === null
        ? null
        : { program: latest, on: [on, cause.occurredOn].sort()[1] ?? on, factId: cause.factId };
    },
  });
}

/** The fact that takes a bonus back: the last of those that came, changed or left; else the last refund, or the last fact. */
function causeOf(rows: readonly PayingFactRow[], causes: ReadonlySet<string>): PayingFactRow | null {
  const ordered = [...rows].sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
  return (
    ordered.findLast(({ factId }) => causes.has(factId)) ??
    ordered.findLast(({ attributes }) => attributes.deal !== undefined) ??
    ordered.at(-1) ??
    null
  );
}

function earningFact(
  row: PayingFactRow,
  { versions, previewed }: Pick<Settling, "versions" | "previewed">,
): EarningFact {
  const isPreviewed = previewed !== undefined && row.occurredOn >= previewed.from;
  const program = isPreviewed ? previewed.program : versions.get(versionText(row));
  if (program === undefined) throw new Error(`Version ${row.programVersion} of ${row.program} is not known yet`);
  return earningFactOf(row, program);
}
