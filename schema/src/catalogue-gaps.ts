import { IntlMessageFormat } from "intl-messageformat";
import type { Catalogue } from "./messages.js";

/**
 * What is wrong with a catalogue, in sentences: messages that it lacks or that nobody says, and those that are no ICU
 * message or have other placeholders than the English ones.
 *
 * @param declared the English messages, by id
 */
export function catalogueGaps(language: string, catalogue: Catalogue, declared: Catalogue): string[] {
  const file = `schema/messages/${language}.json`;
  const missing = Object.keys(declared).filter((id) => !Object.hasOwn(catalogue, id));
  const unused = Object.keys(catalogue).filter((id) => !Object.hasOwn(declared, id));
  const others = Object.entries(catalogue).flatMap(([id, text]) => {
    const english = declared[id];
    if (english === undefined) return [];
    const [has, wants] = [placeholdersIn(text), placeholdersIn(english)];
    if (has === null) return [`${file}: ${id} is no ICU message: ${text}`];
    return has.join() === wants?.join()
      ? []
      : [`${file}: ${id} has the placeholders ${named(has)}, and in English ${named(wants ?? [])}.`];
  });
  return [
    ...missing.map((id) => `${file} lacks ${id}: ${declared[id]}`),
    ...unused.map((id) => `${file} has ${id}, which nobody says.`),
    ...others,
  ];
}

const named = (placeholders: readonly string[]): string => placeholders.map((name) => `{${name}}`).join(" ") || "none";

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
const ARGUMENT_TYPES: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6]); // Of the library: argument, number, date, time, select, plural.

/** By name, each once; null for what is no ICU message. */
function placeholdersIn(text: string): string[] | null {
  try {
    const parts = new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst() as readonly Part[];
    return [...new Set(namesIn(parts))].sort();
  } catch {
    return null;
  }
}

const namesIn = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ type, value, options = {} }) => [
    ...(ARGUMENT_TYPES.has(type) && value !== undefined ? [value] : []),
    ...Object.values(options).flatMap((option) => namesIn(option.value)),
  ]);
