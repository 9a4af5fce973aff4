import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import { publishedProgram } from "@tiergraph/program/document/program";
import type { EventOf } from "@tiergraph/schema/events";
import { listProgramVersions } from "../program/program.store.js";
import { FIRST_DAY } from "../reconcile/settle-ledgers.action.js";
import { settleIn } from "../reward/settle-in.js";
import { lockStandings } from "../standing/standing.store.js";
import { followDealsIn } from "./follow-deals-in.js";
import { listFollowedDeals } from "./registration-conflict.store.js";

/**
 * Judges anew what follows from which customers are the same: what partners earned where first deals pay, and what their
 * deals did to registrations. Doing it again changes nothing.
 */
export const followCustomers =
  (db: Database, clock: Clock) =>
  (event: EventOf<"CustomersRekeyed">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      const standings = await lockStandings(tx, event.partnerIds);
      const programs = (await listProgramVersions(tx)).map(({ source }) => publishedProgram(source));
      const paysFirstDeals = programs.some(({ rebates, bonuses, spiffs }) =>
        [...rebates, ...bonuses, ...spiffs].some(({ monthsFromFirstDeal }) => monthsFromFirstDeal !== null),
      );
      if (paysFirstDeals) {
        const affected = standings.map(({ partnerId }) => ({
          partnerId,
          since: FIRST_DAY,
          factIds: [],
          days: [],
          deals: [],
        }));
        await settleIn(tx, { standings, affected, now: clock.now() });
      }
      await followDealsIn(tx, await listFollowedDeals(tx, event.partnerIds), clock.now());
    });
