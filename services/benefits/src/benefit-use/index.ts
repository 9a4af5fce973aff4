export { benefitUseTable, type UseRow } from "./benefit-use.entity.js";
export { listUse, putUse } from "./benefit-use.store.js";
export { periodOf, YEAR } from "./period-of-benefit.js";
