import type { Transaction } from "@tiergraph/kit/database/database";
import { isUuid } from "@tiergraph/kit/values/ids";
import { isText } from "@tiergraph/kit/values/text";
import { type FactKeyRow, type FactRow, lockFactKeys } from "../fact/fact.store.js";
import { keyOf } from "../fact/fact-key.js";
import { rowsAround } from "../fact/rows-around.js";
import type { WantedCorrection } from "./settle-corrections.js";

/** Holds the keys of what corrections name, and reads what is known around it. */
export async function heldForCorrection(
  tx: Transaction,
  wanted: readonly WantedCorrection[],
): Promise<{ readonly keys: readonly FactKeyRow[]; readonly known: readonly FactRow[] }> {
  const named = wanted.filter(({ key }) => isText(key.externalId) && isUuid(key.partnerId));
  const refunded = named.flatMap(({ replacement }) =>
    replacement?.kind === "Sound" && replacement.content.refundsDeal !== null
      ? { family: "deal", externalId: replacement.content.refundsDeal }
      : [],
  );
  const asked = [...named.map(({ key }) => key), ...refunded];
  const keys = await lockFactKeys(tx, [...new Map(asked.map((key) => [keyOf(key), key])).values()]);
  const touched = named.map(({ key, replacement }) => ({
    ...key,
    refundsDeal: replacement?.kind === "Sound" ? replacement.content.refundsDeal : null,
  }));
  return { keys, known: await rowsAround(tx, touched, { keys, corrected: true }) };
}
