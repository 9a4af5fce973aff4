import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { asDay } from "@tiergraph/schema/messages";

export const MAX_PARTNERS_NAMED = 250;
/** Well below the time that a gateway gives a subgraph. */
export const MAX_WAIT_SECONDS = 8;

export const placementRefusals = refusalTable("placement", {
  NoProgramInForce: { at: [], message: "No program is in force: publish one first." },
  DayInFuture: {
    at: ["asOf"],
    message: "The day is after today, {today}.",
    values: ({ today }: { today: string }) => ({ today: asDay(today) }),
    meaning: "The day is after today (UTC).",
  },
  PartnersUnknown: {
    code: "PARTNER_NOT_FOUND",
    at: ["partnerIds"],
    message: "There is no partner {partnerIds}.",
    values: ({ partnerIds }: { partnerIds: readonly string[] }) => ({ partnerIds: partnerIds.join(", ") }),
    meaning: "One of the partners does not exist.",
  },
  TooManyPartners: {
    at: ["partnerIds"],
    message: "At most {maxPartnersNamed} partners can be named; leave them out to place everyone.",
    values: { maxPartnersNamed: MAX_PARTNERS_NAMED },
  },
  WaitTooLong: {
    at: ["waitSeconds"],
    message: "An answer waits for 0 to {maxWaitSeconds} seconds; ask placementRun for longer runs.",
    values: { maxWaitSeconds: MAX_WAIT_SECONDS },
  },
});
export type PlacementRefusal = RefusalOf<typeof placementRefusals>;
