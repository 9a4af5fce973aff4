import { PortalDeals, PortalHome, PortalPath, PortalPeople, PortalRewards } from "@tiergraph/client/operations";

/** The screens of a portal: an operation each. */
export const SCREENS = [PortalHome, PortalPath, PortalRewards, PortalPeople, PortalDeals];
