/** The section `benefits`. */
export { type AssignedRole, type Benefit, DIMENSIONS, type Dimension, type Transition } from "./benefit.js";
export { AT_ONCE, readBenefits } from "./parse-benefits.js";
export { printBenefit } from "./print-benefit.js";
