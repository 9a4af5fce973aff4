import type { Environment } from "@tiergraph/installation/environment";
import { ROLES, type Viewer } from "@tiergraph/kit/identity/viewer";
import type { ErrorCode } from "@tiergraph/kit/subgraph/refuse";
import { AccountsInMemory, type CostAccounts, type CostLimits } from "./cost-accounts.js";
import type { Price } from "./price.js";

/** What an answer says of its price, as `extensions.cost`. */
export interface Cost {
  /** In points, as if each page were full. */
  readonly requested: number;
  /** By what was answered; null where nothing was. */
  readonly actual: number | null;
  /** Points that are left to the viewer. */
  readonly available: number;
  /** When all of them are back: a moment in UTC. */
  readonly resetsAt: string;
}

export type Charged =
  | {
      readonly kind: "Charged";
      /** To be called once with what was answered, or null: what was not needed is given back. */
      readonly settle: (data: unknown) => Cost;
    }
  | { readonly kind: "Refused"; readonly refusal: CostRefusal };

export interface CostRefusal {
  readonly status: 400 | 429;
  readonly code: ErrorCode & ("COST_TOO_HIGH" | "TOO_MANY_REQUESTS");
  readonly message: string;
  /** Of the header `retry-after`; null where asking again later is of no use. */
  readonly retryAfterSeconds: number | null;
  readonly cost: Cost;
}

type Variables = Readonly<Record<string, unknown>>;

/** Charges each operation before it runs. */
export class CostGuard {
  /** @param limitsOf what a viewer may use, by its role */
  constructor(
    readonly accounts: CostAccounts,
    readonly limitsOf: (role: Viewer["role"]) => CostLimits,
  ) {}

  /** Why an operation costs more than any of the role may; null where it does not. */
  tooHigh(role: Viewer["role"], price: Price, variables: Variables): string | null {
    const most = this.limitsOf(role).operation;
    const requested = Math.ceil(price.requested(variables));
    if (requested <= most) return null;
    const lists = price.dearestLists(variables);
    const remedy = lists.length > 0 ? `Ask for smaller pages of ${lists.join(", then ")}` : "Ask for less at once";
    return `The operation may cost ${requested} points, and ${most} are allowed. ${remedy}, or in several operations.`;
  }

  charge(viewer: Viewer, price: Price, variables: Variables): Charged {
    const limits = this.limitsOf(viewer.role);
    const requested = Math.ceil(price.requested(variables));
    const message = this.tooHigh(viewer.role, price, variables);
    if (message !== null) {
      const { available, resetsAt } = this.accounts.giveBack(viewer, 0, limits);
      const cost = { requested, actual: null, available, resetsAt: resetsAt.toISOString() };
      return refused({ status: 400, code: "COST_TOO_HIGH", message, retryAfterSeconds: null, cost });
    }
    const taken = this.accounts.take(viewer, requested, limits);
    if (!taken.isAllowed) {
      const seconds = Math.max(1, Math.ceil(taken.waitMs / 1_000));
      const message = `The operation may cost ${requested} points, and ${taken.available} are left: ask again in ${seconds} s, or for less.`;
      const cost = { requested, actual: null, available: taken.available, resetsAt: taken.resetsAt.toISOString() };
      return refused({ status: 429, code: "TOO_MANY_REQUESTS", message, retryAfterSeconds: seconds, cost });
    }
    return {
      kind: "Charged",
      settle: (data) => {
        // Of an answer that is longer than was thought no more is taken than was said.
        const actual = price.isMutation ? requested : Math.min(requested, price.actual(data));
        const { available, resetsAt } = this.accounts.giveBack(viewer, requested - actual, limits);
        return { requested, actual, available, resetsAt: resetsAt.toISOString() };
      },
    };
  }
}

/** Services at work for themselves are not charged. */
const UNLIMITED: CostLimits = { operation: Number.MAX_SAFE_INTEGER, perSecond: Number.MAX_SAFE_INTEGER };

/** As an installation is configured, with accounts in the memory of this process. */
export function costGuardOf({ maxCost, costPerSecond }: Pick<Environment, "maxCost" | "costPerSecond">): CostGuard {
  const ofRole = ROLES.map((role) => [role, { operation: maxCost[role], perSecond: costPerSecond[role] }] as const);
  const limits = new Map<Viewer["role"], CostLimits>(ofRole);
  return new CostGuard(new AccountsInMemory(), (role) => limits.get(role) ?? UNLIMITED);
}

const refused = (refusal: CostRefusal): Charged => ({ kind: "Refused", refusal });
