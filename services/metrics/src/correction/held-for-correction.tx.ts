import type { Transaction } from "@tiergraph/kit/database/database";
import { isUuid } from "@tiergraph/kit/values/ids";
import { isText } from "@tiergraph/kit/values/text";
import { type FactKeyRow, type FactRow, keyOf, lockFactKeys } from "../fact/index.js";
import { rowsAround } from "../recording/index.js";
import type { WantedCorrection } from "./settle-corrections.js";

/** Holds the keys of what corrections name, and reads what is known around it. */
export async function heldForCorrection(
  tx: Transaction,
  wanted: readonly WantedCorrection[],
): Promise<{ readonly keys: readonly FactKeyRow[]; readonly known: readonly FactRow[] }> {
  const named = wanted.filter(({ key }) => isText(key.externalId) && isUuid(key.partnerId));
  const own = await lockFactKeys(tx, distinct(named.map(({ key }) => key)));
  const replaced = named.flatMap(({ key, replacement }) =>
    replacement?.kind === "Sound"
      ? { ...key, refundsDeal: replacement.content.refundsDeal }
      : { ...key, refundsDeal: null },
  );
  const before = await rowsAround(tx, replaced, { keys: own, corrected: true });
  // A refund that is taken back or changes its amount changes what is left of its deal.
  const refunds = [...replaced, ...before].filter(({ refundsDeal }) => refundsDeal !== null);
  if (refunds.length === 0) return { keys: own, known: before };
  const ownKeys = new Set(own.map(keyOf));
  const deals = distinct(refunds.map(({ refundsDeal }) => ({ family: "deal", externalId: refundsDeal ?? "" })));
  const others = await lockFactKeys(
    tx,
    deals.filter((key) => !ownKeys.has(keyOf(key))),
  );
  const keys = [...own, ...others];
  return { keys, known: await rowsAround(tx, [...replaced, ...refunds], { keys, corrected: true }) };
}

const distinct = <Key extends { family: string; externalId: string }>(keys: readonly Key[]): Key[] => [
  ...new Map(keys.map((key) => [keyOf(key), key])).values(),
];
