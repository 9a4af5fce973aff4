import type { RateRow } from "./exchange-rate.entity.js";

export const rateOf = ({ fromCurrency, toCurrency, onDay, ...rate }: RateRow) => ({
  from: fromCurrency,
  to: toCurrency,
  on: onDay,
  ...rate,
});
