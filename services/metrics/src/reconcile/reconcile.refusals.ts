import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const rebuildRefusals = refusalTable("rollups", {
  PartnersInvalid: {
    at: ["partnerIds"],
    message: "Expected are ids of 1 to {limit} partners.",
    values: ({ limit }: { limit: number }) => ({ limit }),
    meaning: "Expected are ids of 1 to 1,000 partners.",
  },
});
export type RebuildRefusal = RefusalOf<typeof rebuildRefusals>;
