/** How many series one rollup row holds; more series take further rows, distinguished by their page. */
export const SLOTS_PER_PAGE = 16;

export const pageOf = (slot: number): number => Math.floor(slot / SLOTS_PER_PAGE);
export const columnOf = (slot: number): number => slot % SLOTS_PER_PAGE;

/** `s0, s1, …`: the columns of a rollup row, each put through `write`. */
export const slotColumns = (write: (column: string, index: number) => string): string =>
  Array.from({ length: SLOTS_PER_PAGE }, (_, index) => write(`s${index}`, index)).join(", ");
