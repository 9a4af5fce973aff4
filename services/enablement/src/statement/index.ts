export { statementActions } from "./actions.js";
export { StatementResolver } from "./statement.graphql.js";
