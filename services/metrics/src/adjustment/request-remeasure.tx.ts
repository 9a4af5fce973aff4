import type { Transaction } from "@tiergraph/kit/database/database";
import { listPartnerPlaces } from "../partner/index.js";
import { findProgramInForce } from "../program/index.js";
import type { MetricsPublisher } from "../publisher.js";
import type { AdjustmentRow } from "./adjustment.entity.js";
import { holdsFor } from "./adjustments-of-partners.reads.js";

/** As many partners as one placement event has. */
const PARTNERS_PER_EVENT = 250;

/** Has the partners of an adjustment measured again, inside the transaction that changed it. */
export async function requestRemeasure(
  tx: Transaction,
  publish: MetricsPublisher,
  adjustment: AdjustmentRow,
): Promise<void> {
  const inForce = await findProgramInForce(tx);
  // What another program measures is measured when that is in force again.
  if (inForce?.program !== adjustment.program) return;
  const program = inForce.document;
  const partnerIds = (await listPartnerPlaces(tx))
    .filter((place) => holdsFor(adjustment, program, place))
    .map(({ partnerId }) => partnerId);
  for (let i = 0; i < partnerIds.length; i += PARTNERS_PER_EVENT)
    await publish(tx, "PartnersMeasurable", { partnerIds: partnerIds.slice(i, i + PARTNERS_PER_EVENT) });
}
