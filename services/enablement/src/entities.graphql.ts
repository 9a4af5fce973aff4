import type { Viewer as Asking } from "@tiergraph/kit/identity/viewer";
import { viewerPermissions } from "@tiergraph/kit/identity/viewer-permissions.graphql";
import { entityStub, field } from "@tiergraph/kit/values/declared-type.graphql";
import { policy } from "./policy.js";

export const Partner = entityStub("Partner", { id: field.id() });
export type Partner = InstanceType<typeof Partner>;

export const Person = entityStub("Person", { id: field.id() });
export type Person = InstanceType<typeof Person>;

const permissions = viewerPermissions(policy, [
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
export const Viewer = entityStub("Viewer", { id: field.id(), ...permissions.fields });
/** Who asks, for any id. */
export const viewerNode = (id: string, viewer: Asking) => ({ id, ...permissions.valuesOf(viewer) });
