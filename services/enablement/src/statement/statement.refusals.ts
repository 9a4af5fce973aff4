import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { MAX_STATEMENTS } from "./read-statement.js";

export const statementRefusals = refusalTable("statement", {
  NoStatements: {
    at: ["statements"],
    message: "It is not the JSON of a statement or of a list of statements.",
  },
  TooMany: {
    at: ["statements"],
    message: "At most {maxStatements} statements at a time.",
    values: { maxStatements: MAX_STATEMENTS },
  },
  NoProgramInForce: { at: [], message: "Publish a program with its courses first." },
});
export type StatementRefusal = RefusalOf<typeof statementRefusals>;
