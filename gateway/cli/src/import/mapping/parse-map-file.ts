import { type Document, isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { dayFormatOf } from "../format/day-format.js";
import { NUMBER_FORMATS, numberFormatOf } from "../format/number-format.js";
import { type FieldType, fieldNamesOf, fieldTypesOf, type ImportKind, isFieldOf, KINDS } from "../kinds.js";
import { DELIMITERS } from "../table/detect-delimiter.js";
import { isEncoding } from "../table/inspect-file.js";
import type { FormatNotation, LineFilter, PartReading, Source } from "./mapping.js";

/** Mapping files are written by hand: a larger one is another file by mistake. */
export const MAX_MAP_FILE_CHARACTERS = 256 * 1024;

/**
 * Reads a mapping file: `fields`, `attributes`, `lookups`, `lines`, `format`. `gateway/cli/examples/crm-deals.map.yaml`
 * explains the notation. Refused with the line of each mistake: unknown keys, unknown fields, values of a wrong kind,
 * broken YAML.
 */
export function parseMapFile(text: string, kind: ImportKind): PartReading {
  if (text.length > MAX_MAP_FILE_CHARACTERS)
    return refused([`It is longer than ${MAX_MAP_FILE_CHARACTERS} characters.`]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return refused(document.errors.map(({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${message}`));
  const parsed = notationOf(kind).safeParse(plainOf(document));
  if (!parsed.success)
    return refused(
      parsed.error.issues.flatMap((issue) =>
        mistakesOf(issue, kind).map(({ at, message }) => `line ${lineOf(document, lines, at)}: ${message}`),
      ),
    );
  const { fields, attributes, lookups, lines: filters, format } = parsed.data;
  const known = Object.entries(fields ?? {}).flatMap(([name, source]) =>
    source !== undefined && isFieldOf(kind, name) ? [[name, source.source] as const] : [],
  );
  return {
    kind: "PartRead",
    part: {
      fields: new Map(known),
      attributes: new Map(Object.entries(attributes ?? {}).map(([name, { source }]) => [name, source])),
      lookups: new Map(Object.entries(lookups ?? {})),
      filters: filters ?? [],
      format: format ?? {},
    },
  };
}

const refused = (problems: readonly string[]): PartReading => ({ kind: "PartRefused", problems });

/** Null where the document's aliases multiply beyond reason: the library throws at those. */
function plainOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

const text = z.string().min(1);
/** YAML reads `yes`, `1` and the like as other things than the text that stands in the file. */
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const words = z.union([word, z.array(word)]).transform((given) => new Set([given].flat()));

export const dayNotation = text.refine((notation) => dayFormatOf(notation) !== null, {
  error: ({ input }) =>
    `${input} is no format of days: YYYY or YY, MM or Mon, DD and signs, for example DD.MM.YYYY, or spreadsheet, unix, unix-ms.`,
});
export const numberNotation = text.refine((notation) => numberFormatOf(notation) !== null, {
  error: ({ input }) => `${input} is no format of numbers: one of ${NUMBER_FORMATS.join("  ")}.`,
});

const source = z.preprocess(
  (written) => (typeof written === "string" ? { column: written } : written),
  z
    .strictObject({
      column: text.optional(),
      columns: z.array(text).min(2).optional(),
      join: z.string().optional(),
      multiply: z.array(text).min(2).optional(),
      constant: word.optional(),
      lookup: text.optional(),
      take: text.optional(),
      values: z.record(z.string(), word).optional(),
      otherwise: word.optional(),
      day: dayNotation.optional(),
      number: numberNotation.optional(),
      decimal: z.enum([".", ","]).optional(),
      absolute: z.boolean().optional(),
      separator: z.string().length(1).optional(),
    })
    .transform((written, context) => {
      const from = originOf(written);
      if (from === null) {
        context.addIssue(
          "A field needs a column, or a column with lookup and take, or columns, or multiply, or a constant: one of them.",
        );
        return z.NEVER;
      }
      const { values = {}, otherwise = null, day, number, decimal, absolute = false, separator = "|" } = written;
      const made: Source = {
        from,
        values: new Map(Object.entries(values)),
        otherwise,
        format: day ?? number ?? (decimal === "," ? "1234,56" : null),
        isAbsolute: absolute,
        separator,
      };
      return { source: made, written };
    }),
);

interface Origin {
  readonly column?: string | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly join?: string | undefined;
  readonly multiply?: readonly string[] | undefined;
  readonly constant?: string | undefined;
  readonly lookup?: string | undefined;
  readonly take?: string | undefined;
}

function originOf(written: Origin): Source["from"] | null {
  const { column, columns, join, multiply, constant, lookup, take } = written;
  const given = (["column", "columns", "multiply", "constant"] as const).filter((key) => written[key] !== undefined);
  if (given.length !== 1 || (join !== undefined && columns === undefined)) return null;
  if ((lookup === undefined) !== (take === undefined) || (lookup !== undefined && column === undefined)) return null;
  if (constant !== undefined) return { kind: "Constant", text: constant };
  if (columns !== undefined) return { kind: "Joined", columns, by: join ?? "-" };
  if (multiply !== undefined) return { kind: "Product", columns: multiply };
  if (column === undefined) return null;
  return lookup !== undefined && take !== undefined
    ? { kind: "Lookup", column, lookup, take }
    : { kind: "Column", column };
}

/** What only some types of fields may say. */
const OF_TYPE: ReadonlyMap<string, FieldType> = new Map([
  ["day", "day"],
  ["number", "number"],
  ["decimal", "number"],
  ["absolute", "number"],
  ["multiply", "number"],
  ["separator", "names"],
]);
const NEEDED_BY: Readonly<Record<FieldType, string>> = {
  text: "texts",
  day: "days",
  number: "numbers",
  names: "tracks",
};

function notationOf(kind: ImportKind) {
  const types = fieldTypesOf(kind);
  const fields = z
    .partialRecord(z.enum<readonly string[]>(fieldNamesOf(kind)), source)
    .superRefine((given, context) => {
      for (const [name, field] of Object.entries(given)) {
        if (field === undefined) continue;
        const type = isFieldOf(kind, name) ? types[name] : undefined;
        for (const [key, belongsTo] of OF_TYPE)
          if (Object.hasOwn(field.written, key) && type !== belongsTo)
            context.addIssue({
              code: "custom",
              path: [name, key],
              message: `${key} belongs to ${NEEDED_BY[belongsTo]}.`,
            });
      }
    });
  // A section of which all lines are remarks is empty, not wrong.
  return z.strictObject({
    fields: fields.nullish(),
    attributes: KINDS[kind].hasAttributes
      ? z.record(z.string(), source).nullish()
      : z.never("They have none.").optional(),
    lookups: z.record(z.string(), z.strictObject({ file: text, match: text })).nullish(),
    lines: lines.nullish(),
    format: format.nullish(),
  });
}

const lines = z
  .strictObject({ only: z.record(text, words).optional(), skip: z.record(text, words).optional() })
  .transform(({ only = {}, skip = {} }): LineFilter[] => [
    ...Object.entries(only).map(([column, named]) => ({ column, words: named, takes: true })),
    ...Object.entries(skip).map(([column, named]) => ({ column, words: named, takes: false })),
  ]);

const format = z
  .strictObject({
    type: z.enum(["csv", "json-lines"]).optional(),
    encoding: text.refine(isEncoding, { error: ({ input }) => `${input} is no encoding that is known.` }).optional(),
    delimiter: z.enum(DELIMITERS).optional(),
    "skip-lines": z.int().min(0).max(1_000).optional(),
    days: dayNotation.optional(),
    numbers: numberNotation.optional(),
    empty: z.array(word).optional(),
  })
  .transform(({ "skip-lines": skipLines, ...rest }): FormatNotation => given({ ...rest, skipLines }));

/** Without what is undefined, so that a later part does not wipe what an earlier one says. */
const given = <T extends object>(notation: T): FormatNotation =>
  Object.fromEntries(Object.entries(notation).filter(([, value]) => value !== undefined));

interface Mistake {
  readonly at: readonly PropertyKey[];
  readonly message: string;
}

function mistakesOf(issue: z.core.$ZodIssue, kind: ImportKind): Mistake[] {
  const place = issue.path.join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ at: [...issue.path, key], message: unknownKey(place, key, kind) }));
  if (issue.code === "invalid_key") {
    const key = String(issue.path.at(-1));
    return [{ at: issue.path, message: unknownKey(issue.path.slice(0, -1).join("."), key, kind) }];
  }
  return [
    {
      at: issue.path,
      message: place === "" ? `A mapping is expected: ${issue.message}` : `${place}: ${issue.message}`,
    },
  ];
}

function unknownKey(place: string, key: string, kind: ImportKind): string {
  if (place === "fields") return `${key} is no field of ${kind}. Fields are ${fieldNamesOf(kind).join(", ")}.`;
  return `${place === "" ? key : `${place}.${key}`} is unknown.`;
}

/** The line on which the key at the path stands, or the nearest thing above it; from 1. */
function lineOf(document: Document, lines: LineCounter, at: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const name of at) {
    if (!isMap<{ value: unknown; range?: [number, number, number] | null }>(node)) break;
    const pair = node.items.find(({ key }) => String(key.value) === String(name));
    if (pair === undefined) break;
    offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return lines.linePos(offset).line;
}
