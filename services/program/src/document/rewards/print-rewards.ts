import { compare, ONE, type Rational } from "../../exact/index.js";
import { printNarrowing } from "../facts/index.js";
import {
  byName,
  days,
  months,
  type Plain,
  printFactor,
  printNumber,
  printPercent,
  withoutEmpty,
} from "../notation/index.js";
import { printAudience } from "../requirements/index.js";
import { NO_LEDGER_TERMS } from "./parse-ledger-terms.js";
import type {
  Bonus,
  Ceiling,
  FirstFacts,
  Fund,
  Gate,
  LedgerTerms,
  Rebate,
  RewardSections,
  RuleCommon,
  Spiff,
  Target,
} from "./reward.js";

/** The sections about rewards, in canonical order. */
export function printRewards(program: RewardSections): Plain {
  return {
    rebates: byName(program.rebates, printRebate),
    bonuses: byName(program.bonuses, printBonus),
    spiffs: byName(program.spiffs, printSpiff),
    funds: byName(program.funds, printFund),
    ceilings: byName(program.ceilings, printCeiling),
    ledger: printLedgerTerms(program.ledger),
  };
}

const printRule = ({ title, source, audience, netOf, monthsFromFirstDeal, gate, why }: RuleCommon): Plain => ({
  title,
  of: source.kinds,
  ...printNarrowing(source),
  ...printAudience(audience),
  "net-of": netOf,
  "from-first-deal": monthsFromFirstDeal && months(monthsFromFirstDeal),
  gate: gate && printGate(gate),
  why,
});

const printGate = ({ tier, heldMonths, heldSince, notDemotedMonths }: Gate): Plain =>
  withoutEmpty({
    tier,
    "held-for": heldMonths && months(heldMonths),
    "held-since": heldSince,
    "not-demoted-for": notDemotedMonths && months(notDemotedMonths),
  });

function printRebate(rebate: Rebate): Plain {
  const { rateByTier, bands, accelerators, caps, first } = rebate;
  const rate =
    bands === null
      ? new Map([...rateByTier].map(([tier, share]) => [tier, printPercent(share)]))
      : new Map(
          [...bands.byTier].map(([tier, list]) => [
            tier,
            new Map(list.map(({ from, rate: share }) => [printNumber(from), printPercent(share)])),
          ]),
        );
  return withoutEmpty({
    ...printRule(rebate),
    rate,
    bands: bands?.method,
    "bands-by": bands?.by === "quantity" ? bands.by : null,
    over: bands?.over,
    accelerators: accelerators.map(({ above, over, times }) => ({
      above: printNumber(above),
      over,
      times: printFactor(times),
    })),
    caps: caps.map(({ most, per, by }) => withoutEmpty({ "at-most": printNumber(most), per, by })),
    first: printFirst(first),
  });
}

const printFirst = (first: FirstFacts | null): Plain | null => first && { count: first.count, per: first.per };

function printBonus(bonus: Bonus): Plain {
  const { of, ...rule } = printRule(bonus);
  const { add, over, targets, prorate } = bonus;
  return withoutEmpty({
    ...(add === "count" ? { count: of } : { sum: add, of }),
    ...rule,
    over,
    targets:
      targets instanceof Map
        ? new Map([...targets].map(([tier, list]) => [tier, printTargets(list)]))
        : printTargets(targets as readonly Target[]), // A list where it is no map.
    prorate,
  });
}

const printTargets = (targets: readonly Target[]): Map<unknown, unknown> =>
  new Map(targets.map(({ at, pays }) => [printNumber(at), printNumber(pays)]));

function printSpiff(spiff: Spiff): Plain {
  const { pays, first } = spiff;
  return withoutEmpty({
    ...printRule(spiff),
    pays:
      pays instanceof Map
        ? new Map([...pays].map(([tier, pay]) => [tier, printNumber(pay)]))
        : printNumber(pays as Rational), // A number where it is no map.
    first: printFirst(first),
  });
}

function printFund({ title, why, over, budget, allocation, reimburses, claimWithinDays }: Fund): Plain {
  return withoutEmpty({
    title,
    over,
    budget: printNumber(budget),
    allocates: printAllocation(allocation),
    reimburses: compare(reimburses, ONE) === 0 ? null : printPercent(reimburses),
    "claim-within": claimWithinDays === 0 ? null : days(claimWithinDays),
    why,
  });
}

function printAllocation(allocation: Fund["allocation"]): unknown {
  switch (allocation.kind) {
    case "discretion":
      return "discretion";
    case "by-tier":
      return new Map([...allocation.byTier].map(([tier, sum]) => [tier, printNumber(sum)]));
    case "accrual": {
      const { source, rate } = allocation;
      return withoutEmpty({ of: source.kinds, ...printNarrowing(source), rate: printPercent(rate) });
    }
  }
}

function printCeiling({ title, why, of, each, over, most, beyond, alertAt }: Ceiling): Plain {
  return withoutEmpty({
    title,
    of,
    each,
    over,
    [most.unit === "money" ? "at-most" : "times"]: printNumber(most.value),
    beyond,
    "alert-at": alertAt && printPercent(alertAt),
    why,
  });
}

function printLedgerTerms(terms: LedgerTerms): Plain | null {
  if (terms === NO_LEDGER_TERMS) return null;
  const { refundWindowDays, expiresAfterMonths, renewal, minimumPayout, approvalFrom, accountCodes } = terms;
  return withoutEmpty({
    "refund-window": refundWindowDays === 0 ? null : days(refundWindowDays),
    "expires-after": expiresAfterMonths && months(expiresAfterMonths),
    renewal: renewal && { tiers: renewal.tiers, by: months(renewal.months), times: renewal.times },
    "minimum-payout": minimumPayout && printNumber(minimumPayout),
    "approval-from": approvalFrom && printNumber(approvalFrom),
    accounts: accountCodes,
  });
}
