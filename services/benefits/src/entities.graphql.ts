import "@tiergraph/kit/subgraph/metadata";
import type { Viewer as Asking } from "@tiergraph/kit/identity/viewer";
import { viewerPermissions } from "@tiergraph/kit/identity/viewer-permissions.graphql";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { policy } from "./policy.js";

// The entities of other subgraphs that this one extends: what it knows of each is its key.

export const Partner = entityStub("Partner", { id: field.id() });
export type Partner = InstanceType<typeof Partner>;

export const Tier = entityStub("Tier", { id: field.id() });
export type Tier = InstanceType<typeof Tier>;

export const Deal = entityStub("Deal", { id: field.id() });
export type Deal = InstanceType<typeof Deal>;

const permissions = viewerPermissions(policy, [
  "redeem rewards",
  "decide redemptions",
  "pay out",
  "read the books",
  "register deals",
  "decide registrations",
  "claim benefits",
  "decide claims",
  "request funds",
  "decide funds",
]);
export const Viewer = entityStub("Viewer", { id: field.id(), ...permissions.fields });
/** Who asks, for any id. */
export const viewerNode = (id: string, viewer: Asking) => ({ id, ...permissions.valuesOf(viewer) });
