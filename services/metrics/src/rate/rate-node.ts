import type { RateRow } from "./rate.store.js";

export const rateOf = ({ onDay, ...rate }: RateRow) => ({ ...rate, on: onDay });
