import { LANGUAGES } from "@tiergraph/schema/messages";
import { isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from "yaml";
import { parseDecimal, type Rational, ZERO } from "../../exact/index.js";
import { suggestion } from "./nearest-name.js";
import type { ProblemCode, ProblemLog } from "./problem.js";
import { pathOf, quoted } from "./quote.js";
import { YamlFields } from "./yaml-fields.js";

/** Entries of one list or mapping. */
export const MAX_ENTRIES = 1000;
/** Characters of one text. */
export const MAX_TEXT_LENGTH = 4000;

/** What all cursors of one document share. */
export interface YamlDocument {
  readonly log: ProblemLog;
  readonly lines: LineCounter;
  /** What a declared name stands for, such as `a score`; null for any other. */
  readonly declared: (name: string) => string | null;
  /** The language of texts that are given in several. */
  readonly language: string;
  /** What is given in several languages, by path; filled while the document is read. */
  readonly translations: Map<string, Translations>;
}

/** A text in several languages, by BCP 47 tag, in document order. */
export type Translations = Readonly<Record<string, string>>;

/**
 * A place in a document, with its path and line. Reading never throws and never stops: problems are logged once and the
 * reader gets a harmless placeholder, so that one pass finds every problem. A document with a problem is refused as a
 * whole, so placeholders never leave the parser.
 */
export class YamlCursor {
  // Read once, since a second reading would report repeated keys again.
  #fields: YamlFields | null = null;

  constructor(
    private readonly document: YamlDocument,
    private readonly place: {
      /** Null where nothing is written. */
      readonly node: Node | null;
      readonly path: string;
      readonly offset: number;
      /** Where the key is, to report unknown names in keys. */
      readonly keyOffset?: number;
      /** True where a problem here has been reported; nothing more is. */
      readonly isReported?: boolean;
    },
  ) {}

  get path(): string {
    return this.place.path;
  }
  /** Left out, or an explicit null. */
  get isEmpty(): boolean {
    const { node } = this.place;
    return node === null || (isScalar(node) && node.value === null);
  }
  /** `{}` or `[]`. */
  get isEmptyCollection(): boolean {
    const { node } = this.place;
    return (isMap(node) || isSeq(node)) && node.items.length === 0;
  }
  get isMapping(): boolean {
    return isMap(this.place.node);
  }
  get isList(): boolean {
    return isSeq(this.place.node);
  }

  /** A scalar that ends in a percent sign. */
  get isPercentage(): boolean {
    const { node } = this.place;
    return isScalar(node) && node.source?.endsWith("%") === true;
  }

  /** `true` or `false`. */
  get isFlag(): boolean {
    const { node } = this.place;
    return isScalar(node) && typeof node.value === "boolean";
  }

  /** Any scalar as written, so that version `2026.10` keeps its zero and amounts stay exact. */
  text(expected = "a text"): string {
    const text = this.#scalar(expected);
    if (text !== null && text.trim() === "")
      this.#problem("INVALID_VALUE", () => `expected ${expected}, found nothing`);
    if (text !== null && text.length > MAX_TEXT_LENGTH)
      this.#problem("INVALID_VALUE", () => `longer than ${MAX_TEXT_LENGTH} characters`);
    return text ?? "";
  }

  /** A text for people: one for all languages, or a mapping of languages, such as `{ en: Gold, de: Gold }`. */
  words(expected = "a text"): string {
    if (!this.isMapping) return this.text(expected);
    const entries = this.mapping(expected).entries.map(([tag, field]) => {
      if (!(LANGUAGES as readonly string[]).includes(tag))
        field
          .atKey()
          .refuse(
            "INVALID_VALUE",
            `${quoted(tag)} is no language that partners are answered in: ${LANGUAGES.join(", ")}`,
          );
      return [tag, field.text(expected)] as const;
    });
    if (entries.length === 0) this.refuse("INVALID_VALUE", `expected ${expected}, found no language`);
    const texts = Object.fromEntries(entries);
    this.document.translations.set(this.path, texts);
    return texts[this.document.language] ?? entries[0]?.[1] ?? "";
  }

  /** One of these words. */
  oneOf<Word extends string>(words: readonly [Word, ...Word[]]): Word {
    const text = this.#scalar(`one of ${words.map(quoted).join(", ")}`);
    const word = words.find((candidate) => candidate === text);
    if (word === undefined && text !== null)
      this.#problem("INVALID_VALUE", () => `unknown word ${quoted(text)}${suggestion(text, words)}`);
    return word ?? words[0];
  }

  /**
   * A name that must be declared elsewhere; `what` is its kind, as in "unknown measure `revenu`". `misfit` explains a
   * declared name that does not fit here; null for others.
   */
  nameOf(
    what: string,
    known: { has(name: string): boolean; keys(): Iterable<string> },
    misfit: (name: string) => string | null = () => null,
  ): string {
    const name = this.#scalar(`the name of a ${what}`);
    if (name === null || known.has(name)) return name ?? "";
    const reason = misfit(name);
    if (reason === null) this.refuseName(what, name, known.keys());
    else this.refuse("INVALID_VALUE", reason);
    return name;
  }

  wholeNumber(bounds: { min: number; max: number }): number {
    const expected = `a whole number from ${bounds.min} to ${bounds.max}`;
    const text = this.#scalar(expected);
    if (text === null) return bounds.min;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= bounds.min && number <= bounds.max) return number;
    this.#problem("INVALID_VALUE", () => `expected ${expected}, found ${quoted(text)}`);
    return bounds.min;
  }

  /** A decimal, or a percentage such as `80%`. The caller decides whether a percent sign is allowed. */
  number(expected: string, readNumber = parseDecimal): { value: Rational; isPercent: boolean } | null {
    const text = this.#scalar(expected);
    if (text === null) return null;
    const isPercent = text.endsWith("%");
    const value = readNumber(isPercent ? text.slice(0, -1).trimEnd() : text);
    if (value === null) this.#problem("INVALID_VALUE", () => `expected ${expected}, found ${quoted(text)}`);
    return { value: value ?? ZERO, isPercent };
  }

  /** The elements of a non-empty list. */
  list(expected: string): YamlCursor[] {
    const { node } = this.place;
    if (!isSeq(node)) {
      this.#wrongShape(expected);
      return [];
    }
    if (node.items.length === 0) this.refuse("INVALID_VALUE", `expected ${expected}, found an empty list`);
    return this.#bounded(node.items).map((item, index) => {
      const element = asNode(item);
      const offset = element?.range?.[0] ?? this.place.offset;
      return new YamlCursor(this.document, { node: element, path: `${this.path}[${index}]`, offset });
    });
  }

  /** A list; one value counts as a list of one. */
  listOrOne(expected: string): YamlCursor[] {
    return this.isList ? this.list(expected) : [this];
  }

  /** A mapping; an empty value (`integrator:`) is an empty mapping. Repeated keys are reported. */
  mapping(expected: string): YamlFields {
    this.#fields ??= this.#readMapping(expected);
    return this.#fields;
  }

  /** Reports a problem at this place. */
  refuse(code: ProblemCode, message: string): void {
    this.#problem(code, () => message);
  }

  refuseName(what: string, name: string, known: Iterable<string>): void {
    const declared = this.document.declared(name);
    if (declared === null || declared.endsWith(` ${what}`))
      this.#problem("UNKNOWN_NAME", () => `unknown ${what} ${quoted(name)}${suggestion(name, known)}`);
    else
      this.#problem(
        "INVALID_VALUE",
        () => `${quoted(name)} is ${declared}: here stands the name of ${withArticle(what)}${suggestion(name, known)}`,
      );
  }

  refuseKey(key: string, known: readonly string[]): void {
    this.#problem("UNKNOWN_KEY", () => `unknown key ${quoted(key)}${suggestion(key, known, true)}`);
  }

  /** Reports a missing key at the mapping's own key, under the path of the missing one. */
  refuseMissing(key: string): void {
    const lacking = { ...this.atKey().place, path: pathOf(this.path, key) };
    new YamlCursor(this.document, lacking).refuse("MISSING_KEY", `${quoted(key)} is missing`);
  }

  /** The same place, located at its key. */
  atKey(): YamlCursor {
    return new YamlCursor(this.document, { ...this.place, offset: this.place.keyOffset ?? this.place.offset });
  }

  /** An empty place below this one, of which everything has been reported. */
  absent(key: string): YamlCursor {
    const path = pathOf(this.path, key);
    return new YamlCursor(this.document, { node: null, path, offset: this.place.offset, isReported: true });
  }

  #readMapping(expected: string): YamlFields {
    const { node } = this.place;
    const fields = new Map<string, YamlCursor>();
    if (isMap(node)) for (const pair of this.#bounded(node.items)) this.#addField(fields, pair);
    else if (!this.isEmpty) this.#wrongShape(expected);
    return new YamlFields({ owner: this, fields, isReadable: isMap(node) || (this.isEmpty && !this.place.isReported) });
  }

  #addField(fields: Map<string, YamlCursor>, pair: Pair): void {
    const key = asNode(pair.key);
    const keyOffset = key?.range?.[0] ?? this.place.offset;
    if (!isScalar(key) || !key.source) {
      new YamlCursor(this.document, { node: key, path: this.path, offset: keyOffset }).refuse(
        "WRONG_SHAPE",
        "expected a name as the key",
      );
      return;
    }
    const node = asNode(pair.value);
    const path = pathOf(this.path, key.source);
    const field = new YamlCursor(this.document, { node, path, offset: node?.range?.[0] ?? keyOffset, keyOffset });
    if (!fields.has(key.source)) fields.set(key.source, field);
    else field.atKey().refuse("DUPLICATE_KEY", `${quoted(key.source)} is here a second time`);
  }

  #scalar(expected: string): string | null {
    const { node } = this.place;
    if (isScalar(node) && node.value !== null) return node.source ?? String(node.value);
    this.#wrongShape(expected);
    return null;
  }

  #bounded<Item>(items: readonly Item[]): readonly Item[] {
    if (items.length > MAX_ENTRIES)
      this.refuse("TOO_LARGE", `${items.length} entries; at most ${MAX_ENTRIES} are read`);
    return items.slice(0, MAX_ENTRIES);
  }

  #wrongShape(expected: string): void {
    if (isAlias(this.place.node))
      this.refuse("ALIAS", "aliases (`*name`) are not read in a program: write the value out");
    else this.refuse("WRONG_SHAPE", `expected ${expected}, found ${shapeOf(this.place.node)}`);
  }

  #problem(code: ProblemCode, message: () => string): void {
    if (this.place.isReported) return;
    const { line, col } = this.document.lines.linePos(this.place.offset);
    this.document.log.add({ code, path: this.path, line, column: col }, message);
  }
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;

function shapeOf(node: Node | null): string {
  if (isMap(node)) return "a mapping";
  if (isSeq(node)) return "a list";
  return isScalar(node) && node.value !== null ? quoted(node.source ?? String(node.value)) : "nothing";
}

// The library types nodes as unknown, since documents can also be made from JavaScript values.
function asNode(value: unknown): Node | null {
  return isNode(value) ? value : null;
}
