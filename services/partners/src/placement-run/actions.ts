import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { placePartners } from "./place-partners.action.js";

export const placementRunActions = ({ db, publish, clock }: PartnersActionParts) => ({
  placePartners: placePartners(db, publish, clock),
});
export type PlacementRunActions = BoundActions<ReturnType<typeof placementRunActions>>;
