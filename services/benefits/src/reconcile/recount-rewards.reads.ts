import type { Queryable } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { type EarningFact, rewardsOf } from "@tiergraph/program/reward";
import type { PartnerMirrorRow } from "../partner-mirror/index.js";
import { earningFactOf } from "../paying-fact/index.js";
import { versionText } from "../program/index.js";
import { listAllPayingFacts, listAllPeriods, sumAllGiven } from "./recount.store.js";

/** What a partner was given for something against what the facts come to; amounts in minor units of `currency`. */
export interface RewardDifference {
  readonly rule: string;
  readonly subject: string;
  readonly currency: string;
  readonly expectedMinor: bigint;
  readonly givenMinor: bigint;
}

/**
 * Works out anew all that a partner's facts earn, from its facts, its tiers and the rules alone, and checks what was
 * given against it. Facts of days on which a tier was held that their version does not name stay as they were settled.
 *
 * @param versions programs by `versionText`
 */
export async function recountRewards(
  db: Queryable,
  standing: PartnerMirrorRow,
  versions: ReadonlyMap<string, Program>,
): Promise<RewardDifference[]> {
  const { partnerId, tracks, region, country } = standing;
  const rows = await listAllPayingFacts(db, partnerId);
  const tiers = (await listAllPeriods(db, partnerId)).map(({ fromOn, tier }) => ({
    from: knownCalendarDate(fromOn),
    tier,
  }));
  const all = rows.map((row): EarningFact => {
    const program = versions.get(versionText(row));
    if (program === undefined) throw new Error(`Version ${row.programVersion} of ${row.program} is not known`);
    return earningFactOf(row, program);
  });
  const isJudged = ({ fact, program }: EarningFact) => {
    const tier = tiers.findLast(({ from }) => from <= fact.on)?.tier;
    return tier === undefined || program.tiers.some(({ name }) => name === tier);
  };
  const judged = all.filter(isJudged);
  const settled = all.filter((one) => !isJudged(one));
  const left = new Set(settled.map(({ fact }) => fact.id));
  // A bonus adds up facts of a period: where some of them are left as they were, so is it.
  const isLeft = (subject: string) => left.has(subject) || (left.size > 0 && subject.includes(" "));
  const owed = rewardsOf({ partner: { tracks, region, country }, facts: judged, settled, tiers });
  const expected = new Map(
    owed.map(({ rule, subject, amountMinor, program }) => [
      keyOf({ rule, subject }),
      { rule, subject, amountMinor, currency: program.currency },
    ]),
  );
  const given = await sumAllGiven(db, partnerId);
  const differing = given.map((row): RewardDifference => {
    const due = expected.get(keyOf(row));
    expected.delete(keyOf(row));
    const { rule, subject, currency, givenMinor } = row;
    return { rule, subject, currency, givenMinor, expectedMinor: due?.amountMinor ?? 0n };
  });
  const missing = [...expected.values()].map(
    ({ rule, subject, currency, amountMinor }): RewardDifference => ({
      rule,
      subject,
      currency,
      givenMinor: 0n,
      expectedMinor: amountMinor,
    }),
  );
  return [...differing, ...missing].filter(
    ({ subject, expectedMinor, givenMinor }) => expectedMinor !== givenMinor && !isLeft(subject),
  );
}

const keyOf = ({ rule, subject }: { rule: string; subject: string }): string => `${rule} ${subject}`;
