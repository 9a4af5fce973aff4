export { rateActions } from "./actions.js";
export { converted } from "./converted.js";
export { exchangeRateTable } from "./exchange-rate.entity.js";
export { ExchangeRateResolver } from "./rate.graphql.js";
export { rateReads } from "./rate.reads.js";
export { findRatesOn } from "./rate.store.js";
