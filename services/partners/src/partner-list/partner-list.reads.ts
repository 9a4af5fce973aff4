import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { partnerNode } from "../partner/index.js";
import { policy } from "../policy.js";
import { partnerList } from "./partner-list.store.js";

interface PartnersWanted extends PageRequest {
  readonly filter?: {
    readonly code?: string | null;
    readonly tier?: string | null;
    readonly region?: string | null;
    readonly track?: string | null;
    readonly cohort?: string | null;
  } | null;
}

/** No cohort's name. */
const NO_COHORT = "";

export function partnerListReads({ reader, viewer, cursors }: ReadParts) {
  const seesCohorts = policy.permits(viewer, "read cohorts");
  return {
    partners: ({ filter, ...request }: PartnersWanted) =>
      readPage(cursors, viewer, {
        list: `partners:${JSON.stringify(filter ?? {})}`,
        request,
        rows: partnerList.of(reader, {
          code: filter?.code ?? null,
          tier: filter?.tier ?? null,
          region: filter?.region ?? null,
          track: filter?.track ?? null,
          cohort: filter?.cohort == null || seesCohorts ? (filter?.cohort ?? null) : NO_COHORT,
        }),
        nodeOf: partnerNode,
      }),
  };
}
export type PartnerListReads = ReturnType<typeof partnerListReads>;
