/** What the rows of a statement hold. A zod schema is one, and so is the row of a table. */
export interface Shape<Row> {
  /** @throws where the value is no such row */
  parse(value: unknown): Row;
}

/** @throws where a row is not what the statement's shape says: a mistake in the statement or its shape */
export function checkRows(name: string, shape: Shape<unknown>, rows: readonly unknown[]): void {
  for (const row of rows) {
    try {
      shape.parse(row);
    } catch (cause) {
      throw new Error(`A row of statement ${name} has another shape than the statement says`, { cause });
    }
  }
}

/** Rows that hold what both shapes say: of a join, or of a table and what was worked out beside it. */
export const both = <A, B>(a: Shape<A>, b: Shape<B>): Shape<A & B> => ({
  parse(value) {
    a.parse(value);
    b.parse(value);
    return value as A & B; // Both have just said so.
  },
});

/** A shape that checks nothing. */
export const unchecked = <Row>(): Shape<Row> => ({ parse: (value) => value as Row });

/** The row that a shape is of: `RowIn<typeof balanceShape>`. */
export type RowIn<S> = S extends Shape<infer Row> ? Row : never;
