import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { readsMeasuresOf } from "../policy.js";

/** A partner by id; null for one whose measures the viewer may not read. */
export const partnerReads = ({ viewer }: ReadParts) => ({
  partner: (id: string) => (readsMeasuresOf(viewer)(id) ? { id } : null),
});
export type PartnerReads = ReturnType<typeof partnerReads>;
