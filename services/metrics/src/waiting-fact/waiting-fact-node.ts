import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { WaitingFactRow } from "./waiting-fact.entity.js";

export const waitingFactOf = ({ partnerId, waitingId, report, ...row }: WaitingFactRow) => ({
  id: encodeOwnedId({ partnerId, id: waitingId }),
  state: row.state,
  partner: { id: partnerId },
  kindName: report.kind,
  externalId: row.externalId,
  code: row.code,
  message: row.message,
  deal: row.deal,
  on: report.on ?? null,
  amount: report.amount ?? null,
  currency: report.currency ?? null,
  reportedAt: row.reportedAt,
  endedAt: row.endedAt,
  note: row.note,
});
