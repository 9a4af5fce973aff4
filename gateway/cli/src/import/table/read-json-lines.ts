import type { TableLine } from "../line/line-problem.js";
import { readText, type TextOptions } from "./read-text.js";

export interface JsonLine {
  /** From 1. */
  readonly line: number;
  /** By column: what stands deeper is named with dots, `account.name`; lists of plain values are joined by `|`. */
  readonly values: ReadonlyMap<string, string>;
  readonly problem: TableLine["problem"];
}

/** Longer lines are taken for a file that is no JSON lines. */
export const MAX_JSON_LINE_CHARACTERS = 1_000_000;

/** Reads JSON lines (one object a line); blank lines are passed over. A line that is no object comes with its problem. */
export async function* readJsonLines(file: string, options: TextOptions): AsyncGenerator<JsonLine, void> {
  let rest = "";
  let line = 1 + (options.skipLines ?? 0);
  for await (const text of readText(file, options)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const one of lines) {
      if (one.trim() !== "") yield understood(one, line);
      line++;
    }
    if (rest.length > MAX_JSON_LINE_CHARACTERS) break;
  }
  if (rest.trim() !== "") yield understood(rest, line);
}

function understood(text: string, line: number): JsonLine {
  const refused = (message: string): JsonLine => ({
    line,
    values: new Map(),
    problem: { code: "LINE_UNREADABLE", field: "", message },
  });
  if (text.length > MAX_JSON_LINE_CHARACTERS)
    return refused(`The line has over ${MAX_JSON_LINE_CHARACTERS} characters: nothing from here on was read.`);
  const parsed = parsedJson(text);
  if (parsed.kind === "NoJson") return refused(`The line is no JSON: ${parsed.why}`);
  if (parsed.value === null || typeof parsed.value !== "object" || Array.isArray(parsed.value))
    return refused("The line is no JSON object.");
  return { line, values: new Map(flattened(parsed.value, "")), problem: null };
}

type Parsed = { readonly kind: "Json"; readonly value: unknown } | { readonly kind: "NoJson"; readonly why: string };

/** Numbers stay as they are written, since a binary fraction is not what the file says. */
function parsedJson(text: string): Parsed {
  try {
    return { kind: "Json", value: JSON.parse(withNumbersAsText(text)) };
  } catch (error) {
    return { kind: "NoJson", why: error instanceof Error ? error.message : String(error) };
  }
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const withNumbersAsText = (text: string): string =>
  text.replace(STRING_OR_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`));

function* flattened(value: object, path: string): Generator<[string, string]> {
  for (const [name, inside] of Object.entries(value)) {
    const column = path === "" ? name : `${path}.${name}`;
    if (inside === null) yield [column, ""];
    else if (Array.isArray(inside)) yield [column, inside.map((one) => textOf(one)).join("|")];
    else if (typeof inside === "object") yield* flattened(inside, column);
    else yield [column, String(inside)];
  }
}

const textOf = (value: unknown): string =>
  value !== null && typeof value === "object" ? JSON.stringify(value) : String(value ?? "");
