import { type Document, isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { FIELDS, type ImportKind, isFieldOf, type PartReading, type Source } from "./mapping.js";

/** Mapping files are written by hand: a larger one is another file by mistake. */
export const MAX_MAP_FILE_CHARACTERS = 256 * 1024;

/**
 * Reads a mapping file: `fields`, `attributes`, `lookups`. `gateway/examples/crm-deals.map.yaml` explains the notation.
 * Refused with the line of each mistake: unknown keys, unknown fields, values of a wrong kind, broken YAML.
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
  const { fields = {}, attributes = {}, lookups = {} } = parsed.data;
  const known = Object.entries(fields).flatMap(([name, source]) =>
    source !== undefined && isFieldOf(kind, name) ? [[name, source] as const] : [],
  );
  return {
    kind: "PartRead",
    part: {
      fields: new Map(known),
      attributes: new Map(Object.entries(attributes)),
      lookups: new Map(Object.entries(lookups)),
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

const source = z.preprocess(
  (written) => (typeof written === "string" ? { column: written } : written),
  z
    .strictObject({
      column: text.optional(),
      constant: text.optional(),
      lookup: text.optional(),
      take: text.optional(),
      values: z.record(z.string(), z.string()).optional(),
      decimal: z.enum([".", ","]).optional(),
      separator: z.string().length(1).optional(),
    })
    .transform((written, context): Source => {
      const { column, constant, lookup, take, values = {}, decimal = ".", separator = "|" } = written;
      const rest = { values: new Map(Object.entries(values)), decimal, separator };
      if (constant !== undefined && column === undefined && lookup === undefined && take === undefined)
        return { from: { kind: "Constant", text: constant }, ...rest };
      if (column !== undefined && constant === undefined && lookup === undefined && take === undefined)
        return { from: { kind: "Column", column }, ...rest };
      if (column !== undefined && constant === undefined && lookup !== undefined && take !== undefined)
        return { from: { kind: "Lookup", column, lookup, take }, ...rest };
      context.addIssue("A field needs a column, or a column with lookup and take, or a constant.");
      return z.NEVER;
    }),
);

function notationOf(kind: ImportKind) {
  const { known, hasAttributes } = FIELDS[kind];
  const fields = z.partialRecord(z.enum<readonly string[]>(known), source).superRefine((written, context) => {
    for (const [name, given] of Object.entries(written)) {
      if (given === undefined) continue;
      if (given.decimal !== "." && name !== "amount")
        context.addIssue({ code: "custom", path: [name, "decimal"], message: "decimal belongs to amount." });
      if (given.separator !== "|" && name !== "tracks")
        context.addIssue({ code: "custom", path: [name, "separator"], message: "separator belongs to tracks." });
    }
  });
  return z.strictObject({
    fields: fields.optional(),
    attributes: hasAttributes ? z.record(z.string(), source).optional() : z.never("They have none.").optional(),
    lookups: z.record(z.string(), z.strictObject({ file: text, match: text })).optional(),
  });
}

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
  if (place === "fields") return `${key} is no field of ${kind}. Fields are ${FIELDS[kind].known.join(", ")}.`;
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
