import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { MAX_STATEMENTS } from "./read-statement.js";

export const statementRefusals = refusalTable({
  NoStatements: {
    at: ["statements"],
    message: "It is not the JSON of a statement or of a list of statements.",
  },
  TooMany: { at: ["statements"], message: `At most ${MAX_STATEMENTS} statements at a time.` },
  NoProgramInForce: { at: [], message: "Publish a program with its courses first." },
});
export type StatementRefusal = RefusalOf<typeof statementRefusals>;
