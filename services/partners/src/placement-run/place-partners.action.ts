import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import { findPartners } from "../partner/index.js";
import { findProgramInForceOn } from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";
import type { PlacementRunRow } from "./placement-run.entity.js";
import {
  MAX_PARTNERS_NAMED,
  MAX_WAIT_SECONDS,
  type PlacementRefusal,
  placementRefusals,
} from "./placement-run.refusals.js";
import { startPlacement } from "./start-placement.tx.js";

export interface PlacePartners {
  readonly asOf: string;
  /** Everyone where left out. */
  readonly partnerIds?: readonly string[] | null;
  /** How long the caller will wait for the run's end; it goes on in any case. */
  readonly waitSeconds: number;
}

type PlacementStartOutcome = { readonly kind: "PlacementStarted"; readonly run: PlacementRunRow } | PlacementRefusal;

/** Starts to place partners as of a day: what is decided holds from that day on. */
export const placePartners =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  async (viewer: Viewer, request: PlacePartners): Promise<PlacementStartOutcome> => {
    const startedAt = clock.now();
    const today = dayOf(startedAt);
    if (request.waitSeconds < 0 || request.waitSeconds > MAX_WAIT_SECONDS) return placementRefusals.WaitTooLong();
    if ((request.partnerIds?.length ?? 0) > MAX_PARTNERS_NAMED) return placementRefusals.TooManyPartners();
    if (request.asOf > today) return placementRefusals.DayInFuture({ today });
    return db.transact(viewer, async (tx) => {
      const version = await findProgramInForceOn(tx, request.asOf);
      if (version === null) return placementRefusals.NoProgramInForce();
      const partnerIds = request.partnerIds == null ? undefined : [...new Set(request.partnerIds)];
      if (partnerIds !== undefined) {
        const known = new Set((await findPartners(tx, partnerIds.filter(isUuid))).map(({ partnerId }) => partnerId));
        const unknown = partnerIds.filter((partnerId) => !known.has(partnerId));
        if (unknown.length > 0) return placementRefusals.PartnersUnknown({ partnerIds: unknown });
      }
      const start = { reason: "ON_DEMAND" as const, asOf: request.asOf, startedAt, version, partnerIds };
      return { kind: "PlacementStarted", run: await startPlacement(tx, publish, start) };
    });
  };
