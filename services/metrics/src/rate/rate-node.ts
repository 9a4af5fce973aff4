import type { RateRow } from "./exchange-rate.entity.js";

export const rateOf = ({ fromCurrency, toCurrency, onDay, ...rate }: RateRow) => ({
  ...rate,
  from: fromCurrency,
  to: toCurrency,
  on: onDay,
});
