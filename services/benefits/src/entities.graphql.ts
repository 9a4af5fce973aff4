import "@tiergraph/kit/subgraph/metadata";
import { viewerEntity } from "@tiergraph/kit/identity/viewer-permissions.graphql";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { policy } from "./policy.js";

// The entities of other subgraphs that this one extends: what it knows of each is its key.

export const Partner = entityStub("Partner", { id: field.id() });
export type Partner = InstanceType<typeof Partner>;

export const Tier = entityStub("Tier", { id: field.id() });
export type Tier = InstanceType<typeof Tier>;

export const Deal = entityStub("Deal", { id: field.id() });
export type Deal = InstanceType<typeof Deal>;

export const { Viewer, viewerNode } = viewerEntity(policy, [
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
