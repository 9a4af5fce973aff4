import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { WaitingFactRow } from "./waiting-fact.entity.js";

export const waitingFactOf = ({ partnerId, waitingId, report, note, ...row }: WaitingFactRow) => ({
  id: encodeOwnedId("WaitingFact", { partnerId, id: waitingId }),
  partner: { id: partnerId },
  kindName: report.kind,
  on: report.on ?? null,
  amount: report.amount ?? null,
  currency: report.currency ?? null,
  reason: note,
  ...row,
});
