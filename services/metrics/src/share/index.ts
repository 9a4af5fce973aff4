export { oneTotal } from "./one-total.js";
export { sharesToChange } from "./share-cents.js";
export { splitWhole } from "./split-whole.js";
export { reportedAmountOf, wholeOf } from "./whole-of.js";
