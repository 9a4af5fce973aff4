import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const contentRefusals = refusalTable("content", {
  /** By the path and the words of what is wrong first. */
  ContentInvalid: {
    at: ({ path }: { path: readonly string[]; because: string }) => path,
    message: "{because}",
    values: ({ because }: { path: readonly string[]; because: string }) => ({ because }),
    meaning:
      "Something of the piece is out of bounds or not known to the program; `field` says where, the message what.",
  },
  ContentUnknown: { code: "CONTENT_NOT_FOUND", at: ["name"], message: "There is no such piece." },
  VersionUnknown: { at: ["version"], message: "There is no such version of it." },
  DayInvalid: { at: ["freshUntil"], message: "It would be stale already." },
  NoProgramInForce: { at: [], message: "Publish a program first." },
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
});
export type ContentRefusal = RefusalOf<typeof contentRefusals>;
