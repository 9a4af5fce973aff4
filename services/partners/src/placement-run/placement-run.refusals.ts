import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_PARTNERS_NAMED = 250;
/** Well below the time that a gateway gives a subgraph. */
export const MAX_WAIT_SECONDS = 8;

export const placementRefusals = refusalTable({
  NoProgramInForce: { at: [], message: "No program is in force: publish one first." },
  DayInFuture: {
    at: ["asOf"],
    message: ({ today }: { today: string }) => `The day is after today, ${today}.`,
    meaning: "The day is after today (UTC).",
  },
  PartnersUnknown: {
    code: "PARTNER_NOT_FOUND",
    at: ["partnerIds"],
    message: ({ partnerIds }: { partnerIds: readonly string[] }) => `There is no partner ${partnerIds.join(", ")}.`,
    meaning: "One of the partners does not exist.",
  },
  TooManyPartners: {
    at: ["partnerIds"],
    message: `At most ${MAX_PARTNERS_NAMED} partners can be named; leave them out to place everyone.`,
  },
  WaitTooLong: {
    at: ["waitSeconds"],
    message: `An answer waits for 0 to ${MAX_WAIT_SECONDS} seconds; ask placementRun for longer runs.`,
  },
});
export type PlacementRefusal = RefusalOf<typeof placementRefusals>;
