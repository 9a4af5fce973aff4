import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { readsTrainingOf } from "../policy.js";

/** A partner by id; null for one whose training the viewer may not read. */
export const partnerReads = ({ viewer }: ReadParts) => ({
  partner: (id: string) => (readsTrainingOf(viewer)(id) ? { id } : null),
});
export type PartnerReads = ReturnType<typeof partnerReads>;
