import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import { newId } from "@tiergraph/kit/values/ids";
import type { EventOf } from "@tiergraph/schema/events";
import {
  addGroup,
  addToGroup,
  type DuplicateRow,
  type FactOfGroup,
  findAlike,
  findDistinct,
  findOpenGroups,
  lockGroups,
  putDuplicateState,
  removeFromGroup,
} from "./duplicate.store.js";
import { groupAlike } from "./group-alike.js";

/**
 * Puts before a person what several partners report alike; nothing is dropped by itself. Deals that were taken back or
 * corrected leave their group, and a group of one is closed.
 */
export const noteDuplicates =
  (db: Database) =>
  (event: EventOf<"FactsRecorded">): Promise<void> =>
    db.transact(systemViewer("metrics"), async (tx) => {
      if (!(await isFirstDelivery(tx, "metrics", event))) return;
      const at = new Date(event.at);
      const changed = event.facts.filter(({ kind, revision }) => kind === "deal.won" && revision > 1);
      if (changed.length > 0) await leaveGroups(tx, changed, at);
      const won = event.facts.filter(
        ({ kind, customer, isGone }) => kind === "deal.won" && customer !== null && !isGone,
      );
      const pairs = won.length === 0 ? [] : await findAlike(tx, won);
      if (pairs.length === 0) return;
      await lockGroups(tx);
      const facts = pairs.flatMap(({ partnerId, factId, otherPartnerId, otherFactId }) => [
        { partnerId, factId },
        { partnerId: otherPartnerId, factId: otherFactId },
      ]);
      for (const group of groupAlike(pairs, await findDistinct(tx, facts))) await putGroup(tx, group, at);
    });

/** Adds facts that look alike to the open group that one of them is in, or to a new one; groups that they join become one. */
async function putGroup(tx: Transaction, facts: readonly FactOfGroup[], foundAt: Date): Promise<void> {
  const [open, ...others] = await findOpenGroups(tx, facts);
  const duplicateId = open?.duplicateId ?? newId();
  if (open === undefined) await addGroup(tx, { duplicateId, foundAt });
  for (const other of others) await close(tx, other, foundAt);
  const known = new Set((open?.facts ?? []).map(keyOf));
  const joining = [...others.flatMap((other) => other.facts), ...facts].filter((fact) => !known.has(keyOf(fact)));
  const distinct = [...new Map(joining.map((fact) => [keyOf(fact), fact])).values()];
  await addToGroup(
    tx,
    duplicateId,
    distinct.map((fact, index) => ({ ...fact, place: known.size + index })),
  );
}

async function leaveGroups(tx: Transaction, facts: readonly FactOfGroup[], at: Date): Promise<void> {
  const changed = new Set(facts.map(keyOf));
  for (const group of await findOpenGroups(tx, facts)) {
    await removeFromGroup(
      tx,
      group.duplicateId,
      group.facts.filter((fact) => changed.has(keyOf(fact))),
    );
    if (group.facts.filter((fact) => !changed.has(keyOf(fact))).length < 2) await close(tx, group, at);
  }
}

const close = (tx: Transaction, { duplicateId }: DuplicateRow, at: Date): Promise<unknown[]> =>
  putDuplicateState(tx, { duplicateId, state: "CLOSED", decidedAt: at, decidedBy: "system", note: null });

const keyOf = ({ partnerId, factId }: FactOfGroup): string => `${partnerId} ${factId}`;
