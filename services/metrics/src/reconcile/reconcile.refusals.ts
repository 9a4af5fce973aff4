import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const rebuildRefusals = refusalTable({
  PartnersInvalid: {
    at: ["partnerIds"],
    message: ({ limit }: { limit: number }) => `Expected are ids of 1 to ${limit} partners.`,
    meaning: "Expected are ids of 1 to 1,000 partners.",
  },
});
export type RebuildRefusal = RefusalOf<typeof rebuildRefusals>;
