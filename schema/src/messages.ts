import fs from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { type InWords, textOf } from "./message-values.js";
import { schemaFile } from "./schema-files.js";

export { asCount, asDay, asList, asPercent, type InWords, textOf } from "./message-values.js";

/** The languages that people are answered in, as BCP 47 names them; the first is for who takes none of them. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];
export const [DEFAULT_LANGUAGE] = LANGUAGES;

/** What the placeholders of a message stand for. */
export type MessageValues = Readonly<Record<string, InWords>>;

/** Sentences of one subject: each as a function of the language and of what its placeholders stand for. */
export type Messages<Texts extends Readonly<Record<string, string>>> = {
  readonly [Name in keyof Texts & string]: (language: string, values?: MessageValues) => string;
} & { readonly [CATALOGUED]: MessageTexts };

export interface MessageTexts {
  /** Before the dot of each id in the catalogues. */
  readonly subject: string;
  readonly texts: Readonly<Record<string, string>>;
}
const CATALOGUED = Symbol("the texts of messages");

/**
 * Declares the sentences of one subject, in English, as ICU messages: `why.kept(language, { measures })`. Other languages
 * stand in `schema/messages/<language>.json` under `<subject>.<name>`; what is not there is said in English.
 */
export function messages<const Texts extends Readonly<Record<string, string>>>(
  subject: string,
  texts: Texts,
): Messages<Texts> {
  const said = Object.entries(texts).map(
    ([name, text]) =>
      [
        name,
        (language: string, values: MessageValues = {}) => say(language, { id: `${subject}.${name}`, text }, values),
      ] as const,
  );
  return { ...Object.fromEntries(said), [CATALOGUED]: { subject, texts } } as unknown as Messages<Texts>; // One function a text.
}

/** What a module declares by `messages`; null where a value is something else. */
export const messageTextsOf = (value: unknown): MessageTexts | null =>
  typeof value === "object" && value !== null && CATALOGUED in value ? (value[CATALOGUED] as MessageTexts) : null;

/** A message as it is declared: its id in the catalogues, and its English text. */
export interface Message {
  readonly id: string;
  readonly text: string;
}

/** A message in a language. @throws where a placeholder has no value */
export function say(language: string, { id, text }: Message, values: MessageValues = {}): string {
  const key = `${language} ${id}`;
  let sentence = compiled.get(key);
  if (sentence === undefined) {
    sentence = compile(language, catalogues[language]?.[id] ?? text);
    compiled.set(key, sentence);
  }
  return sentence(values);
}

type Sentence = (values: MessageValues) => string;

/** Of the messages that are declared, each once a language. */
const compiled = new Map<string, Sentence>();

/** A catalogue, by id. */
export type Catalogue = Readonly<Record<string, string>>;

export const readCatalogue = (language: Language): Catalogue =>
  JSON.parse(fs.readFileSync(schemaFile(`messages/${language}.json`), "utf8")) as Catalogue; // Checked by `pnpm check`.

/** English is said as it is declared. */
const catalogues: Readonly<Record<string, Catalogue>> = Object.fromEntries(
  LANGUAGES.slice(1).map((language) => [language, readCatalogue(language)]),
);

const LITERAL = 0;
const ARGUMENT = 1;

/** Most messages have placeholders only, and are joined by hand: ten times faster than by the library. */
function compile(language: string, text: string): Sentence {
  const message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  const parts = message.getAst() as readonly { readonly type: number; readonly value?: string }[];
  if (parts.every(({ type }) => type === LITERAL || type === ARGUMENT))
    return (values) => {
      let said = "";
      for (const { type, value = "" } of parts)
        said += type === LITERAL ? value : textOf(language, given(values, value, text));
      return said;
    };
  return (values) => {
    const plain = Object.entries(values).map(
      ([name, value]) => [name, typeof value === "object" ? textOf(language, value) : value] as const,
    );
    return String(message.format(Object.fromEntries(plain)));
  };
}

function given(values: MessageValues, name: string, text: string): InWords {
  const value = values[name];
  if (value === undefined) throw new Error(`Nothing is given for {${name}} of "${text}"`);
  return value;
}
