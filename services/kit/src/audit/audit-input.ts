const MAX_TEXT = 200;
const MAX_ITEMS = 10;
const MAX_JSON = 4_000;
const MAX_DEPTH = 5;

/** What names a person or reaches one, and files: who reads an audit log asks who did what, and it keeps for ever. */
const LEFT_OUT = new Set(["email", "name", "note", "notes", "content", "fileName", "standIn"]);
const NOT_KEPT = "(not kept)";

/** What was asked, for the record: bounded, and without what names persons. */
export function auditInput(input: unknown): string {
  const text = JSON.stringify(shown(input, 0) ?? null);
  return text.length <= MAX_JSON ? text : JSON.stringify({ characters: text.length });
}

function shown(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT)}…`;
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (depth >= MAX_DEPTH) return "…";
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ITEMS).map((item) => shown(item, depth + 1));
    return value.length > MAX_ITEMS ? [...items, { more: value.length - MAX_ITEMS }] : items;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .map(([key, part]) => [key, LEFT_OUT.has(key) ? NOT_KEPT : shown(part, depth + 1)]),
  );
}
