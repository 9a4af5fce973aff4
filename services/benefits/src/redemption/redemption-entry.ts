import { formatMinorUnits } from "@tiergraph/program/exact";
import { type LedgerEntry, type Movement, OF_NO_RULE } from "../ledger/index.js";
import type { RedemptionRow } from "./redemption.entity.js";

type RedemptionKind = "REDEMPTION_REQUESTED" | "REDEMPTION_RETURNED" | "REDEMPTION_PAID";

/** What the ledger says of a redemption's step. */
export function redemptionEntry(
  kind: RedemptionKind,
  redemption: Pick<
    RedemptionRow,
    | "partnerId"
    | "redemptionId"
    | "program"
    | "programVersion"
    | "currency"
    | "amountMinor"
    | "externalReference"
    | "reason"
  >,
  given: { movement: Movement; actor: string; today: string; recordedAt: Date; newId: () => string },
): LedgerEntry {
  const { partnerId, program, programVersion, currency, redemptionId } = redemption;
  const { movement, actor, today, recordedAt, newId } = given;
  return {
    partnerId,
    transactionId: newId(),
    kind,
    occurredOn: today,
    recordedAt,
    program,
    programVersion,
    currency,
    ...OF_NO_RULE,
    actor,
    reference: redemptionId,
    explanation: inWords(kind, redemption),
    ...movement,
  };
}

function inWords(
  kind: RedemptionKind,
  { amountMinor, currency, externalReference, reason }: Parameters<typeof redemptionEntry>[1],
): string {
  const amount = formatMinorUnits(amountMinor, currency);
  switch (kind) {
    case "REDEMPTION_REQUESTED":
      return `${amount} are set apart for payout, those that expire first before others.`;
    case "REDEMPTION_PAID":
      return `${amount} were paid out${externalReference === null ? "" : `, reference ${externalReference}`}.`;
    case "REDEMPTION_RETURNED":
      return `${amount} were not paid out and are back in the account${reason === null ? "" : `: ${reason}`}.`;
  }
}
