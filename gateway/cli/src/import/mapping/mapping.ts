import { type FieldName, type ImportKind, KINDS } from "../kinds.js";

/** Where the text of one field comes from. */
export interface Source {
  readonly from:
    | { readonly kind: "Column"; readonly column: string }
    | { readonly kind: "Lookup"; readonly column: string; readonly lookup: string; readonly take: string }
    | { readonly kind: "Constant"; readonly text: string }
    /** The texts of several columns with a sign between them; empty where one of them is. */
    | { readonly kind: "Joined"; readonly columns: readonly string[]; readonly by: string }
    /** The exact product of the numbers of several columns. */
    | { readonly kind: "Product"; readonly columns: readonly string[] };
  /** What the file's words mean, `*` standing for any signs; a word that is not named stays as it is. */
  readonly values: ReadonlyMap<string, string>;
  /** What every word means that `values` does not name; null where it stays as it is. */
  readonly otherwise: string | null;
  /** Of a day or a number: how it is written; null where the file's format says, or it is found. */
  readonly format: string | null;
  /** Of a number: its minus drops out. */
  readonly isAbsolute: boolean;
  /** Of tracks: what stands between two of them. */
  readonly separator: string;
}

/** Another table, in which a value is looked up by the column `match`. */
export interface LookupNotation {
  /** As it is written, relative to the mapping file. */
  readonly file: string;
  readonly match: string;
}

/** What the mapping says of how the file is written; what is left out is found. */
export interface FormatNotation {
  readonly type?: "csv" | "json-lines";
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly skipLines?: number;
  readonly days?: string;
  readonly numbers?: string;
  /** Words for an empty cell. */
  readonly empty?: readonly string[];
}

/** Lines by the text of a column: those that are read, or those that are passed over. */
export interface LineFilter {
  readonly column: string;
  readonly words: ReadonlySet<string>;
  readonly takes: boolean;
}

/** What one `--map` says. Several are joined; the later one wins. */
export interface MappingPart {
  readonly fields: ReadonlyMap<FieldName, Source>;
  readonly attributes: ReadonlyMap<string, Source>;
  readonly lookups: ReadonlyMap<string, LookupNotation>;
  readonly filters: readonly LineFilter[];
  readonly format: FormatNotation;
}

export type Mapping = MappingPart;

export type PartReading =
  | { readonly kind: "PartRead"; readonly part: MappingPart }
  | { readonly kind: "PartRefused"; readonly problems: readonly string[] };

/** A plain column, as most fields are mapped. */
export const columnSource = (column: string): Source => ({ from: { kind: "Column", column }, ...PLAIN });

export const PLAIN = { values: new Map(), otherwise: null, format: null, isAbsolute: false, separator: "|" } as const;

export type MappingJoining =
  | { readonly kind: "MappingJoined"; readonly mapping: Mapping }
  | { readonly kind: "MappingRefused"; readonly problems: readonly string[] };

/** Joins what several `--map` say. Refused: a required field that none maps, a lookup that none describes. */
export function joinMapping(kind: ImportKind, parts: readonly MappingPart[]): MappingJoining {
  const mapping: Mapping = {
    fields: new Map(parts.flatMap(({ fields }) => [...fields])),
    attributes: new Map(parts.flatMap(({ attributes }) => [...attributes])),
    lookups: new Map(parts.flatMap(({ lookups }) => [...lookups])),
    filters: parts.flatMap(({ filters }) => filters),
    format: Object.assign({}, ...parts.map(({ format }) => format)),
  };
  const problems = [
    ...KINDS[kind].required.flatMap((name) =>
      mapping.fields.has(name) ? [] : `No column is mapped to ${name}, which ${kind} need.`,
    ),
    ...lookupsOf(mapping).flatMap(({ lookup }) =>
      mapping.lookups.has(lookup) ? [] : `Lookup ${lookup} is used but not described under lookups.`,
    ),
  ];
  return problems.length > 0 ? { kind: "MappingRefused", problems } : { kind: "MappingJoined", mapping };
}

/** Every lookup that is used, with what is taken from it. */
export const lookupsOf = (mapping: Mapping): { readonly lookup: string; readonly take: string }[] =>
  sourcesOf(mapping).flatMap(({ from }) => (from.kind === "Lookup" ? [{ lookup: from.lookup, take: from.take }] : []));

export const columnsOfSource = ({ from }: Source): readonly string[] => {
  if (from.kind === "Constant") return [];
  return from.kind === "Joined" || from.kind === "Product" ? from.columns : [from.column];
};

/** The columns that the imported file must have. */
export const columnsOf = (mapping: Mapping): ReadonlySet<string> =>
  new Set([...sourcesOf(mapping).flatMap(columnsOfSource), ...mapping.filters.map(({ column }) => column)]);

const sourcesOf = ({ fields, attributes }: Mapping): Source[] => [...fields.values(), ...attributes.values()];

/** What is wrong with the header of a file for this mapping, in one line each. */
export function headerProblems(header: readonly string[], mapping: Mapping): string[] {
  const needed = [...columnsOf(mapping)];
  const missing = needed.filter((column) => !header.includes(column));
  const twice = needed.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  return [
    ...(missing.length > 0 ? [`It has no column ${missing.join(", ")}. Its columns are ${header.join(", ")}.`] : []),
    ...twice.map((column) => `It has column ${column} twice.`),
  ];
}
