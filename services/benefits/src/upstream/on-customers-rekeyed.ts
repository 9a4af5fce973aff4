import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { isFirstDelivery } from "@tiergraph/kit/jobs/handled-event";
import type { Clock } from "@tiergraph/kit/process/clock";
import type { EventOf } from "@tiergraph/schema/events";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { listProgramVersions } from "../program/index.js";
import { FIRST_DAY } from "../reconcile/index.js";
import { followDeals, listFollowedDeals } from "../registration/index.js";
import { settlePartners } from "../reward/index.js";

/**
 * Judges anew what follows from which customers are the same: what partners earned where first deals pay, and what their
 * deals did to registrations. Doing it again changes nothing.
 */
export const onCustomersRekeyed =
  (db: Database, clock: Clock) =>
  (event: EventOf<"CustomersRekeyed">): Promise<void> =>
    db.transact(systemViewer("benefits"), async (tx) => {
      if (!(await isFirstDelivery(tx, "benefits", event))) return;
      const mirrors = await lockPartnerMirrors(tx, event.partnerIds);
      const programs = (await listProgramVersions(tx)).map(({ document }) => document);
      const paysFirstDeals = programs.some(({ rebates, bonuses, spiffs }) =>
        [...rebates, ...bonuses, ...spiffs].some(({ monthsFromFirstDeal }) => monthsFromFirstDeal !== null),
      );
      if (paysFirstDeals) {
        const affected = mirrors.map(({ partnerId }) => ({
          partnerId,
          since: FIRST_DAY,
          factIds: [],
          days: [],
          deals: [],
        }));
        await settlePartners(tx, { mirrors, affected, now: clock.now() });
      }
      await followDeals(tx, await listFollowedDeals(tx, event.partnerIds), clock.now());
    });
