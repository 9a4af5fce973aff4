import { viewerEntity } from "@tiergraph/kit/identity/viewer-permissions.graphql";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { policy } from "./policy.js";

export const Partner = entityStub("Partner", { id: field.id() });
export type Partner = InstanceType<typeof Partner>;

export const Person = entityStub("Person", { id: field.id() });
export type Person = InstanceType<typeof Person>;

export const { Viewer, viewerNode } = viewerEntity(policy, [
  "enroll people",
  "record training",
  "take assessments",
  "publish assessments",
  "work on onboarding",
  "manage managers",
  "read content use",
  "write content",
  "run validations",
  "lease sandboxes",
  "play simulations",
  "publish scenarios",
  "book sessions",
  "record attendance",
  "plan sessions",
]);
