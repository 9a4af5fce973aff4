import { registerEnumType } from "type-graphql";
import { FACT_PROBLEM_CODES, type FactProblemCode } from "./fact-report.js";

export const FactRefusalCode = Object.fromEntries(FACT_PROBLEM_CODES.map((code) => [code, code])) as {
  readonly [Code in FactProblemCode]: Code; // Each code by its own name.
};
registerEnumType(FactRefusalCode, { name: "FactRefusalCode" });
