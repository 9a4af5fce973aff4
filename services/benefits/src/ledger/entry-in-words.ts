import type { Program } from "@tiergraph/program/document/program";
import { moneyOf, parseExact, ZERO } from "@tiergraph/program/exact";
import { percentIn, titleOf } from "@tiergraph/program/words";
import { asDay, DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import { entryMessages } from "./entry.messages.js";
import type { RewardEntryRow } from "./ledger.store.js";

/**
 * How an entry of a rule came about, for who reads a program in its language. The stored sentence is English and stands as
 * it was hashed; in other languages it is said anew of what the entry holds, with less detail.
 */
export function entryInWords(row: RewardEntryRow, program: Program | null): string {
  const { kind, currency, tier, rate, baseMinor, amountMinor } = row;
  if (program === null || program.language === DEFAULT_LANGUAGE) return row.explanation;
  const { language } = program;
  const money = (minor: bigint) => moneyOf({ minor: minor < 0n ? -minor : minor, currency });
  const values = {
    rule: ruleTitle(program, row.rule ?? ""),
    amount: money(row.accruedMinor ?? amountMinor),
    day: asDay(row.occurredOn),
  };
  switch (kind) {
    case "REBATE_ACCRUED":
      return entryMessages.rebate(language, {
        ...values,
        rate: percentIn(language, parseExact(rate ?? "0") ?? ZERO),
        base: money(baseMinor ?? 0n),
        tier: titleOf(program, tier ?? ""),
      });
    case "BONUS_ACCRUED":
      return entryMessages.bonus(language, values);
    case "SPIFF_ACCRUED":
      return entryMessages.spiff(language, values);
    case "CLAWED_BACK":
      return entryMessages.clawedBack(language, values);
    case "REBATE_CORRECTED":
    case "BONUS_CORRECTED":
    case "SPIFF_CORRECTED":
      return entryMessages[(row.accruedMinor ?? amountMinor) < 0n ? "less" : "more"](language, values);
    default:
      return row.explanation;
  }
}

const ruleTitle = ({ rebates, bonuses, spiffs }: Program, rule: string): string =>
  [...rebates, ...bonuses, ...spiffs].find(({ name }) => name === rule)?.title ?? rule;
