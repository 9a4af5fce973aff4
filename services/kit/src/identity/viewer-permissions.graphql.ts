import { type DeclaredField, entityStub, field } from "../values/declared-type.graphql.js";
import type { Policy } from "./policy.js";
import type { Viewer } from "./viewer.js";

/** What a viewer may do in one service, as fields of the graph's type `Viewer`. */
export interface ViewerPermissions {
  readonly fields: Readonly<Record<string, DeclaredField<boolean | null, true>>>;
  valuesOf(viewer: Viewer): Readonly<Record<string, boolean>>;
}

/** @param permissions those that a client shows or hides something by: `register deals` is `canRegisterDeals` */
export function viewerPermissions<Permission extends string>(
  policy: Policy<Permission>,
  permissions: readonly Permission[],
): ViewerPermissions {
  const named = permissions.map((permission) => ({ permission, name: fieldOf(permission) }));
  return {
    fields: Object.fromEntries(
      named.map(({ permission, name }) => [
        name,
        field.boolean(`Whether you may ${permission}: for partners that you may see.`).nullable(),
      ]),
    ),
    valuesOf: (viewer) =>
      Object.fromEntries(named.map(({ permission, name }) => [name, policy.permits(viewer, permission)])),
  };
}

/** `Viewer` in a service that does not answer `viewer` itself: what its policy permits who asks, for any id. */
export function viewerEntity<Permission extends string>(
  policy: Policy<Permission>,
  permissions: readonly Permission[],
) {
  const { fields, valuesOf } = viewerPermissions(policy, permissions);
  return {
    Viewer: entityStub("Viewer", { id: field.id(), ...fields }),
    viewerNode: (id: string, viewer: Viewer) => ({ id, ...valuesOf(viewer) }),
  };
}

const fieldOf = (permission: string): string =>
  `can${permission
    .replace(/\bthe /, "")
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}`;
