import pg from "pg";

const { builtins } = pg.types;
const asText = (value: string) => value;
const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  [builtins.INT8]: BigInt,
  // Days stay "YYYY-MM-DD": a JavaScript Date would move them with the machine's time zone.
  [builtins.DATE]: asText,
  [builtins.NUMERIC]: asText,
};

/** How rows leave PostgreSQL: bigint as BigInt, date and numeric as text, timestamptz as Date, json parsed. */
export const VALUE_PARSERS = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : PARSERS[oid]) ?? pg.types.getTypeParser(oid, format),
};
