import { type FieldNode, GraphQLError, type GraphQLFormattedError, locatedError } from "graphql";

/** Where a value stands in the answer: what holds it, under which name or place, and where that stands. */
export interface Slot {
  readonly holder: Holder;
  readonly key: string | number;
  /** Of what holds it; null at the root. */
  readonly parent: Slot | null;
  readonly isNonNull: boolean;
  /** Set once it is null by an error within it: what comes later for it counts no more. */
  isDead: boolean;
}

export type Holder = Record<string | number, unknown>;

/** How a value of one type is completed: objects and lists filled, leaves serialized. @throws what the value cannot be */
export type Complete = (execution: Execution, value: unknown, slot: Slot) => unknown;

/** What a field or an item of a list is: its type, and the places of the document that select it. */
export interface Completing {
  readonly isNonNull: boolean;
  /** It holds nothing: no error can be within it. */
  readonly isLeaf: boolean;
  readonly complete: Complete;
  readonly nodes: readonly FieldNode[];
  /** How an error names it, for example `Partner.name`. */
  readonly where: string;
}

/** Of leaves, which have no use for one. */
const NO_SLOT: Slot = { holder: {}, key: "", parent: null, isNonNull: false, isDead: false };

export interface ExecutionAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}
export type { GraphQLFormattedError };

/**
 * One run of an operation. Values are put in their places as they come; the run is over when nothing is under way. A
 * promise costs one callback: no field waits for another.
 */
export class Execution {
  readonly answer: { data: unknown } = { data: null };
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The arguments of fields that take variables, worked out once a run. */
  readonly args = new Map<object, Record<string, unknown>>();
  readonly #errors: GraphQLError[] = [];
  #underWay = 0;
  #isOver: (() => void) | null = null;

  constructor(context: unknown, variables: Readonly<Record<string, unknown>>) {
    this.context = context;
    this.variables = variables;
  }

  /** Puts a value in its place, now or when it comes. */
  put(holder: Holder, key: string | number, parent: Slot | null, what: Completing, value: unknown): void {
    if (!isPromise(value)) {
      this.#putNow(holder, key, parent, what, value);
      return;
    }
    holder[key] = null; // The name keeps its place in the answer.
    this.#underWay++;
    value.then(
      (came) => {
        this.#putNow(holder, key, parent, what, came);
        this.#ended();
      },
      (error: unknown) => {
        this.fail(holder, key, parent, what, error);
        this.#ended();
      },
    );
  }

  #putNow(holder: Holder, key: string | number, parent: Slot | null, what: Completing, value: unknown): void {
    if (value === null || value === undefined) {
      holder[key] = null;
      if (what.isNonNull)
        this.fail(holder, key, parent, what, new Error(`Cannot return null for non-nullable field ${what.where}.`));
      return;
    }
    if (value instanceof Error) {
      this.fail(holder, key, parent, what, value);
      return;
    }
    try {
      if (what.isLeaf) {
        holder[key] = what.complete(this, value, NO_SLOT);
        return;
      }
      const slot: Slot = { holder, key, parent, isNonNull: what.isNonNull, isDead: false };
      const made = what.complete(this, value, slot);
      holder[key] = slot.isDead ? null : made;
    } catch (error) {
      this.fail(holder, key, parent, what, error);
    }
  }

  /** Notes an error at a place, which becomes null, or what holds it where it may not be. */
  fail(holder: Holder, key: string | number, parent: Slot | null, what: Completing, error: unknown): void {
    if (isWithinDead(parent)) return;
    holder[key] = null;
    this.#errors.push(locatedError(error, what.nodes, [...pathOf(parent), key]));
    if (what.isNonNull) this.#becomesNull(parent);
  }

  #becomesNull(slot: Slot | null): void {
    for (let at = slot; at !== null; at = at.parent) {
      at.isDead = true;
      at.holder[at.key] = null;
      if (!at.isNonNull) return;
    }
    this.answer.data = null;
  }

  #ended(): void {
    this.#underWay--;
    if (this.#underWay === 0) this.#isOver?.();
  }

  /** Waits until nothing is under way. */
  settled(): Promise<void> | null {
    if (this.#underWay === 0) return null;
    return new Promise((resolve) => {
      this.#isOver = resolve;
    });
  }

  result(): ExecutionAnswer {
    const data = this.answer.data as Record<string, unknown> | null; // The root is an object.
    return this.#errors.length === 0 ? { data } : { data, errors: this.#errors };
  }
}

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";

export function pathOf(slot: Slot | null): (string | number)[] {
  const path: (string | number)[] = [];
  // The last slot is that of the whole answer, under `data`.
  for (let at = slot; at !== null && at.parent !== null; at = at.parent) path.unshift(at.key);
  return path;
}

function isWithinDead(slot: Slot | null): boolean {
  for (let at = slot; at !== null; at = at.parent) if (at.isDead) return true;
  return false;
}
