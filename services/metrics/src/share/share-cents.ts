import type { FactPlace, FactRow, KnownFacts } from "../fact/index.js";
import { splitWhole } from "./split-whole.js";
import { wholeOf } from "./whole-of.js";

/** Kinds whose amount is still an estimate: each partner may see another. */
const ESTIMATES: ReadonlySet<string> = new Set(["deal.open", "deal.lost"]);
export const isEstimate = ({ kind }: Pick<FactRow, "kind">): boolean => ESTIMATES.has(kind);

/**
 * The facts of a shared key whose amount has to change by a cent, since another share came, went or changed: together
 * they come to the whole. Those of closed periods stay as they were: the others make up for their cents.
 */
export function sharesToChange(
  known: KnownFacts,
  key: Pick<FactPlace, "family" | "externalId">,
  isClosed: (row: FactRow) => boolean,
): FactRow[] {
  const parts = known.partsOf(key);
  const rows = parts.flatMap(({ partnerId }) => {
    const row = known.latest({ ...key, partnerId });
    return row === null || row.isVoid || isEstimate(row) || row.refundsDeal !== null ? [] : [row];
  });
  const [first] = rows;
  const wholeMinor = first === undefined ? null : wholeOf(first);
  if (wholeMinor === null) return [];
  const kept = new Map(rows.filter(isClosed).map((row) => [row.partnerId, row.amountMinor ?? 0n]));
  const split = splitWhole(wholeMinor, parts, kept);
  return rows.flatMap((row) => {
    const amountMinor = split.get(row.partnerId) ?? row.amountMinor;
    return amountMinor === row.amountMinor ? [] : [{ ...row, amountMinor }];
  });
}
