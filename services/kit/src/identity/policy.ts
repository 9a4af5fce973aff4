import { type ActingRole, isInScope, type Viewer } from "./viewer.js";

/** `own`: for the partners that the viewer is bound to. `all`: for every partner. A role left out may not. */
type Reach = "own" | "all";
export type PolicyTable<Permission extends string> = Readonly<
  Record<Permission, Readonly<Partial<Record<Exclude<ActingRole, "SYSTEM">, Reach>>>>
>;

/** What each role may do in one service. Reads as a table; asked by resolvers, reference resolvers and actions. */
export interface Policy<Permission extends string> {
  /** May the viewer do this at all, for some partner? */
  permits(viewer: Viewer, permission: Permission): boolean;
  /** May the viewer do this for this partner? */
  permitsFor(viewer: Viewer, permission: Permission, partnerId: string): boolean;
}

export function definePolicy<Permission extends string>(table: PolicyTable<Permission>): Policy<Permission> {
  const reach = (viewer: Viewer, permission: Permission): Reach | undefined =>
    viewer.role === "SYSTEM" ? "all" : table[permission][viewer.role];
  return {
    permits: (viewer, permission) => reach(viewer, permission) !== undefined,
    permitsFor: (viewer, permission, partnerId) => {
      const how = reach(viewer, permission);
      // Who may do something for its own partners only is bound to some: a scope of all is somebody's mistake.
      return how === "own"
        ? viewer.partnerIds !== "all" && isInScope(viewer, partnerId)
        : how === "all" && isInScope(viewer, partnerId);
    },
  };
}
