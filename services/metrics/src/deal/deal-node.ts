import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { commonFieldsOf, type FactRow } from "../fact/index.js";
/** A deal's state by the kind of its fact. */
export const DEAL_STATES = { OPEN: "deal.open", WON: "deal.won", LOST: "deal.lost" } as const;
export type DealState = (typeof DEAL_STATES)[keyof typeof DEAL_STATES];

export const dealOf = (row: FactRow) => ({
  state: row.kind as DealState, // Loaded by these three kinds.
  openedOn: row.openedOn,
  closedOn: row.kind === DEAL_STATES.OPEN ? null : row.occurredOn,
  id: encodeOwnedId("Deal", { partnerId: row.partnerId, id: row.factId }),
  ...commonFieldsOf(row),
});
