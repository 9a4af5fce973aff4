import { type FieldName, fieldNamesOf, type ImportKind, isFieldOf, KINDS } from "../kinds.js";
import { columnSource, type PartReading, type Source } from "./mapping.js";

/** Whether the value of `--map` holds pairs rather than the name of a file. */
export const isMapPairs = (value: string): boolean => value.includes("=") && !/\.ya?ml$/i.test(value);

/**
 * Reads `field=column,field=column`; an attribute is written `attributes.name=column`. Columns with a comma in their
 * name, lookups and value maps need a mapping file.
 */
export function parseMapPairs(value: string, kind: ImportKind): PartReading {
  const fields = new Map<FieldName, Source>();
  const attributes = new Map<string, Source>();
  const problems: string[] = [];
  for (const pair of value.split(",")) {
    const [, field = "", column = ""] = /^([^=]*)=(.*)$/s.exec(pair)?.map((part) => part.trim()) ?? [];
    const attribute = /^attributes\.(.+)$/.exec(field)?.[1];
    if (field === "" || column === "") problems.push(`"${pair}" is not field=column.`);
    else if (isFieldOf(kind, field)) fields.set(field, columnSource(column));
    else if (attribute !== undefined && KINDS[kind].hasAttributes) attributes.set(attribute, columnSource(column));
    else problems.push(`${field} is no field of ${kind}. Fields are ${fieldNamesOf(kind).join(", ")}.`);
  }
  if (problems.length > 0) return { kind: "PartRefused", problems };
  return { kind: "PartRead", part: { fields, attributes, lookups: new Map(), filters: [], format: {} } };
}
