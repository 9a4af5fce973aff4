import { loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { visibleTo } from "../policy.js";
import { findPartners, findPartnersByCode, type PartnerRow } from "./partner.store.js";

export const partnerNode = ({ partnerId, ...row }: PartnerRow) => ({ id: partnerId, ...row });
export type PartnerNode = ReturnType<typeof partnerNode>;

export const partnerReads = ({ reader, viewer }: ReadParts) => ({
  partner: loaderOfOne(
    async (ids: readonly string[]) => (await findPartners(reader, visibleTo(viewer)(ids))).map(partnerNode),
    ({ id }) => id,
    (id: string) => id,
  ),
  partnersOfCodes: async (codes: readonly string[]): Promise<PartnerNode[]> =>
    (await findPartnersByCode(reader, codes)).map(partnerNode),
});
export type PartnerReads = ReturnType<typeof partnerReads>;
