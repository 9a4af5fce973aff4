import { scopeOf, type Viewer } from "@tiergraph/kit/identity/viewer";
import { BoundedMap } from "@tiergraph/kit/values/bounded-map";

/** What a viewer may use, in points. */
export interface CostLimits {
  /** The most that one operation may cost. */
  readonly operation: number;
  /** What comes back in a second. */
  readonly perSecond: number;
}

/** What a viewer has left, and when all of it is back. */
export interface Balance {
  readonly available: number;
  readonly resetsAt: Date;
}

export interface Taken extends Balance {
  readonly isAllowed: boolean;
  /** Milliseconds until as much is there as was wanted; 0 where it is. */
  readonly waitMs: number;
}

/** Where what viewers have used is kept: in this process, or wherever several gateways find it. */
export interface CostAccounts {
  /** Takes points, unless more are wanted than are left. */
  take(viewer: Viewer, points: number, limits: CostLimits): Taken;
  /** Gives back what an operation did not need after all. */
  giveBack(viewer: Viewer, points: number, limits: CostLimits): Balance;
}

/** Seconds of what comes back that an account holds: screens are opened in bursts. */
const BURST_SECONDS = 2;
/** Viewers that are remembered: one that is forgotten has a full account. */
const MAX_VIEWERS = 10_000;

/** A leaky bucket for each viewer, in the memory of this process. */
export class AccountsInMemory implements CostAccounts {
  readonly #used = new BoundedMap<string, { points: number; at: number }>(MAX_VIEWERS);

  /** @param now in milliseconds */
  constructor(readonly now: () => number = () => performance.now()) {}

  take(viewer: Viewer, points: number, limits: CostLimits): Taken {
    const account = this.#account(viewer, limits);
    const isAllowed = points <= capacityOf(limits) - account.points;
    if (isAllowed) account.points += points;
    const lacking = isAllowed ? 0 : points - (capacityOf(limits) - account.points);
    return { ...balanceOf(account, limits), isAllowed, waitMs: Math.ceil((lacking / limits.perSecond) * 1_000) };
  }

  giveBack(viewer: Viewer, points: number, limits: CostLimits): Balance {
    const account = this.#account(viewer, limits);
    account.points = Math.max(0, account.points - points);
    return balanceOf(account, limits);
  }

  /** What a viewer has used and did not get back yet. */
  #account(viewer: Viewer, { perSecond }: CostLimits): { points: number; at: number } {
    const now = this.now();
    const account = this.#used.remember(keyOf(viewer), () => ({ points: 0, at: now }));
    account.points = Math.max(0, account.points - ((now - account.at) / 1_000) * perSecond);
    account.at = now;
    return account;
  }
}

/** What an account holds: an operation that is allowed at all is allowed by a full one. */
const capacityOf = ({ operation, perSecond }: CostLimits): number => Math.max(operation, perSecond * BURST_SECONDS);

const balanceOf = ({ points }: { readonly points: number }, limits: CostLimits): Balance => ({
  available: Math.floor(capacityOf(limits) - points),
  resetsAt: new Date(Date.now() + (points / limits.perSecond) * 1_000),
});

const keyOf = (viewer: Viewer): string => `${viewer.role} ${viewer.subject} ${scopeOf(viewer)}`;
