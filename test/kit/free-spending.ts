/** Tests and benchmarks ask more in a second than any viewer may. */
export const FREE_SPENDING = { COST_PER_SECOND: "100000000" };
