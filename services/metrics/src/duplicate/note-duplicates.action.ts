import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { newId } from "@tiergraph/kit/values/ids";
import type { EventOf } from "@tiergraph/schema/events";
import { familyOf } from "../fact/index.js";
import {
  addGroups,
  addToGroups,
  closeGroups,
  type DuplicateRow,
  type FactOfGroup,
  findAlike,
  findDistinct,
  findOpenGroups,
  lockGroups,
  removeFromGroups,
} from "./duplicate.store.js";
import { groupAlike, keyOf } from "./group-alike.js";

/**
 * Puts before a person what several partners report alike; nothing is dropped automatically. Deals that were taken back
 * or corrected leave their group, and a group of one is closed. A fixed number of statements for any batch.
 */
export const noteDuplicates =
  (db: Database) =>
  (event: EventOf<"FactsRecorded">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const at = new Date(event.at);
      const changed = event.facts.filter(({ kind, revision }) => familyOf(kind) === "deal" && revision > 1);
      if (changed.length > 0) await leaveGroups(tx, changed, at);
      // The recorded facts are read, and not the event's: a later revision may have been handled before.
      const won = event.facts.filter(
        ({ kind, customer, isGone }) => kind === "deal.won" && customer !== null && !isGone,
      );
      const asked = [...won, ...changed.filter((fact) => !won.includes(fact))];
      if (asked.length === 0 || (await findAlike(tx, asked)).length === 0) return;
      await lockGroups(tx);
      // Asked again: what was corrected meanwhile has left its groups already, and is not to be put in one.
      const pairs = await findAlike(tx, asked);
      const facts = pairs.flatMap(({ partnerId, factId, otherPartnerId, otherFactId }) => [
        { partnerId, factId },
        { partnerId: otherPartnerId, factId: otherFactId },
      ]);
      const distinctFacts = [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()];
      const open = await findOpenGroups(tx, distinctFacts);
      const distinct = await findDistinct(tx, distinctFacts);
      const standing = open.map((group) => group.facts);
      await putGroups(tx, { groups: groupAlike(pairs, distinct, standing), open, at });
    });

/** Facts that look alike join the open group that one of them is in, or a new one; open groups that meet become the first. */
async function putGroups(
  tx: Transaction,
  { groups, open, at }: { groups: readonly FactOfGroup[][]; open: readonly DuplicateRow[]; at: Date },
): Promise<void> {
  const groupOf = new Map(open.flatMap((group) => group.facts.map((fact) => [keyOf(fact), group] as const)));
  const [added, met]: [string[], string[]] = [[], []];
  const joining = groups.flatMap((facts) => {
    const [first, ...others] = new Set(facts.flatMap((fact) => groupOf.get(keyOf(fact)) ?? []));
    const duplicateId = first?.duplicateId ?? newId();
    if (first === undefined) added.push(duplicateId);
    met.push(...others.map((other) => other.duplicateId));
    const known = new Set((first?.facts ?? []).map(keyOf));
    return facts
      .filter((fact) => !known.has(keyOf(fact)))
      .map((fact, index) => ({ ...fact, duplicateId, place: known.size + index }));
  });
  if (added.length > 0) await addGroups(tx, added, at);
  if (joining.length > 0) await addToGroups(tx, joining);
  if (met.length > 0) await closeGroups(tx, met, at);
}

async function leaveGroups(tx: Transaction, facts: readonly FactOfGroup[], at: Date): Promise<void> {
  const changed = new Set(facts.map(keyOf));
  await lockGroups(tx);
  const groups = await findOpenGroups(tx, facts);
  if (groups.length === 0) return;
  const leaving = groups.flatMap((group) =>
    group.facts.filter((fact) => changed.has(keyOf(fact))).map((fact) => ({ ...fact, duplicateId: group.duplicateId })),
  );
  await removeFromGroups(tx, leaving);
  const left = groups.filter((group) => group.facts.filter((fact) => !changed.has(keyOf(fact))).length < 2);
  if (left.length > 0)
    await closeGroups(
      tx,
      left.map(({ duplicateId }) => duplicateId),
      at,
    );
}
