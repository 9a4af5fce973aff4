import { type FieldName, type FieldType, fieldTypesOf, type ImportKind } from "../kinds.js";
import { type FieldFormats, lineFilter, type MappedTable, textReader } from "../mapping/mapped-line.js";
import type { Mapping } from "../mapping/mapping.js";
import type { Table } from "../table/open-table.js";
import { DAY_CANDIDATES, NUMBER_CANDIDATES } from "./candidates.js";
import { type DayFormat, dayFormatOf } from "./day-format.js";
import { type Candidate, type Finding, findFormats } from "./find-format.js";
import { type NumberFormat, numberFormatOf } from "./number-format.js";

/** How many lines are looked at, and how many different texts of each field are kept. */
const MAX_LINES = 20_000;
const MAX_TEXTS = 5_000;
const PLAIN_DAYS = known(dayFormatOf("YYYY-MM-DD"));
const PLAIN_NUMBERS = known(numberFormatOf("1234.56"));
export type FormatSurvey =
  | {
      readonly kind: "FormatsKnown";
      readonly formats: FieldFormats;
      /** What was found rather than given, by the field, for people. */
      readonly found: ReadonlyMap<FieldName, string>;
    }
  | { readonly kind: "FormatsAmbiguous"; readonly problems: readonly string[] };

/**
 * How each day and number of a file is written: as its field says, else as the file's format says, else as the first
 * 20,000 lines show. What can be read in two ways is never guessed: the mapping must say which.
 */
export async function surveyFormats(
  kind: ImportKind,
  mapping: Mapping,
  table: Pick<Table, "lines"> & MappedTable,
): Promise<FormatSurvey> {
  const types = fieldTypesOf(kind);
  const isOpen = (name: FieldName, type: FieldType, said: string | undefined): boolean =>
    types[name] === type && said === undefined && (mapping.fields.get(name)?.format ?? null) === null;
  const days = [...mapping.fields.keys()].filter((name) => isOpen(name, "day", mapping.format.days));
  const numbers = [...mapping.fields.keys()].filter((name) => isOpen(name, "number", mapping.format.numbers));
  const texts = await textsOf([...days, ...numbers], mapping, table);
  const ofDays = findFormats(only(texts, days), DAY_CANDIDATES);
  const ofNumbers = findFormats(only(texts, numbers), NUMBER_CANDIDATES);
  const problems = [
    ...[...ofDays].flatMap(([name, finding]) => ambiguity(name, finding, DAY_CANDIDATES, "days")),
    ...[...ofNumbers].flatMap(([name, finding]) => ambiguity(name, finding, NUMBER_CANDIDATES, "numbers")),
  ];
  if (problems.length > 0) return { kind: "FormatsAmbiguous", problems };
  const dayFormats = formatsOf(mapping, "days", ofDays, dayFormatOf);
  const numberFormats = formatsOf(mapping, "numbers", ofNumbers, numberFormatOf);
  const found = [...ofDays, ...ofNumbers].flatMap(([name, finding]): [FieldName, string][] =>
    finding.kind === "Found" ? [[name, finding.notation]] : [],
  );
  return {
    kind: "FormatsKnown",
    found: new Map(found),
    formats: {
      dayOf: (field) => dayFormats.get(field) ?? PLAIN_DAYS,
      numberOf: (field) => numberFormats.get(field) ?? PLAIN_NUMBERS,
      attributeOf: attributeFormats(mapping),
    },
  };
}

function known<T>(format: T | null): T {
  if (format === null) throw new Error("A format that is built in is none");
  return format;
}

/** The texts of fields as they stand in the first lines, empty ones left out. */
async function textsOf(
  fields: readonly FieldName[],
  mapping: Mapping,
  table: Pick<Table, "lines"> & MappedTable,
): Promise<Map<FieldName, Set<string>>> {
  const readers = fields.flatMap((name) => {
    const source = mapping.fields.get(name);
    return source === undefined ? [] : [{ texts: new Set<string>(), read: textReader(mapping, table)(source), name }];
  });
  if (readers.length > 0) {
    const isRead = lineFilter(mapping, table);
    let lines = 0;
    for await (const { cells, problem } of table.lines()) {
      if (problem !== null || !isRead(cells)) continue;
      for (const { texts, read } of readers)
        for (const text of read(cells)) if (text !== "" && texts.size < MAX_TEXTS) texts.add(text);
      if (++lines >= MAX_LINES) break;
    }
  }
  return new Map(readers.map(({ name, texts }) => [name, texts]));
}

const only = (texts: ReadonlyMap<FieldName, Set<string>>, names: readonly FieldName[]): Map<FieldName, Set<string>> =>
  new Map([...texts].filter(([name, found]) => names.includes(name) && found.size > 0));

function ambiguity(
  name: FieldName,
  finding: Finding,
  candidates: readonly Candidate[],
  option: "days" | "numbers",
): string[] {
  if (finding.kind !== "Ambiguous") return [];
  const readings = finding.notations.map((notation) => {
    const value = candidates.find((candidate) => candidate.notation === notation)?.read(finding.example) ?? "nothing";
    return `${value} if it is ${notation}`;
  });
  return [
    `${name}: "${finding.example}" is ${readings.join(", ")}, and nothing in the file shows which. Set --${option}, or format.${option} in the mapping.`,
  ];
}

function formatsOf<F>(
  mapping: Mapping,
  which: "days" | "numbers",
  findings: ReadonlyMap<FieldName, Finding>,
  formatOf: (notation: string) => F | null,
): Map<FieldName, F> {
  const formats = [...mapping.fields].flatMap(([name, source]): [FieldName, F][] => {
    const finding = findings.get(name);
    const found = finding?.kind === "Found" ? finding.notation : null;
    const format = formatOf(source.format ?? mapping.format[which] ?? found ?? "");
    return format === null ? [] : [[name, format]];
  });
  return new Map(formats);
}

function attributeFormats(mapping: Mapping): (name: string) => DayFormat | NumberFormat | null {
  const formats = new Map(
    [...mapping.attributes].map(([name, { format }]) => {
      const notation = format ?? "";
      return [name, dayFormatOf(notation) ?? numberFormatOf(notation)];
    }),
  );
  return (name) => formats.get(name) ?? null;
}
