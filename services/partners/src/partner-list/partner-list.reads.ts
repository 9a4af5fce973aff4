import { noRows, type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { partnerNode } from "../partner/index.js";
import { policy } from "../policy.js";
import { programInForceFor } from "../program/index.js";
import { type ListedPartner, type PartnerOrderBy, partnerLists } from "./partner-list.store.js";
import { namesOfProgram, type PartnerFilterAsked, readFilter } from "./read-filter.js";

interface PartnersWanted extends PageRequest {
  readonly filter?: PartnerFilterAsked | null;
  readonly orderBy?: { readonly by: PartnerOrderBy; readonly direction: "ASC" | "DESC" } | null;
}

const BY_NAME = { by: "NAME", direction: "ASC" } as const;

export function partnerListReads({ reader, viewer, cursors, language }: ReadParts) {
  const seesPartners = policy.permits(viewer, "read partners");
  const seesCohorts = policy.permits(viewer, "read cohorts");
  return {
    partners: async ({ filter, orderBy, ...request }: PartnersWanted) => {
      const { by, direction } = orderBy ?? BY_NAME;
      const asked = filter ?? {};
      const needsProgram = by === "TIER" || namesOfProgram(asked);
      const program = needsProgram ? ((await programInForceFor(reader, { viewer, language }))?.program ?? null) : null;
      const query = {
        ...readFilter(asked, program),
        cohort: asked.cohort ?? null,
        isWhole: policy.permits(viewer, "read withheld measures"),
        ladder: program?.tiers.map(({ name }) => name) ?? [],
      };
      const isVisible = seesPartners && (query.cohort === null || seesCohorts);
      return readPage(cursors, viewer, {
        list: `partners:${JSON.stringify([asked, by, direction])}`,
        request,
        rows: isVisible ? partnerLists[by][direction].of(reader, query) : noRows<ListedPartner>(),
        nodeOf: ({ place: _, ...row }) => partnerNode(row),
      });
    },
  };
}
export type PartnerListReads = ReturnType<typeof partnerListReads>;
