import { type ActingRole, isInScope, type Viewer } from "./viewer.js";

/** `own`: for the partners that the viewer is bound to. `all`: for every partner. A role left out may not. */
type Reach = "own" | "all";
export type PolicyTable<Deed extends string> = Readonly<
  Record<Deed, Readonly<Partial<Record<Exclude<ActingRole, "SYSTEM">, Reach>>>>
>;

/** What each role may do in one service. Reads as a table; asked by resolvers, reference resolvers and actions. */
export interface Policy<Deed extends string> {
  /** May the viewer do this at all, for some partner? */
  permits(viewer: Viewer, deed: Deed): boolean;
  /** May the viewer do this for this partner? */
  permitsFor(viewer: Viewer, deed: Deed, partnerId: string): boolean;
}

export function definePolicy<Deed extends string>(table: PolicyTable<Deed>): Policy<Deed> {
  const reach = (viewer: Viewer, deed: Deed): Reach | undefined =>
    viewer.role === "SYSTEM" ? "all" : table[deed][viewer.role];
  return {
    permits: (viewer, deed) => reach(viewer, deed) !== undefined,
    permitsFor: (viewer, deed, partnerId) => {
      const how = reach(viewer, deed);
      // Whoever may do something for its own partners only is bound to some: a scope of all is somebody's mistake.
      return how === "own"
        ? viewer.partnerIds !== "all" && isInScope(viewer, partnerId)
        : how === "all" && isInScope(viewer, partnerId);
    },
  };
}
