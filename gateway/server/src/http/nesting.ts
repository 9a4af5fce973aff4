/** Levels of braces, brackets and parentheses within each other: far more than any screen asks for, far less than a stack holds. */
export const MAX_NESTING = 100;

const OPENING = new Set(["{", "[", "("]);
const CLOSING = new Set(["}", "]", ")"]);

/** Whether a document nests deeper than the limit, as it is written. What stands in strings and comments does not count. */
export function nestsTooDeeply(document: string): boolean {
  let depth = 0;
  for (const [token] of document.matchAll(/"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*"?|#[^\n]*|[{}[\]()]/g)) {
    if (OPENING.has(token)) depth++;
    else if (CLOSING.has(token)) depth--;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}
