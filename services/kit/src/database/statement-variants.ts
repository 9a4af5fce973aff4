/**
 * One prepared text for each set of conditions that a statement's values switch on.
 *
 * `($3::date is null or (occurred_on, fact_id) > ($3, $4::uuid))` holds for every row where `$3` is null. Under one plan
 * for all values PostgreSQL reads no index by such a condition: a page of 50 partners then scans and sorts all of them.
 * So the text is prepared once without the condition and once with it alone, each with a plan of its own. A statement
 * with n such conditions has at most 2ⁿ texts; those that nobody asks for are never prepared. Past 64, the text is
 * prepared once for all values.
 */
export function statementVariant(name: string, text: string, values: readonly unknown[]): Statement {
  const parts = known.get(text) ?? remember(text);
  if (parts.length === 1) return { name, text };
  let suffix = "";
  let variant = "";
  for (const part of parts) {
    if (typeof part === "string") {
      variant += part;
      continue;
    }
    const isOff = values[part.parameter - 1] == null;
    suffix += isOff ? "0" : "1";
    variant += isOff ? part.off : part.on;
  }
  // A statement without a name is not prepared.
  if (name === "") return { name, text: variant };
  return mayPrepare(text, suffix)
    ? { name: variantName(name, suffix), text: variant }
    : { name: variantName(name, "whole"), text };
}

/** Each takes memory in each connection, and which there are is for clients to choose. */
const MAX_PREPARED = 64;
const prepared = new Map<string, Set<string>>();

/** Whether this variant of a text is one of the first. */
function mayPrepare(text: string, suffix: string): boolean {
  const variants = prepared.get(text) ?? new Set();
  prepared.set(text, variants);
  if (variants.size < MAX_PREPARED) variants.add(suffix);
  return variants.has(suffix);
}

const MARK = " #";

/** Names a text of a statement that has several: prepared by this name, counted by the statement's. */
export const variantName = (name: string, variant: string): string => `${name}${MARK}${variant}`;

/** The name that the code gave a statement, from that of its variant. */
export const nameOfVariant = (name: string): string => name.split(MARK)[0] ?? name;

interface Statement {
  readonly name: string;
  readonly text: string;
}

interface Condition {
  /** Switches the condition off where it is null; from 1. */
  readonly parameter: number;
  readonly on: string;
  readonly off: string;
}
type Part = string | Condition;

/** Texts are those of the code, so their number is bounded. */
const known = new Map<string, readonly Part[]>();

function remember(text: string): readonly Part[] {
  const parts = partsOf(text);
  known.set(text, parts);
  return parts;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(/\(\$(\d+)::(\w+(?:\[\])?) is null or /g)) {
    if (found.index < from) continue; // Within a condition that was taken.
    const end = closing(text, found.index);
    const condition = text.slice(found.index + found[0].length, end);
    const off = typedOnly(condition, `$${found[1]}::${found[2]}`);
    if (off === null) continue;
    parts.push(text.slice(from, found.index), {
      parameter: Number(found[1]),
      // Named by its type, as the whole text did.
      on: `($${found[1]}::${found[2]} is not null and (${condition}))`,
      off,
    });
    from = end + 1;
  }
  return [...parts, text.slice(from)];
}

/** Where the bracket that opens at `start` closes. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "'") at = text.indexOf("'", at + 1);
    else if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  throw new Error(`A bracket stays open in: ${text}`);
}

/** True of any values, and says the type of each parameter of the condition; null where the condition does not say one. */
function typedOnly(condition: string, switching: string): string | null {
  const types = new Map([[switching.slice(0, switching.indexOf("::")), switching]]);
  const cast = [...condition.matchAll(/(\$\d+)(::\w+(?:\[\])?)?/g)];
  for (const [whole, parameter = "", type] of cast) if (type !== undefined) types.set(parameter, whole);
  if (cast.some(([, parameter = ""]) => !types.has(parameter))) return null;
  return `(num_nulls(${[...types.values()].join(", ")}) >= 0)`;
}
