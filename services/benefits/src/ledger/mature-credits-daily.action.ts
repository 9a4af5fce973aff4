import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { findProgramInForce } from "../program/index.js";
import { appendEntries, openBooks } from "./append-entries.tx.js";
import { findPartnersDue } from "./credit.store.js";
import { creditsDue } from "./credits-due.tx.js";

/** Partners whose books are brought up to date in one transaction. */
const BATCH = 200;

/** Once a day: what was pending long enough is earned, and what was not redeemed in time lapses. Safe to repeat. */
export const keepUpDaily = (db: Database, clock: Clock) => async (): Promise<void> => {
  const now = clock.now();
  const system = systemViewer("benefits");
  for (let after: string | null = null; ; ) {
    const due: { partnerId: string }[] = await findPartnersDue(db.readAs(system), {
      today: dayOf(now),
      after,
      limit: BATCH,
    });
    const partnerIds = due.map(({ partnerId }) => partnerId);
    const last = partnerIds.at(-1);
    if (last === undefined) return;
    await db.transact(system, async (tx) => {
      const program = await findProgramInForce(tx);
      if (program === null) return;
      const mirrors = await lockPartnerMirrors(tx, partnerIds);
      const books = await openBooks(tx, partnerIds);
      await appendEntries(tx, mirrors, await creditsDue(tx, { books, partnerIds, program, now }));
    });
    after = last;
  }
};
