import "@tiergraph/kit/subgraph/metadata";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";

// The entities of other subgraphs that this one extends: what it knows of each is its key.

export const Partner = entityStub("Partner", { id: field.id() });
export type Partner = InstanceType<typeof Partner>;

export const Tier = entityStub("Tier", { id: field.id() });
export type Tier = InstanceType<typeof Tier>;

export const Deal = entityStub("Deal", { id: field.id() });
export type Deal = InstanceType<typeof Deal>;
