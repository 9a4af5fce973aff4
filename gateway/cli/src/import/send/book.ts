import type { GraphFailed } from "../../client/judge-answer.js";
import type { LineProblem } from "../line/line-problem.js";

export type BookEntry =
  | { readonly kind: "Registered"; readonly id: string }
  | { readonly kind: "Refused"; readonly problem: LineProblem };

export interface Entered {
  readonly kind: "Entered";
  /** By key: all that were named to the book so far. */
  readonly entries: ReadonlyMap<string, BookEntry>;
  /** Of those that were new to the book. */
  readonly added: number;
  readonly changed: number;
}

/** What the graph answers to a registration, which it refuses as a whole when it refuses one. */
export interface Registration {
  readonly kind: "Answered";
  readonly ids: ReadonlyMap<string, string>;
  readonly added: number;
  readonly changed: number;
  readonly userErrors: readonly {
    readonly code: string;
    /** Its last two parts are the position in the batch and the field: `input.partners.3.name`. */
    readonly field: readonly string[] | null;
    readonly message: string;
  }[];
}

export interface BookParts<Item> {
  readonly keyOf: (item: Item) => string;
  readonly register: (items: readonly Item[]) => Promise<Registration | GraphFailed>;
}

export type Book<Item> = (items: readonly Item[]) => Promise<Entered | GraphFailed>;

/**
 * Registers each partner or person once in a run: what later lines say about one is not sent again. The book grows
 * with their number, not with that of lines. At most 1,000 at a time.
 */
export function openBook<Item>({ keyOf, register }: BookParts<Item>): Book<Item> {
  const entries = new Map<string, BookEntry>();
  return async (items) => {
    const firstOfKey = new Map([...items].reverse().map((item) => [keyOf(item), item]));
    const unknown = [...firstOfKey].filter(([key]) => !entries.has(key)).map(([, item]) => item);
    const entered = await enter(unknown.reverse(), { keyOf, register });
    if (entered.kind === "GraphFailed") return entered;
    for (const [key, entry] of entered.entries) entries.set(key, entry);
    return { ...entered, entries };
  };
}

/** Those at fault are taken out and the rest is sent again. */
async function enter<Item>(items: readonly Item[], parts: BookParts<Item>): Promise<Entered | GraphFailed> {
  if (items.length === 0) return { kind: "Entered", entries: new Map(), added: 0, changed: 0 };
  const answer = await parts.register(items);
  if (answer.kind === "GraphFailed") return answer;
  const { ids, added, changed, userErrors } = answer;
  if (userErrors.length === 0) {
    const entries = [...ids].map(([key, id]) => [key, { kind: "Registered", id }] as const);
    return { kind: "Entered", entries: new Map(entries), added, changed };
  }
  const problems = new Map<string, BookEntry>();
  for (const { code, field, message } of userErrors) {
    const [, , index, name = "code"] = field ?? [];
    const item = items[Number(index)];
    if (item === undefined) return { kind: "GraphFailed", message: `it refused the registration: ${message}` };
    const key = parts.keyOf(item);
    if (!problems.has(key)) problems.set(key, { kind: "Refused", problem: { code, field: name, message } });
  }
  const rest = await enter(
    items.filter((item) => !problems.has(parts.keyOf(item))),
    parts,
  );
  return rest.kind === "GraphFailed" ? rest : { ...rest, entries: new Map([...rest.entries, ...problems]) };
}
