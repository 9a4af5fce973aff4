/** By code unit: `localeCompare` would order text by the machine's language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const smallerOf = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const largerOf = (a: bigint, b: bigint): bigint => (a > b ? a : b);
