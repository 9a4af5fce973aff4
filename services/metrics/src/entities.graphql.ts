import { viewerEntity } from "@tiergraph/kit/identity/viewer-permissions.graphql";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { policy } from "./policy.js";

// The entities of other subgraphs that this one extends: what it knows of each is its key.

export const Partner = entityStub("Partner", { id: field.id() });
export type Partner = InstanceType<typeof Partner>;

export const Person = entityStub("Person", { id: field.id() }, { isResolvable: false });
export type Person = InstanceType<typeof Person>;

export const NextStep = entityStub("NextStep", { id: field.id() });
export type NextStep = InstanceType<typeof NextStep>;

export const Cohort = entityStub("Cohort", {
  name: field.string(),
  memberIds: field.id().list().nullable().directive("@external"),
});
export type Cohort = InstanceType<typeof Cohort>;

export const { Viewer, viewerNode } = viewerEntity(policy, [
  "record facts",
  "correct facts",
  "decide duplicates",
  "decide waiting facts",
  "propose adjustments",
  "decide adjustments",
  "read indicators",
  "export data",
]);
