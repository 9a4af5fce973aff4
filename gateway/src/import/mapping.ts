/** What can be imported, and the fields of each that a column may be mapped to. */
export const FIELDS = {
  deals: {
    known: [
      "externalId",
      "partner",
      "partnerName",
      "partnerRegion",
      "partnerCountry",
      "stage",
      "openedOn",
      "closedOn",
      "amount",
      "currency",
      "customer",
      "product",
    ],
    required: ["externalId", "partner", "stage"],
    hasAttributes: true,
  },
  partners: {
    known: ["code", "name", "region", "country", "tracks", "joinedOn"],
    required: ["code"],
    hasAttributes: false,
  },
} as const satisfies Record<string, { known: readonly string[]; required: readonly string[]; hasAttributes: boolean }>;

export type ImportKind = keyof typeof FIELDS;
export type FieldName = (typeof FIELDS)[ImportKind]["known"][number];

export const isImportKind = (name: string): name is ImportKind => Object.hasOwn(FIELDS, name);
export const isFieldOf = (kind: ImportKind, name: string): name is FieldName =>
  FIELDS[kind].known.some((known) => known === name);

/** Where the text of one field comes from. */
export interface Source {
  readonly from:
    | { readonly kind: "Column"; readonly column: string }
    | { readonly kind: "Lookup"; readonly column: string; readonly lookup: string; readonly take: string }
    | { readonly kind: "Constant"; readonly text: string };
  /** What the file's words mean; a word that is not named stays as it is. */
  readonly values: ReadonlyMap<string, string>;
  /** Of an amount: the sign before its decimals. */
  readonly decimal: "." | ",";
  /** Of tracks: what stands between two of them. */
  readonly separator: string;
}

/** Another CSV file, in which a value is looked up by the column `match`. */
export interface LookupNotation {
  /** As it is written, relative to the mapping file. */
  readonly file: string;
  readonly match: string;
}

/** What one `--map` says. Several are joined; the later one wins. */
export interface MappingPart {
  readonly fields: ReadonlyMap<FieldName, Source>;
  readonly attributes: ReadonlyMap<string, Source>;
  readonly lookups: ReadonlyMap<string, LookupNotation>;
}

export type Mapping = MappingPart;

export type PartReading =
  | { readonly kind: "PartRead"; readonly part: MappingPart }
  | { readonly kind: "PartRefused"; readonly problems: readonly string[] };

/** A plain column, as most fields are mapped. */
export const columnSource = (column: string): Source => ({
  from: { kind: "Column", column },
  values: new Map(),
  decimal: ".",
  separator: "|",
});

export type MappingJoining =
  | { readonly kind: "MappingJoined"; readonly mapping: Mapping }
  | { readonly kind: "MappingRefused"; readonly problems: readonly string[] };

/** Joins what several `--map` say. Refused: a required field that none maps, a lookup that none describes. */
export function joinMapping(kind: ImportKind, parts: readonly MappingPart[]): MappingJoining {
  const mapping: Mapping = {
    fields: new Map(parts.flatMap(({ fields }) => [...fields])),
    attributes: new Map(parts.flatMap(({ attributes }) => [...attributes])),
    lookups: new Map(parts.flatMap(({ lookups }) => [...lookups])),
  };
  const problems = [
    ...FIELDS[kind].required.flatMap((name) =>
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

/** The columns that the imported file must have. */
export const columnsOf = (mapping: Mapping): ReadonlySet<string> =>
  new Set(sourcesOf(mapping).flatMap(({ from }) => (from.kind === "Constant" ? [] : [from.column])));

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
