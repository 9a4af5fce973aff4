import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { Tiergraph } from "../kit/start-tiergraph.js";

/** Finds in any text what only one partner can have said, or been given. */
export interface Markers {
  readonly size: number;
  /** The first marker that the text holds, plainly or inside of an opaque id or cursor; null for an innocent text. */
  find(text: string): string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHORTEST = 6;

export function markersOf(values: Iterable<string>): Markers {
  const all = [...new Set(values)];
  const uuids = all.filter((value) => UUID.test(value)).map((uuid) => [uuid, uuid.replaceAll("-", "")] as const);
  const known = new Map<string, string | null>();
  const search = (text: string): string | null => {
    for (const reading of readingsOf(text)) {
      const found = all.find((marker) => reading.plain.includes(marker));
      if (found !== undefined) return found;
      const packed = uuids.find(([, hex]) => reading.hex.includes(hex));
      if (packed !== undefined) return packed[0];
    }
    return null;
  };
  return {
    size: all.length,
    find(text) {
      const remembered = known.get(text);
      if (remembered !== undefined) return remembered;
      const found = search(text);
      known.set(text, found);
      return found;
    },
  };
}

/** A text as it stands, and what its parts say to the one who decodes them: ids and cursors are base64url. */
function readingsOf(text: string): { plain: string; hex: string }[] {
  const opaque = text.match(/[A-Za-z0-9_-]{16,}/g) ?? [];
  // An id of something that a partner owns begins with the letter of its type.
  const decoded = opaque.flatMap((part) => [part, part.slice(1)]).map((part) => Buffer.from(part, "base64url"));
  return [
    { plain: text, hex: text },
    ...decoded.map((bytes) => ({ plain: bytes.toString("utf8"), hex: bytes.toString("hex") })),
  ];
}

export interface Holdings {
  /** Values that only this partner's rows hold, in any table with a `partner_id`, or the `scope` of one viewer. */
  readonly markers: readonly string[];
  /** The tables that were read, as `schema.table`. */
  readonly tables: readonly string[];
}

/**
 * All that the database holds of one partner and of nobody else, read as its owner from every table that names a partner:
 * a table that is added is covered on its day. Dates and short or common words mark nobody and are left out.
 *
 * @param commonText what may be read by all, for example the schema
 */
export async function holdingsOf(tiergraph: Tiergraph, partnerId: string, commonText: string): Promise<Holdings> {
  const tables = await tiergraph.sql<{ name: string; isPartners: boolean }>(
    `select format('%I.%I', t.table_schema, t.table_name) as name, bool_or(c.column_name in ('partner_id', 'scope')) as "isPartners"
     from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
     where t.table_schema in ('partners', 'metrics', 'benefits', 'enablement') and t.table_type = 'BASE TABLE'
     group by 1 order by 1`,
  );
  const held = new Set<string>();
  let others = commonText;
  for (const { name, isPartners } of tables) {
    // It repeats what was sent for several partners at once: their words would mark nobody any more.
    if (name.endsWith(".audit_entry")) continue;
    const rows = await tiergraph.sql<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t`);
    for (const { row } of rows) {
      const texts = Object.values(row).flatMap((value) => [...textsIn(value)]);
      if (isPartners && (row.partner_id ?? row.scope) === partnerId)
        for (const text of [...texts, ...ownedIds(row)]) held.add(text);
      else others += `\n${texts.join("\n")}`;
    }
  }
  const common = others.toLowerCase();
  return {
    markers: [...held].filter((text) => isTelling(text) && !common.includes(text.toLowerCase())),
    tables: tables.flatMap(({ name, isPartners }) => (isPartners ? [name] : [])),
  };
}

const isTelling = (text: string): boolean =>
  text.length >= SHORTEST && text.length <= 1_000 && !/^\d{4}-\d{2}-\d{2}$/.test(text);

/** Every text in a row, JSON inside of texts included, and numbers and moments as the graph writes them. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "number") yield* amountsOf(value);
  else if (typeof value === "string") yield* textsOfText(value);
  else if (value !== null && typeof value === "object")
    for (const [key, part] of Object.entries(value)) {
      if (!Array.isArray(value)) yield key;
      yield* textsIn(part);
    }
}

function* textsOfText(text: string): Generator<string> {
  yield text;
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) yield new Date(text).toISOString();
  if (/^[[{]/.test(text)) yield* textsIn(parsed(text));
}

/** A number of minor units is written in major ones, with and without its zeros and separators. */
function* amountsOf(value: number): Generator<string> {
  yield String(value);
  if (Math.abs(value) < 100_000) return;
  const major = (Math.abs(value) / 100).toFixed(2);
  yield major;
  yield major.replace(/\.?0+$/, "");
  yield major.replace(/\B(?=(\d{3})+\.)/g, ",");
}

/** Public ids of what a row may stand for, without their types' letters: its partner's id with each other id in it. */
const ownedIds = (row: Record<string, unknown>): string[] =>
  Object.values(row).flatMap((value) =>
    typeof value === "string" && UUID.test(value) && value !== row.partner_id
      ? encodeOwnedId("Fact", { partnerId: String(row.partner_id), id: value }).slice(1)
      : [],
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
