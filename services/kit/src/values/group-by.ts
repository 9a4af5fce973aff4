/** Rows by their key, in the order given. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Those for which something holds, then the others, each in the order given. */
export function partition<Row>(rows: readonly Row[], holds: (row: Row) => boolean): [held: Row[], others: Row[]] {
  return [rows.filter(holds), rows.filter((row) => !holds(row))];
}
