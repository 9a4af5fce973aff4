import type { Memory } from "./memory.js";
import { checkRows, type Shape } from "./shape.js";
import { statementVariant } from "./statement-variants.js";

/**
 * Runs prepared statements under the row-level security of one viewer. A statement's name is unique in the service, for
 * example `ledger.entries-of-accounts`: statements are prepared by it. Its shape says what its rows hold: the type comes
 * from it, and development and tests check each row by it.
 */
export interface Queryable {
  many<Row>(name: string, shape: Shape<Row>, text: string, values: unknown[]): Promise<Row[]>;
  /** @throws where the statement returns more than one row */
  maybeOne<Row>(name: string, shape: Shape<Row>, text: string, values: unknown[]): Promise<Row | null>;
  /** @throws where the statement does not answer with just one row */
  one<Row>(name: string, shape: Shape<Row>, text: string, values: unknown[]): Promise<Row>;
  /** For a statement whose rows, if it has any, nobody reads. */
  run(name: string, text: string, values: unknown[]): Promise<void>;
  /** For `immutableRows`. */
  readonly memory: Memory;
}

/** Runs one statement and returns its rows as they are. */
export type RunStatement = (name: string, text: string, values: unknown[]) => Promise<unknown[]>;

/** The four ways to run a statement, from the one that the driver has. */
export function queryableOf(
  run: RunStatement,
  { checksRows, memory }: { readonly checksRows: boolean; readonly memory: Memory },
): Queryable {
  const many = async <Row>(name: string, shape: Shape<Row>, text: string, values: unknown[]): Promise<Row[]> => {
    const variant = statementVariant(name, text, values);
    const rows = await run(variant.name, variant.text, values);
    if (checksRows) checkRows(name, shape, rows);
    return rows as Row[]; // The shape that stands beside the statement says so.
  };
  const atMostOne = async <Row>(name: string, shape: Shape<Row>, text: string, values: unknown[]) => {
    const rows = await many(name, shape, text, values);
    if (rows.length > 1) throw new Error(`Statement ${name} answered with ${rows.length} rows instead of one`);
    return rows[0] ?? null;
  };
  return {
    memory,
    many,
    maybeOne: atMostOne,
    async one<Row>(name: string, shape: Shape<Row>, text: string, values: unknown[]): Promise<Row> {
      const row = await atMostOne(name, shape, text, values);
      if (row === null) throw new Error(`Statement ${name} answered without a row`);
      return row;
    },
    async run(name, text, values) {
      await run(name, text, values);
    },
  };
}
